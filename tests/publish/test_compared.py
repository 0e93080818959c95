"""The pages and rows of differences and names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import analyse, code
from onrecord.model import FigureMention, Reading, Span
from onrecord.publish import dossier, export, show
from onrecord.publish._compared import around
from onrecord.store import Record, Writer
from tests.made import article, span


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record of two articles that give a fund two values and a city two names."""
    readings = []
    for name, outlet, city, words, value in (
        ("a", "Quorum Wire", "Kyiv", "$300 million", 3e8),
        ("b", "Harbour <b>Post</b>", "Kiev", "$500 million", 5e8),
    ):
        of = article(name, f"In {city} the donors put {words} into a fund for displaced families.", outlet=outlet)
        figure = FigureMention(value, value, False, "USD", None, "fund", ("displaced",), span(of, words))
        readings.append(Reading(of, figures=(figure,)))
    figures = code.same_figures(readings)
    found = analyse.differences(readings, (), (), {}, (), figures=figures)
    path = tmp_path / "talks.onrecord"
    with Writer(path) as writer:
        writer.about({"codebook": code.codebook(None).source})
        for reading in readings:
            writer.add(reading, "made")
        writer.collect((), (), (), (), figures, differences=found)
        writer.finish()
    return Record(path)


def test_a_difference_survives_the_record(record: Record) -> None:
    """Given a stored difference, then its tellings are the words of its articles."""
    (one,) = record.differences()
    for told in (one.one, one.other):
        assert record.article(told.article).text[told.span.start : told.span.end] == told.value


def test_rows_tell_both_sides(record: Record) -> None:
    """Given two articles that differ, then the rows have both values, and each outlet's name for the city."""
    (row,) = show(record, "differences")
    named = {(r["outlet"], r["name"]): r["own"] for r in show(record, "naming")}

    assert (row["relation"], {row["one"], row["other"]}) == ("conflict", {"$300 million", "$500 million"})
    assert named == {("Quorum Wire", "Kyiv"): 1, ("Harbour <b>Post</b>", "Kiev"): 1}


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 30), st.integers(0, 200))
def test_a_long_sentence_is_cut_around_what_it_tells(text: str, start: int, length: int, longest: int) -> None:
    """Given any place and any limit, then the words at the place stand in what is shown, on one line."""
    of = article("a", text)
    at = Span(min(start, len(text)), min(start + length, len(text)))
    shown = around(of, at, longest)

    assert " ".join(text[at.start : at.end].split()) in shown
    assert len(shown.splitlines()) <= 1


def test_the_telling_of_a_long_sentence_is_shown() -> None:
    """Given a fact at the end of a long sentence, then it and the words beside it are what is shown."""
    long = "The envoys, who had come by boat, " + "and waited for the fog to lift, " * 8
    of = article("a", f"{long}found the talks useful in the end.")

    assert around(of, span(of, "useful"), 60).endswith("found the talks useful in the end.")
    assert around(of, span(of, "useful"), 60).startswith("… ")


def test_pages_lead_to_the_words(record: Record, tmp_path: Path) -> None:
    """Given the two pages, then each links to an anchor of an article's page, and text from outside is no markup."""
    dossier(record, tmp_path / "dossier")
    for page, words in (("differences", "$300 million"), ("naming", "Kyiv")):
        text = (tmp_path / "dossier" / f"{page}.html").read_text("utf-8")
        at = span(record.article("a"), words)
        anchor = f"w-{at.start}-{at.end}"

        assert f'href="articles/a.html#{anchor}"' in text
        assert f'id="{anchor}"' in (tmp_path / "dossier" / "articles" / "a.html").read_text("utf-8")
        assert "<b>Post" not in text


@pytest.mark.parametrize(("ending", "rows"), [("differences", 1), ("naming", 2)])
def test_exports(record: Record, tmp_path: Path, ending: str, rows: int) -> None:
    """Given an export by its ending, then it has a line a row."""
    file = tmp_path / f"talks.{ending}.jsonl"

    assert export(record, file) == rows == len(file.read_text("utf-8").splitlines())


def test_an_article_tells_how_its_outlet_names_things_beside_the_others(record: Record, tmp_path: Path) -> None:
    """Given two outlets with a name each for one city, then each one's article shows its own and the other's."""
    dossier(record, tmp_path / "dossier")
    pages = [(tmp_path / "dossier" / "articles" / f"{one.id}.html").read_text("utf-8") for one in record.articles()]
    shown = ["".join(page.partition("names things, beside the others")[1:]) for page in pages]

    assert any("<strong>Kyiv</strong> 1" in page and "others: Kiev (1 outlet)" in page for page in shown)
    assert any("<strong>Kiev</strong> 1" in page and "others: Kyiv (1 outlet)" in page for page in shown)
