"""The brief as PDF: two pages, the same bytes, and nothing of a record is ever markup."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.errors import OnrecordError
from onrecord.publish import _brief_pdf, brief
from onrecord.publish._brief_lines import NAME, SAYS, parts
from onrecord.publish._pages import plain
from onrecord.publish._views import Views
from onrecord.publish._words import LONG
from onrecord.store import Record

typst = pytest.importorskip("typst", reason="the extra pdf is not installed")

MARKUP = (
    '#panic("x")',
    "*bold* _slanted_ `raw` == Heading",
    "@article-1 <label> #ref(<x>)",
    "$x^2$ and \\u{1F600} \\",
    '#import "/etc/passwd"',
    '#read("/etc/passwd")',
    "// no comment /* nor this",
    "]\n\n= No heading [",
    "\u202eright to left\u202c \u2066alone \u2069\u2069\u2069 e\u0301\u0301\u0301\x00\x07",
    "Переговоры Διαπραγματεύσεις",
    "محادثات السلام", "שיחות השלום",
    "a lone \ud800 surrogate",
)  # fmt: skip
UNSHOWN = ("和平谈判", "😀👩‍👩‍👧 emoji")
SIZE = 10.0


@pytest.fixture(scope="module")
def views(record: Record) -> Views:
    return Views(record)


def worded(views: Views, words: str) -> dict[str, Any]:
    """The data of the sample's brief with all that comes from outside replaced by `words`."""
    words = plain(words)
    data = _brief_pdf.data(views)
    data |= {"about": words}
    for part in data["parts"]:
        for line in part["lines"]:
            line |= {"of": words, "says": words}
            for quotation in line["quotations"]:
                quotation |= {"who": words, "words": words}
    for reference in data["references"]:
        reference |= dict.fromkeys(("outlet", "title", "name"), words)
        reference |= {"url": f"https://x.example/{words}", "address": words}
    return data


def queried(data: dict[str, Any], kind: str) -> list[Any]:
    given = _brief_pdf._given(data, SIZE)
    found = typst.query(_brief_pdf._template(), kind, ignore_system_fonts=True, sys_inputs=given)
    return list(json.loads(found))


def is_accessible(pdf: bytes) -> bool:
    return b"pdfuaid:part" in pdf


def test_it_is_a_tagged_file_of_no_more_than_two_pages(record: Record, views: Views, tmp_path: Path) -> None:
    pdf = brief(record, tmp_path / "brief.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-1.")
    assert is_accessible(pdf)
    assert b"CreationDate" not in pdf
    assert _brief_pdf.pages(_brief_pdf.data(views), _brief_pdf.SIZES[0]) <= _brief_pdf.PAGES


def test_it_says_what_the_other_forms_say(views: Views) -> None:
    lines, references = parts(views)
    data = _brief_pdf.data(views)
    assert [(part["name"], [one["says"] for one in part["lines"]]) for part in data["parts"]] == [
        (name, [one.says for one in found]) for name, found in lines
    ]
    assert [one["title"] for one in data["references"]] == [one.title for one in references]
    assert data["about"] == "The Lenn valley"
    assert data["until"].startswith("record to ")


def test_each_number_leads_to_its_article_and_each_address_to_the_web(views: Views) -> None:
    data = _brief_pdf.data(views)
    links = [one["dest"] for one in queried(data, "link")]
    quoted = [one["reference"] for part in data["parts"] for line in part["lines"] for one in line["quotations"]]
    assert quoted
    inner = [one for one in links if not one.startswith("http")]
    assert inner == [f"<article-{number}>" for number in quoted]
    assert [one for one in links if one not in inner] == [one["url"] for one in data["references"] if one["url"]]


@pytest.mark.parametrize("words", MARKUP)
def test_words_from_outside_are_no_markup(views: Views, words: str) -> None:
    data = worded(views, words)
    pdf = _brief_pdf.typeset(data, SIZE)
    assert pdf.startswith(b"%PDF-1.")
    assert is_accessible(pdf)
    assert len(queried(data, "strong")) == sum(len(part["lines"]) for part in data["parts"])
    assert len(queried(data, "heading")) == len(data["parts"]) + 2
    for kind in ("ref", "emph", "raw", "math.equation"):
        assert queried(data, kind) == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext")
