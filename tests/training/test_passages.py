"""The passages that were written to train on: whole, varied, and not to be guessed."""

from __future__ import annotations

from collections import Counter

import pytest

from training.positions.passages import Row, faults, guessed_from_option, near_duplicates, written


def row(passage: str, stance: str = "support", says: str | None = "backs the ceasefire", **more: str) -> Row:
    return {
        "talks": "ceasefire",
        "passage": passage,
        "labels": [{"holder": "Orlund", "says": says, "option": "A ceasefire", "stance": stance, **more}],
    }


TEXT = "Orlund backs the ceasefire if the guns are pulled back, its minister said on Monday."


@pytest.mark.parametrize(
    ("passage", "fault"),
    [
        (row(TEXT), None),
        (row(TEXT, says=None, stance="none"), None),
        (row(TEXT, says="rejects it"), "not in the passage"),
        (row(TEXT, stance="conditional"), "conditional on nothing"),
        (row(TEXT, stance="conditional", condition="if the guns", condition_type="exchange"), None),
        (row(TEXT, stance="conditional", condition="if the guns", condition_type="hope"), "hope"),
        (row(TEXT, stance="lukewarm"), "lukewarm"),
    ],
)
def test_a_label_stands_on_the_words_of_its_passage(passage: Row, fault: str | None) -> None:
    found = faults(passage)
    assert (not found) if fault is None else any(fault in one for one in found)


def test_a_passage_told_again_with_a_word_changed_is_a_near_duplicate() -> None:
    assert near_duplicates([row(TEXT), row(TEXT.replace("Monday", "Friday"))]) == 1
    assert near_duplicates([row(TEXT), row("Nobody in Karshevia wants the loan to be repaid before the winter.")]) == 0


def test_an_option_with_two_stances_is_guessed_half_the_time() -> None:
    assert guessed_from_option([row(TEXT), row(TEXT, stance="oppose")]) == 0.5


class TestWritten:
    def test_there_are_more_than_four_thousand_over_more_than_sixty_negotiations(self) -> None:
        rows = written()
        assert len(rows) >= 4000
        assert len({one["talks"] for one in rows}) >= 60

    def test_none_has_a_fault_and_hardly_any_tells_another_again(self) -> None:
        rows = written()
        assert [fault for one in rows for fault in faults(one)] == []
        assert near_duplicates(rows) < len(rows) / 100

    def test_no_stance_is_rare_and_a_reader_of_the_option_alone_fails(self) -> None:
        rows = written()
        stances = Counter(label["stance"] for one in rows for label in one["labels"])
        assert min(stances.values()) > stances.total() / 12
        assert guessed_from_option(rows) < 0.6
