"""The codebooks that come with onrecord: chosen by their names, sound, and nonproliferation codes what it says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord import code, settings, syntax
from onrecord.errors import CodebookError
from onrecord.model import Article, Attribution, Span
from tests.code.ruled import ruled

SHIPPED = ("nonproliferation", "peace")
_TAG = re.compile(r"</?([sct])>")
_CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("nonproliferation.yaml").read_text(encoding="utf-8")
)


def test_the_shipped_codebooks_are_found_by_their_names() -> None:
    names = {code.codebook(Path(name)).name for name in SHIPPED}

    assert code.shipped() == SHIPPED
    assert len(names) == len(SHIPPED)
    assert code.codebook(Path("peace")) == code.codebook()


def test_a_file_of_that_name_goes_before_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given a folder of articles called peace
    monkeypatch.chdir(tmp_path)
    (tmp_path / "peace").mkdir()
    assert code.codebook(Path("peace")) == code.codebook()

    # When a file without a suffix stands there instead
    (tmp_path / "peace").rmdir()
    (tmp_path / "peace").write_text(code.codebook(Path("nonproliferation")).source, encoding="utf-8")

    # Then that is the codebook
    assert code.codebook(Path("peace")) == code.codebook(Path("nonproliferation"))


@pytest.mark.parametrize("given", ["nonproliferatoin", "talks.yaml", "books/nonproliferation", "peace.yaml"])
def test_an_unknown_codebook_is_an_error_that_names_the_shipped_ones(given: str) -> None:
    with pytest.raises(CodebookError, match="no such file or codebook") as caught:
        code.codebook(Path(given))

    assert caught.value.path == given
    assert "nonproliferation, peace" in caught.value.advice


@pytest.mark.parametrize(
    ("beside", "given", "read_from"),
    [
        ([], "nonproliferation", "nonproliferation"),
        ([], "talks.yaml", "{folder}/talks.yaml"),
        ([], "books/peace", "{folder}/books/peace"),
        (["peace"], "peace", "{folder}/peace"),
    ],
)
def test_settings_name_a_shipped_codebook_or_a_file(
    tmp_path: Path, beside: list[str], given: str, read_from: str
) -> None:
    for name in beside:
        (tmp_path / name).touch()
    (tmp_path / "onrecord.toml").write_text(f'[codebook]\nfile = "{given}"\n', encoding="utf-8")

    chosen = settings.load(tmp_path / "onrecord.toml").codebook.file

    assert chosen == Path(read_from.format(folder=tmp_path))


@pytest.mark.parametrize("name", SHIPPED)
def test_no_phrase_stands_twice(name: str) -> None:
    issues = code.codebook(Path(name)).issues
    phrases = Counter(p for issue in issues for option in issue.options for p in (*option.phrases, *option.against))

    assert [phrase for phrase, count in phrases.items() if count > 1] == []


def test_the_descriptions_of_nonproliferation_are_short_and_differ() -> None:
    issues = code.codebook(Path("nonproliferation")).issues
    told = [option.description for issue in issues for option in issue.options]

    assert 9 <= len(issues) <= 13
    assert 20 <= len(told) <= 32
    assert len(set(told)) == len(told)
    assert all(4 <= len(description.split()) <= 14 for description in told)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["say"][:70]) for case in _CASES])
def test_positions_on_nuclear_talks(case: dict[str, Any]) -> None:
    text, attribution = _marked(case["say"])
    article = Article("a", "a.txt", "a.txt", text, ())
    passages = syntax.parse(text, syntax.paragraphs_of(text))

    (found,) = ruled(article, passages, (attribution,), code.codebook(Path("nonproliferation")))

    read = {p.option: [p.stance, text[p.condition.start : p.condition.end]] if p.condition else p.stance for p in found}
    assert read == case["expect"]


def _marked(say: str) -> tuple[str, Attribution]:
    """A sentence with <s>, <c> and <t> in it as its text and the attribution that they mark."""
    parts = _TAG.split(say)
    text = "".join(parts[::2])
    spans: dict[str, tuple[Span, ...]] = {}
    for at in range(1, len(parts), 4):
        start = len("".join(parts[: at + 1 : 2]))
        spans[parts[at]] = (*spans.get(parts[at], ()), Span(start, start + len(parts[at + 1])))
    return text, Attribution(spans["s"], spans["c"], spans["t"], "indirect", "by hand")
