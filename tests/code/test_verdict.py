"""Rules and network weighed against each other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.code._network.network import STANCES, Answer
from onrecord.code._verdict import Seen, Weights, weights
from onrecord.model import Position, Stance

NAMED = Seen(named=True, voiced=True)
CHANCES = st.floats(0, 1)


def answer(told: float, stance: Stance, share: float = 0.9) -> Answer:
    rest = (1 - share) / (len(STANCES) - 1)
    return Answer(told, {one: share if one == stance else rest for one in STANCES}, None)


def ruled(stance: Stance) -> Position:
    return Position("ports", "open", stance, None, 0.9, "back")


def test_what_rules_and_network_agree_on_is_surer_than_what_one_of_them_sees() -> None:
    both = weights().verdict(answer(0.9, "support"), ruled("support"), NAMED)
    alone = weights().verdict(answer(0.9, "support"), None, NAMED)
    assert both is not None
    assert alone is not None
    assert both.stance == alone.stance == "support"
    assert both.confidence > alone.confidence


def test_a_statement_without_any_word_of_will_gives_no_position_however_sure_the_network_is() -> None:
    assert weights().verdict(answer(1.0, "support"), None, replace(NAMED, voiced=False)) is None


def test_a_direction_that_rules_found_is_not_turned_round_by_a_network_that_is_a_little_surer() -> None:
    held = weights().verdict(answer(0.9, "support", 0.7), ruled("oppose"), NAMED)
    assert held is not None
    assert held.stance == "oppose"


def test_where_no_condition_can_be_pointed_at_the_confidence_is_that_of_the_stance_that_is_kept() -> None:
    torn = Answer(0.9, {"support": 0.2, "oppose": 0.05, "conditional": 0.7, "unclear": 0.05}, None)
    kept = weights().likeliest(torn, None, NAMED, bound=False)
    assert kept.stance == "support"
    assert kept.confidence < weights().likeliest(torn, None, NAMED).confidence


@given(CHANCES, CHANCES, st.sampled_from(STANCES), st.sampled_from([*STANCES, None]), st.booleans(), st.booleans())
def test_a_confidence_is_a_chance_and_the_surer_network_never_makes_a_stance_less_told(
    told: float, more: float, stance: Stance, rule: Stance | None, named: bool, voiced: bool
) -> None:
    known: Weights = weights()
    seen, position = Seen(named, voiced), ruled(rule) if rule else None
    low, high = sorted((told, more))
    assert known.told_by(answer(low, stance), position, seen) <= known.told_by(answer(high, stance), position, seen)
    verdict = known.verdict(answer(told, stance), position, seen)
    assert verdict is None or 0 <= verdict.confidence <= 1
