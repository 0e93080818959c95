"""From coverage to the record: the same input gives the same record, nothing stops the rest, no work is done twice."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import random
from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline
from onrecord.errors import InputError, NothingToRead, RecordError, SettingsError
from onrecord.model import Document, Reading, SetAside
from onrecord.settings import Settings

ARTICLE = (
    "Orlund's premier said on Monday that her government would sign a ceasefire if the other side did the same. "
    "“We are ready,” she told reporters in Hestmark, and added that observers would be welcome on both banks."
)


def few(coverage: Path) -> list[Path]:
    return [coverage / "wire", coverage / "desk-export.jsonl"]


def build(paths: list[Path], out: Path, coverage: Path, processes: int = 1) -> onrecord.Summary:
    return onrecord.build(paths, out, config=coverage / "onrecord.toml", processes=processes)


def test_the_same_record_from_shuffled_input_and_from_two_processes(coverage: Path, tmp_path: Path) -> None:
    build(few(coverage), tmp_path / "one.onrecord", coverage)

    rows = (coverage / "desk-export.jsonl").read_text(encoding="utf-8").splitlines()
    random.Random(7).shuffle(rows)
    (coverage / "desk-export.jsonl").write_text("\n".join(rows), encoding="utf-8")
    build(few(coverage)[::-1], tmp_path / "two.onrecord", coverage, processes=2)

    assert (tmp_path / "one.onrecord").read_bytes() == (tmp_path / "two.onrecord").read_bytes()


def test_an_interrupted_build_goes_on_where_it_stopped(
    coverage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(few(coverage), tmp_path / "whole.onrecord", coverage)
    read = pipeline.read_document
    seen: list[str] = []

    def stopped(document: Document, settings: Settings) -> Reading | SetAside:
        if len(seen) == 3:
            raise KeyboardInterrupt
        seen.append(document.id)
        return read(document, settings)

    def counted(document: Document, settings: Settings) -> Reading | SetAside:
        assert document.id not in seen, "read a second time"
        return read(document, settings)

    monkeypatch.setattr(pipeline, "read_document", stopped)
    with pytest.raises(KeyboardInterrupt):
        build(few(coverage), tmp_path / "parts.onrecord", coverage)
    monkeypatch.setattr(pipeline, "read_document", counted)
    summary = build(few(coverage), tmp_path / "parts.onrecord", coverage)

    assert summary.kept == 3
    assert (tmp_path / "parts.onrecord").read_bytes() == (tmp_path / "whole.onrecord").read_bytes()


def test_a_second_build_of_the_same_folder_reads_nothing(
    coverage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(few(coverage), tmp_path / "r.onrecord", coverage)
    before = (tmp_path / "r.onrecord").read_bytes()
    monkeypatch.setattr(pipeline, "read_document", lambda *_: pytest.fail("an article was read again"))

    second = build(few(coverage), tmp_path / "r.onrecord", coverage)

    assert (second.read, second.kept) == (0, first.articles)
    assert (tmp_path / "r.onrecord").read_bytes() == before


def test_articles_added_later_give_the_record_of_all_of_them(coverage: Path, tmp_path: Path) -> None:
    build(few(coverage), tmp_path / "at-once.onrecord", coverage)

    build(few(coverage)[:1], tmp_path / "in-two.onrecord", coverage)
    later = build(few(coverage), tmp_path / "in-two.onrecord", coverage)

    assert later.kept == 4
    assert (tmp_path / "in-two.onrecord").read_bytes() == (tmp_path / "at-once.onrecord").read_bytes()


def test_what_cannot_be_read_is_set_aside_with_the_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "again.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "short.txt").write_text("Subscribe now", encoding="utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    (folder / "huge.txt").write_text(ARTICLE * 90_000, encoding="utf-8")
    (folder / "torn.txt.gz").write_bytes(gzip.compress(ARTICLE.encode() * 50)[:-30])
    (folder / "rows.jsonl").write_text(
        json.dumps({"id": "a", "text": ARTICLE + " The envoy agreed."}) + '\n{"id": "b", "text":\n' + '{"id": "c"}\n'
    )
    (folder / "utf16.txt").write_bytes((ARTICLE + " The envoy said so.").encode("utf-16"))
    (folder / "hostile.html").write_text(
        f"<html><body><script>alert(1)</script><article><h1>&lt;script&gt;x()&lt;/script&gt;</h1><p>{ARTICLE}</p>"
        f"<p>“<img src=x onerror=alert(1)>\u202eno\u202c,” the envoy said, and the ministry agreed with it.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )

    summary = onrecord.build([folder], tmp_path / "r.onrecord", processes=1)

    reasons = {item.name: item.reason for item in summary.set_aside}
    assert set(reasons) == {
        "good.txt", "empty.txt", "short.txt", "picture.txt", "huge.txt", "torn.txt.gz", "rows.jsonl#2", "c",
    }  # fmt: skip
    assert reasons["good.txt"] == "the same, word for word, as again.txt"
    assert "binary" in reasons["picture.txt"]
    names = {article.name for article in onrecord.Record(tmp_path / "r.onrecord").articles()}
    assert names == {"again.txt", "a", "utf16.txt", "hostile.html"}


def test_a_stage_that_fails_costs_its_part_and_not_the_article(
    coverage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("no verbs")

    monkeypatch.setattr("onrecord.code.positions", broken)
    summary = build([coverage / "wire"], tmp_path / "r.onrecord", coverage)

    assert summary.problems == summary.articles == 4
    assert summary.statements > 0
    assert "coding failed (ZeroDivisionError: no verbs)" in dict(onrecord.Record(summary.record).problems()).values()


def dies_of_one(document: Document, settings: Settings) -> Reading | SetAside:
    if document.name == "2024-03-12-offer.html":
        os._exit(1)
    return pipeline.read_document(document, settings)


def test_an_article_that_takes_its_process_down_is_set_aside_alone(
    coverage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "read_document", dies_of_one)

    summary = build([coverage / "wire"], tmp_path / "r.onrecord", coverage, processes=2)

    assert [item.name for item in summary.set_aside] == ["2024-03-12-offer.html"]
    assert summary.articles == len(list((coverage / "wire").iterdir())) - 1


def test_every_statement_points_at_words_of_its_article(sample: onrecord.Record) -> None:
    texts = {article.id: article.text for article in sample.articles()}
    for statement in sample.statements():
        text, attribution = texts[statement.article], statement.attribution
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert list(spans) == sorted(spans)
        assert attribution.content


def test_coverage_without_an_article_is_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()

    with pytest.raises(NothingToRead, match="empty"):
        onrecord.build([tmp_path / "empty.txt"], tmp_path / "r.onrecord", processes=1)


def test_a_path_a_setting_and_a_record_that_cannot_be_used_are_named(coverage: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere"):
        onrecord.build([tmp_path / "nowhere"], tmp_path / "r.onrecord", processes=1)
    with pytest.raises(RecordError, match=r"actors\.yaml"):
        onrecord.build([coverage], coverage / "actors.yaml", processes=1)
    (coverage / "onrecord.toml").write_text("[fields]\nbody = 3\n")
    with pytest.raises(SettingsError, match=r"fields\.body"):
        onrecord.build([coverage], tmp_path / "r.onrecord", processes=1)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa", b"actors: [{kind: state}]"])
def test_an_actor_list_that_cannot_be_used_is_named_before_any_article_is_read(
    coverage: Path, tmp_path: Path, content: bytes | None
) -> None:
    (coverage / "actors.yaml").unlink()
    if content is not None:
        (coverage / "actors.yaml").write_bytes(content)

    with pytest.raises(SettingsError, match=r"actors\.yaml"):
        onrecord.build([coverage], tmp_path / "r.onrecord", processes=2)
    assert not (tmp_path / "r.onrecord").exists()


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = SettingsError("it has to be text.", path="actors.yaml", row=2, field="name", advice="Look.")

    again = pickle.loads(pickle.dumps(error))

    assert (str(again), again.row, type(again)) == (str(error), 2, SettingsError)


def test_two_settings_that_differ_ask_which_of_them_holds(coverage: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(ARTICLE)
    (other / "onrecord.toml").write_text('\ufeff[fields]\ntext = "words"\n', encoding="utf-8")

    with pytest.raises(SettingsError, match="--config"):
        onrecord.build([coverage, other], tmp_path / "r.onrecord", processes=1)


def test_a_side_car_that_comes_later_makes_no_second_article(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    onrecord.build([folder], tmp_path / "r.onrecord", processes=1)
    (folder / "sources.csv").write_text("file,outlet\na.txt,Quorum Wire\n")

    summary = onrecord.build([folder], tmp_path / "r.onrecord", processes=1)

    assert summary.articles == 1
    assert [article.outlet for article in onrecord.Record(summary.record).articles()] == ["Quorum Wire"]


def test_articles_read_with_another_codebook_are_counted(coverage: Path, tmp_path: Path) -> None:
    build([coverage / "wire"], tmp_path / "r.onrecord", coverage)
    book = tmp_path / "fish.yaml"
    book.write_text(
        "name: Fish\nissues: [{id: q, name: Q, description: D, "
        "options: [{id: o, name: O, description: D, phrases: [cod]}]}]"
    )

    summary = onrecord.build([coverage / "gazette"], tmp_path / "r.onrecord", codebook=book, processes=1)

    assert summary.stale == 4


def test_other_settings_read_the_articles_again(coverage: Path, tmp_path: Path) -> None:
    build(few(coverage), tmp_path / "r.onrecord", coverage)
    with (coverage / "actors.yaml").open("a") as actors:
        actors.write("  - {name: Vessary, kind: organisation}\n")

    assert build(few(coverage), tmp_path / "r.onrecord", coverage).kept == 0
