"""Floors of what `python -m evals.trace` and `python -m evals.trace.scale` print."""

from __future__ import annotations

import pytest

from evals.corpora import corpora
from evals.trace import copies, scale
from onrecord import trace
from onrecord.model import Paragraph
from onrecord.syntax import paragraphs_of

# A pair less than what was measured on North Korea.
PRECISION, RECALL = 0.94, 0.83


@pytest.mark.corpora
def test_copies_and_parts_are_found_in_pairs_labelled_by_reading() -> None:
    if not (corpora() / "coverage" / "north-korea.jsonl").exists():
        pytest.skip("the public corpora are not here (ONRECORD_CORPORA)")
    # given the collection on North Korea and its labelled pairs
    rows = [row for half in ("open", "shut") for row in copies.gold(half) if row["collection"] == "north-korea"]
    # when
    counted = copies.counts(rows, copies.found({"north-korea"}))
    # then
    assert counted.precision is not None
    assert counted.recall is not None
    assert counted.precision >= PRECISION
    assert counted.recall >= RECALL


@pytest.mark.corpora
def test_made_copies_are_found_by_kind() -> None:
    if not (corpora() / "polnear" / "train.jsonl").exists():
        pytest.skip("the public corpora are not here (ONRECORD_CORPORA)")
    # given articles of which it is known what is a copy of what
    articles = list(scale.made(scale.real_texts(), 200))
    stories = [
        trace.Story(
            row["id"], row["outlet"], row["published"], row["text"], [*map(Paragraph, paragraphs_of(row["text"]))]
        )
        for row in (one.row for one in articles)
    ]
    # when
    found = {(pair.a, pair.b) for pair in trace.reuse(stories)}
    # then nearly all are found; a third of a very short story may have too few words
    for kind, floor in (("exact", 1.0), ("edited", 0.95), ("cut", 0.95), ("part", 0.9)):
        pairs = [(one.source, one.row["id"]) for one in articles if one.kind == kind]
        assert len(pairs) > 10
        assert sum(pair in found for pair in pairs) >= floor * len(pairs), kind


def test_the_gold_names_places_in_both_articles() -> None:
    rows = [row for half in ("open", "shut") for row in copies.gold(half)]
    assert {row["label"] for row in rows} <= {"copy", "part", "utterance", "unrelated"}
    assert all(row["spans"] for row in rows if row["label"] in copies.PRESENT)
    assert all(row["first"] in ("a", "b", None) for row in rows)


def test_counts_are_those_of_a_table_by_hand() -> None:
    labelled = [
        {"a": "1", "b": "2", "label": "copy"},
        {"a": "4", "b": "3", "label": "part"},
        {"a": "5", "b": "6", "label": "utterance"},
        {"a": "7", "b": "8", "label": "unrelated"},
    ]
    counted = copies.counts(labelled, {("3", "4"), ("5", "6")})
    assert (counted.right, counted.wrong, counted.missed) == (1, 1, 1)
    assert counted.precision == counted.recall == 0.5
    assert copies.counts(labelled[2:], set()).precision is None
