"""Positions against those coded by reading: what is counted, how coders agree, and floors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.corpora import corpora
from evals.positions import CODEBOOKS, Coded, conditions, gold, linkage, of_conditions, overlap, run, score
from evals.positions.agreement import coded_twice
from onrecord import code
from onrecord.model import Position, Span

# Percent on the open half. Precision had its floor at 70 when rules alone found a fifth of the options; weighed with
# the network half of them are found, and nearly two of three that are found are right.
FLOORS = {"option F1": 56, "option precision": 65, "stance right": 74, "stance macro F1": 66, "end to end F1": 37}
# Percent on the open half, under what the rules reach; the stance is given.
CONDITION_FLOORS = {"found": 58, "words F1": 56, "kind right": 60, "linkage F1": 28}
VALUES = st.sampled_from(["none", "support", "oppose"])


def coded(gold_stance: str | None, found_stance: str | None, *, sure: bool = True, holder: str = "Orlund") -> Coded:
    row = {"option": "ports.open", "stance": gold_stance, "sure": sure, "holder": "Orlund", "voice": "own"}
    row |= {"condition": None, "condition_type": None, "linked": None}
    position = Position("ports", "open", found_stance, None, 0.9, "")  # type: ignore[arg-type]
    return Coded(
        "trade",
        {"ports.open": row} if gold_stance else {},
        {"ports.open": (position, (holder,))} if found_stance else {},
    )


def test_a_position_is_right_end_to_end_when_option_stance_and_holder_are() -> None:
    assert score([coded("support", "support")])["end to end F1"] == 100
    assert score([coded("support", "support", holder="Karshevia")])["end to end F1"] == 0
    turned = score([coded("support", "oppose")])
    assert (turned["option F1"], turned["end to end F1"], turned["wrong way round"]) == (100, 0, 1)


def test_what_the_coder_was_not_sure_of_counts_neither_way() -> None:
    assert score([coded("support", "oppose", sure=False), coded("support", "support")])["option F1"] == 100
    assert score([coded("support", None, sure=False), coded("support", "support")])["option recall"] == 100
    assert score([coded(None, "support"), coded("support", "support")])["option precision"] == 50


TEXT = "We will open the ports if the levies are lifted by May."
ASKED = {
    "stance": "conditional",
    "sure": True,
    "condition": [23, 54],
    "condition_type": "deadline",
    "linked": "levies.none",
}


def conditional(found: Position | None, **changed: object) -> Coded:
    return Coded("trade", {"ports.open": ASKED | changed}, {"ports.open": (found, ())} if found else {}, TEXT)


def hung_on(span: Span | None, linked: tuple[str, str] | None = ("levies", "none")) -> Position:
    return Position("ports", "open", "conditional", span, 0.9, "", kind="deadline", linked=linked)


def test_a_condition_is_right_by_its_words_its_kind_and_the_option_it_names() -> None:
    figures = of_conditions([conditional(hung_on(Span(23, 54)))])
    assert figures == {
        "condition F1": 100,
        "kind right": 100,
        "linkage F1": 100,
        "… position right": 100,
        "conditions": 1,
    }
    half = of_conditions([conditional(hung_on(Span(41, 54), ("levies", "cut")), condition_type="threat")])
    assert half["condition F1"] == pytest.approx(100 * 2 * 3 / (7 + 3))
    assert (half["kind right"], half["linkage F1"]) == (0, 0)


def test_a_linkage_counts_in_all_where_its_position_is_missed_and_not_where_it_is_unsure() -> None:
    right, missed = conditional(hung_on(Span(23, 54))), conditional(None)
    figures = of_conditions([right, missed])
    assert figures["… position right"] == 100
    assert figures["linkage F1"] == pytest.approx(200 / 3)
    assert of_conditions([right, conditional(hung_on(None), sure=False)])["linkage F1"] == 100
    assert linkage([("a", "b"), (None, "c"), (None, None)]) == 0


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_words_in_common_are_all_of_the_same_stretch_and_the_same_both_ways(text: str, one: int, other: int) -> None:
    whole, part = (0, len(text)), (min(one, other), max(one, other))
    assert overlap(text, whole, whole) in (0, 1)
    assert 0 <= overlap(text, whole, part) == overlap(text, part, whole) <= 1


def test_every_code_is_of_its_codebook_and_every_second_coding_has_a_first() -> None:
    known = {
        name: {f"{issue.id}.{option.id}" for issue in code.codebook(file).issues for option in issue.options}
        for name, file in CODEBOOKS.items()
    }
    assert all(one["option"] in known[row["corpus"]] for row in gold() for one in row["positions"])
    assert len(coded_twice()) == 216


@pytest.mark.corpora
@pytest.mark.skipif(
    not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
def test_no_figure_falls_below_its_floor() -> None:
    figures = score(run("open"))
    assert {name: figures[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), figures


@pytest.mark.corpora
@pytest.mark.skipif(
    not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
def test_conditions_do_not_fall_below_their_floors() -> None:
    figures = conditions.score(conditions.run("open"))
    assert {n: figures[n] >= floor for n, floor in CONDITION_FLOORS.items()} == dict.fromkeys(CONDITION_FLOORS, True), (
        figures
    )
