"""What every model of an outcome must do, and cases worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from onrecord.analyse._outcomes import MODELS, Stakes
from tests.analyse.outcomes.talks import stakes_of, tables

SEPARATE = [name for name, model in MODELS.items() if not model.joint]


def settled(name: str, stakes: Stakes) -> list[float]:
    return [float(outcome) for outcome in MODELS[name].settle(stakes)]


@pytest.mark.parametrize("name", MODELS)
@given(stakes=tables())
@settings(max_examples=60, deadline=None)
def test_an_outcome_lies_within_the_range_of_positions(name: str, stakes: Stakes) -> None:
    outcome = MODELS[name].settle(stakes)
    low, high = stakes.range
    agreed = ~np.isnan(outcome)
    assert agreed.all() or name == "nash"
    assert (outcome[agreed] >= low[agreed] - 1e-6).all()
    assert (outcome[agreed] <= high[agreed] + 1e-6).all()


@pytest.mark.parametrize("name", MODELS)
@given(stakes=tables())
@settings(max_examples=60, deadline=None)
def test_turning_the_scales_round_turns_the_outcome_round(name: str, stakes: Stakes) -> None:
    turned = replace(
        stakes, position=100 - stakes.position, red_line=100 - stakes.red_line, reference=100 - stakes.reference
    )
    np.testing.assert_allclose(MODELS[name].settle(turned), 100 - MODELS[name].settle(stakes), atol=1e-5)


@pytest.mark.parametrize("name", MODELS)
@given(stakes=tables())
@settings(max_examples=30, deadline=None)
def test_capability_has_no_unit(name: str, stakes: Stakes) -> None:
    scaled = replace(stakes, capability=stakes.capability * 2.0**30)
    np.testing.assert_allclose(MODELS[name].settle(scaled), MODELS[name].settle(stakes), atol=1e-5)
    tiny = replace(stakes, capability=stakes.capability * 2.0**-40)
    np.testing.assert_allclose(MODELS[name].settle(tiny), MODELS[name].settle(stakes), atol=1e-5)


@pytest.mark.parametrize("name", MODELS)
def test_who_agrees_gets_what_they_agree_on(name: str) -> None:
    assert settled(name, stakes_of([37.5, 37.5, 37.5], [0.2, 1, 0.4], [3, 1, 2])) == pytest.approx([37.5])


@pytest.mark.parametrize("name", SEPARATE)
@given(stakes=tables())
@settings(max_examples=30, deadline=None)
def test_an_issue_alone_ends_as_it_does_among_others(name: str, stakes: Stakes) -> None:
    alone = Stakes(*(getattr(stakes, field)[:1] for field in Stakes.__slots__))
    np.testing.assert_allclose(MODELS[name].settle(alone)[0], MODELS[name].settle(stakes)[0], atol=1e-9)


@pytest.mark.parametrize("name", MODELS)
@given(stakes=tables())
@settings(max_examples=20, deadline=None)
def test_draws_of_a_table_settle_as_each_does_alone(name: str, stakes: Stakes) -> None:
    moved = np.clip(stakes.position + 7, 0, 100)
    together = MODELS[name].settle(replace(stakes, position=np.stack([stakes.position, moved])))
    np.testing.assert_allclose(together[0], MODELS[name].settle(stakes), atol=1e-9)
    np.testing.assert_allclose(together[1], MODELS[name].settle(replace(stakes, position=moved)), atol=1e-9)


def test_the_compromise_weighs_by_salience_times_capability() -> None:
    # (0 · 0.5 · 2 + 60 · 1 · 1 + 100 · 0.25 · 4) / (1 + 1 + 1) = 160 / 3
    stakes = stakes_of([0, 60, 100], [0.5, 1, 0.25], [2, 1, 4])
    assert settled("compromise", stakes) == pytest.approx([160 / 3])
    assert settled("mean", stakes) == pytest.approx([160 / 3])
    assert settled("compromise", stakes_of([0, 60, 100], [0.5, 1, 0.25], [2, 1, 2])) == pytest.approx([44.0])


def test_the_median_is_who_has_half_of_the_weight_on_either_side() -> None:
    assert settled("median", stakes_of([0, 60, 100], None, [1, 1, 1])) == [60]
    assert settled("median", stakes_of([0, 60, 100], None, [1, 1, 3])) == [100]
    assert settled("median", stakes_of([0, 60], None, [1, 1])) == [30]  # nobody's: half-way between two halves


def test_equals_without_red_lines_split_the_difference_by_nash() -> None:
    assert settled("nash", stakes_of([20, 80])) == pytest.approx([50])


def test_a_red_line_moves_the_nash_solution_towards_who_draws_it() -> None:
    free = stakes_of([20, 80])
    bound = replace(free, red_line=np.array([[50, np.nan]]))
    (outcome,) = settled("nash", bound)
    assert outcome < 50
    # the slope 2(x − 20) / (30² − (x − 20)²) = 2(80 − x) / (100² − (80 − x)²) is zero there
    near, far = outcome - 20, 80 - outcome
    assert near / (30**2 - near**2) == pytest.approx(far / (100**2 - far**2))


def test_red_lines_that_leave_no_room_leave_no_agreement() -> None:
    assert np.isnan(settled("nash", replace(stakes_of([0, 100]), red_line=np.array([[30.0, 60.0]])))[0])


def test_the_nash_solution_nears_the_compromise_when_all_dread_failure() -> None:
    """Achen 2006: with everybody close together against the scale, the two are the same to first order."""
    stakes = stakes_of([48, 50, 53], [0.3, 1, 0.6], [1, 2, 3])
    assert settled("nash", stakes) == pytest.approx(settled("compromise", stakes), abs=0.01)


def test_a_giant_gets_its_way_by_challenges() -> None:
    assert settled("challenge", stakes_of([0, 10, 100], [1, 1, 1], [1, 1, 30])) == [100]


def test_no_order_of_parties_matters_to_challenges() -> None:
    order = [3, 0, 2, 1]
    at, salience, power = [10.0, 30, 70, 100], [0.9, 0.4, 0.6, 0.8], [1.0, 3, 2, 2]
    turned = stakes_of(*([numbers[place] for place in order] for numbers in (at, salience, power)))
    assert settled("challenge", turned) == pytest.approx(settled("challenge", stakes_of(at, salience, power)))


def test_two_parties_who_care_for_different_issues_swap_them() -> None:
    """Stokman and Van Oosten: of equal power and with mirrored saliences, each gets the issue that matters to it.

    Party 1 wants 100 on both issues and cares for the first (0.8 against 0.2), party 2 wants 0 and cares for the
    second. A third party stands in the middle with half a weight. The first issue is at (100 · 0.8 + 50 · 0.5) / 1.5
    = 70; when party 2 gives way there wholly, it is at (100 + 50 · 0.5) / 1.5 = 83⅓. The second mirrors it.
    """
    at = np.array([[100.0, 0, 50], [100, 0, 50]])
    salience = np.array([[0.8, 0.2, 0.5], [0.2, 0.8, 0.5]])
    blank = np.full_like(at, np.nan)
    stakes = Stakes(at, salience, np.ones_like(at), blank, np.zeros_like(at), np.full(2, np.nan))
    assert settled("compromise", stakes) == pytest.approx([70, 30])
    assert settled("exchange", stakes) == pytest.approx([250 / 3, 50 / 3])


def test_who_cares_alike_has_nothing_to_exchange() -> None:
    at = np.array([[100.0, 0], [100, 0]])
    half = np.full_like(at, 0.5)
    stakes = Stakes(at, half, np.ones_like(at), at * np.nan, at * 0, np.full(2, np.nan))
    assert settled("exchange", stakes) == pytest.approx([50, 50])