@pytest.mark.parametrize("words", MARKUP[:6])
def test_words_from_outside_can_be_read_as_they_are(views: Views, words: str, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(_brief_pdf.typeset(worded(views, words), SIZE))
    done = subprocess.run(["pdftotext", tmp_path / "brief.pdf", "-"], capture_output=True, check=True)
    assert words.replace(" ", "") in re.sub(r"\s", "", done.stdout.decode())


def test_enormous_words_are_cut(record: Record) -> None:
    views, line = Views(record), "x" * 1_000_000
    for id, article in views.articles.items():
        views.articles[id] = replace(article, title=line, outlet=line, name=line, url=f"https://{line}.example/")
    data = _brief_pdf.data(views)
    assert len(json.dumps(data)) < 50_000
    assert {one["url"] for one in data["references"]} == {""}
    assert _brief_pdf.pages(data, SIZE) <= _brief_pdf.PAGES


@pytest.mark.parametrize("words", UNSHOWN)
def test_letters_that_the_typefaces_lack_are_told_of(views: Views, words: str) -> None:
    data = worded(views, words)
    pdf = _brief_pdf.typeset(data, SIZE)
    assert pdf.startswith(b"%PDF-1.")
    assert not is_accessible(pdf)
    assert pdf == _brief_pdf.typeset(data | {"boxes": True}, SIZE)


def test_the_same_record_gives_the_same_bytes(record: Record, tmp_path: Path) -> None:
    once, again = (brief(record, tmp_path / f"{name}.pdf").read_bytes() for name in ("once", "again"))
    assert once == again


def longest(fewer: int) -> Iterator[dict[str, Any]]:
    """The parts of the longest brief that there can be: every line in full, each quotation of another article."""
    numbers, words = count(1), cycle(("neither", "parliament", "would", "ratify", "the", "guarantees"))

    def text(length: int) -> str:
        return " ".join(next(words) for _ in range(length))[:length]

    for lines, quotations in ((5, 2), (6, 1), (4, 3), (4, 1), (3, 2)):
        quoted = {"who": text(NAME), "words": text(LONG), "stance": "oppose", "told": False}
        yield {
            "name": "What blocks",
            "lines": [
                {
                    "of": text(LONG),
                    "says": text(SAYS),
                    "quotations": [quoted | {"reference": next(numbers)} for _ in range(quotations)],
                }
                for _ in range(max(lines - fewer, 1))
            ],
        }


def test_the_longest_brief_has_lines_less_rather_than_pages_more(views: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    sample, shown = _brief_pdf.data(views), []

    def data(_: Views, fewer: int) -> dict[str, Any]:
        made = list(longest(fewer))
        cited = sum(len(line["quotations"]) for part in made for line in part["lines"])
        article = {"outlet": "o" * NAME, "title": "t " * (LONG // 2), "date": "30 September 2031", "name": "n" * NAME}
        article |= {"url": "https://x.example/", "address": "https://x.example/" + "a-" * (LONG // 2)}
        return sample | {"parts": made, "references": [article | {"number": one + 1} for one in range(cited)]}

    def typeset(data: dict[str, Any], size: float) -> bytes:
        shown.append((_brief_pdf.pages(data, size), sum(len(part["lines"]) for part in data["parts"])))
        return b""

    monkeypatch.setattr(_brief_pdf, "data", data)
    monkeypatch.setattr(_brief_pdf, "typeset", typeset)
    _brief_pdf.pdf(views)
    ((pages, lines),) = shown
    assert pages == _brief_pdf.PAGES
    assert 5 <= lines < 22


def test_without_the_extra_it_says_how_to_get_it(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_brief_pdf, "find_spec", lambda _: None)
    with pytest.raises(OnrecordError, match=r"typst.*pip install \"\.\[pdf\]\""):
        brief(record, tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()


def test_the_command_writes_it(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    done = CliRunner().invoke(main, ["brief", str(record.path), "--since", "2031-03-07", "-o", str(path)])
    assert done.exit_code == 0, done.output
    assert path.read_bytes().startswith(b"%PDF-1.")
