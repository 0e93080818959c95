"""Whose a position is, once the collection says whom its speaker speaks for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Position, Stance
from onrecord.resolve import held


def position(stance: Stance, holder: str | None = None, option: str = "foreign-troops") -> Position:
    return Position("security-guarantees", option, stance, None, 0.8, "would accept", holder)


def test_what_a_speaker_tells_of_its_own_side_is_its_own() -> None:
    assert held([position("support", "Orlund")], "Orlund") == (position("support"),)


def test_what_a_speaker_tells_of_another_side_is_a_report_of_it() -> None:
    report = position("support", "Karshevia")

    assert held([report], "Orlund") == (report,)


def test_a_speaker_without_a_known_side_reports_all_sides_but_itself() -> None:
    told = [position("support", "Karshevia"), position("oppose", "the Lenn League")]

    assert held(told, None, ("Lenn League", "the Lenn League")) == (told[0], position("oppose"))


def test_an_option_has_one_own_position_and_one_of_each_other_holder() -> None:
    told = [
        position("oppose", "Orlund"),
        position("support", "Karshevia"),
        position("unclear"),
        position("conditional", "Karshevia"),
        position("support", "Norrin"),
        position("support", "Orlund", option="treaty"),
    ]

    assert held(told, "Orlund") == (
        position("support", "Karshevia"),
        position("unclear"),
        position("support", "Norrin"),
        position("support", option="treaty"),
    )


_sides = st.sampled_from([None, "Orlund", "Karshevia", "Norrin"])
_told = st.builds(
    position, st.sampled_from(["support", "oppose", "conditional", "unclear"]), _sides, st.sampled_from(["a", "b"])
)


@given(st.lists(_told, max_size=12), _sides)
def test_nothing_that_was_told_of_an_option_is_lost_and_nothing_is_there_twice(
    told: list[Position], side: str | None
) -> None:
    kept = held(told, side)

    whose = {(one.option, None if one.holder == side else one.holder) for one in told}
    assert {(one.option, one.holder) for one in kept} == whose
    assert len(kept) == len(whose)
    assert held(kept, side) == kept
