"""Differences against those labelled by reading: what is counted, and floors on sets that were written for it."""

from __future__ import annotations

import json

from evals import differences
from evals.differences import Compared, score
from evals.differences.collections import HERE, gold
from evals.differences.matching import Marked, Place
from onrecord.model import Difference, Span, Telling
from tests.made import article, span

ONE = article("a", "Envoys met. The toll is 41. They left.")
OTHER = article("b", "They counted 27 dead. They left.")
FLOORS = {"precision": 80, "recall": 75}  # percent on the open half, under what is reached


def _compared(*marked: Marked, found: str = "41", relation: str = "conflict") -> Compared:
    tellings = Telling("a", span(ONE, found), found), Telling("b", span(OTHER, "27"), "27")
    difference = Difference("d", "number", relation, "toll", "why", *tellings)  # type: ignore[arg-type]
    return Compared("made", "open", {"a": ONE, "b": OTHER}, marked, (difference,))


def _marked(relation: str = "conflict", *, sure: bool = True) -> Marked:
    places = Place("b", span(OTHER, "dead")), Place("a", span(ONE, "toll"))
    return Marked("number", relation, *places, sure)  # type: ignore[arg-type]


def test_a_difference_is_met_in_its_sentences_in_either_order() -> None:
    """Given tellings in the labelled sentences, then it is found; in another sentence it is missed and too much."""
    assert (score([_compared(_marked())]).precision, score([_compared(_marked())]).recall) == (100, 100)
    elsewhere = score([_compared(_marked(), found="left")])
    assert (elsewhere.precision, elsewhere.recall) == (0, 0)


def test_what_is_called_a_conflict_and_is_none_is_counted() -> None:
    """Given a label that says update, or none at all, then a conflict is a contradiction too many."""
    assert [score([_compared(*marked)]).contradictions for marked in ([_marked()], [_marked("update")], [])] == [
        0,
        1,
        1,
    ]
    assert score([_compared(relation="open")]).contradictions == 0


def test_what_the_reader_was_not_sure_of_counts_neither_way() -> None:
    """Given an unsure label that was met, then nothing is marked, found or wrong."""
    unsure = score([_compared(_marked(sure=False))])
    assert (unsure.marked, unsure.found, unsure.wrong) == (0, 0, 0)


def test_the_gold_has_both_halves_and_no_text() -> None:
    """Given the pairs of news, then events are in one half alone, and places are offsets."""
    halves = {event: {row["part"] for row in gold() if row["event"] == event} for event in {r["event"] for r in gold()}}
    assert all(len(parts) == 1 for parts in halves.values())
    assert {"open", "shut"} == set().union(*halves.values())
    spans = [Span(*d[side]["span"]) for row in gold() for d in row["differences"] for side in ("one", "other")]
    assert all(0 <= at.start < at.end for at in spans)


def test_no_figure_falls_below_its_floor() -> None:
    """Given the open half of the written sets, then figures hold, and nothing is wrongly called a contradiction."""
    figures = score(differences.made("open"))

    assert (figures.precision or 0) >= FLOORS["precision"], figures
    assert (figures.recall or 0) >= FLOORS["recall"], figures
    assert figures.contradictions == 0


def test_what_was_read_outside_the_gold_has_no_text_and_none_of_its_articles() -> None:
    """Given the verdicts on other articles, then they are places alone, and the gold's articles are not among them."""
    read = [json.loads(line) for line in (HERE / "outside.jsonl").read_text(encoding="utf-8").splitlines()]
    tellings = [row[side] for row in read for side in ("one", "other")]

    assert all(set(told) == {"article", "span"} and told["span"][0] < told["span"][1] for told in tellings)
    assert not {told["article"] for told in tellings} & {row[side] for row in gold() for side in ("a", "b")}
    assert {row["right"] for row in read} == {True, False}
