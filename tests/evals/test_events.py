"""Events against those marked by reading: what is counted, and floors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evals import events
from evals.corpora import corpora
from evals.events import Read, gold, judged, score
from onrecord.model import Dated, EventMention, Span

# Percent on the open half, under what is reached.
FLOORS = {"event precision": 95, "event recall": 75, "participants F1": 72, "date right": 80, "status right": 88}

FOUND = EventMention("meeting", (0,), None, Dated("2024-03-05", "inferred"), "held", Span(0, 30), Span(10, 13))
RIGHT = ("event F1", "kind right", "participants F1", "date right", "status right")


def read(*found: EventMention, sure: bool = True) -> Read:
    row: dict[str, Any] = {"kind": "meeting", "triggers": [[10, 13]], "participants": ["Ilse Marden"], "status": "held"}
    marked = {"part": "open", "events": [row | {"when": "2024-W10", "sure": sure}]}
    return Read(marked, found, {0: ("Ilse Marden", "Marden"), 1: ("Dag Brenner",)}, (Span(0, 40), Span(41, 90)))


def test_an_event_is_met_by_its_word_and_a_week_by_a_day_in_it() -> None:
    right = score([read(FOUND)])
    assert {right[name] for name in RIGHT} == {100}


def test_what_is_elsewhere_of_another_kind_or_day_is_wrong() -> None:
    elsewhere = replace(FOUND, trigger=Span(50, 53), span=Span(45, 60))
    assert score([read(elsewhere)])["event precision"] == 0
    other = score([read(replace(FOUND, kind="call", when=Dated("2024-03-12", "inferred"), participants=(1,)))])
    assert (other["kind right"], other["date right"], other["participants F1"]) == (0, 0, 0)


def test_what_the_reader_was_not_sure_of_counts_neither_way() -> None:
    assert score([read(FOUND, sure=False)])["events marked"] == 0


def test_the_gold_holds_offsets_and_both_halves() -> None:
    assert {row["part"] for row in gold()} == {"open", "shut"}
    assert sum(event["sure"] for row in gold() for event in row["events"]) >= 60
    assert all(0 <= start < end for row in gold() for event in row["events"] for start, end in event["triggers"])


def test_what_was_judged_is_counted_and_holds_no_text() -> None:
    shares = judged.shares()
    assert shares["is an event"] == (65, 69)
    assert all(0 < right <= of for name, (right, of) in shares.items() if name != "date wrong")
    assert all(
        isinstance(value, (bool, int, list)) or len(value) < 25
        for of in judged.SETS
        for row in judged.rows(of)
        for value in row.values()
    )


@pytest.mark.corpora
@pytest.mark.skipif(
    not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
def test_no_figure_falls_below_its_floor() -> None:
    figures = score(events.run("open"))
    assert {name: figures[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), figures
