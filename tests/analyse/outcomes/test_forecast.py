"""Forecasts, what moves them, and how much of them is how unsure the table is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from onrecord.analyse._outcomes import (
    LEVELS,
    MODELS,
    Stakes,
    Table,
    change,
    changed,
    draws,
    fit,
    forecasts,
    found,
    rows,
    signs,
)
from onrecord.errors import InputError
from tests.analyse.outcomes.talks import TABLE, tables


def moved(table: Table, *changes: str) -> Table:
    return changed(table, [change(one) for one in changes])


def test_every_forecast_has_an_interval_and_a_measured_error() -> None:
    found = forecasts(TABLE)
    assert [(one.issue, one.model) for one in found] == [
        (scale.id, model) for scale in TABLE.scales for model in MODELS
    ]
    for one in found:
        assert one.outcome is not None
        assert one.low is not None
        assert one.high is not None
        assert 0 <= one.low <= one.outcome <= one.high <= 100
        assert one.measured.low < one.measured.error < one.measured.high


def test_no_agreement_has_no_place_and_no_interval() -> None:
    table = moved(TABLE, "KA:troops:red_line=10", "OR:troops:red_line=90")
    (troops, _) = forecasts(table, ["nash"])
    assert (troops.outcome, troops.low, troops.high) == (None, None, None)
    assert rows(table, ["nash"], count=50)[0]["settled"] == 0


@given(stakes=tables())
@settings(max_examples=60, deadline=None)
def test_intervals_turn_round_with_the_scale(stakes: Stakes) -> None:
    turned = replace(
        stakes, position=100 - stakes.position, red_line=100 - stakes.red_line, reference=100 - stakes.reference
    )
    for name in ("compromise", "median"):
        model, bounds = MODELS[name], fit().bounds[name]
        low, high = bounds.interval(stakes, model.settle(stakes))
        turned_low, turned_high = bounds.interval(turned, model.settle(turned))
        np.testing.assert_allclose(turned_low, 100 - high, atol=1e-9)
        np.testing.assert_allclose(turned_high, 100 - low, atol=1e-9)


def test_what_ships_is_fitted_to_the_signs_that_there_are() -> None:
    stakes = TABLE.arrays()
    outcome = MODELS["mean"].settle(stakes)
    assert set(fit().leaning) == set(signs.leaning(stakes))
    assert set(fit().bounds) == set(fit().measured) == set(MODELS)
    every = set(signs.odd(stakes, outcome)) | set(signs.even(stakes, outcome))
    for bounds in fit().bounds.values():
        assert list(bounds.quantiles) == list(LEVELS)
        assert all(set(weights) == every for weights in bounds.quantiles.values())


def test_a_change_moves_the_outcome_by_the_weight_of_who_moves() -> None:
    # Karshevia weighs 0.5 · 3 of 0.9 + 1.5 + 0.6 = 3 in all on troops: 20 points of it are 10 of the outcome
    (troops, gas) = rows(TABLE, ["compromise"], [change("KA:troops:position=20")])
    assert troops["outcome"] - troops["before"] == pytest.approx(10, abs=0.11)
    assert gas["outcome"] == gas["before"]


def test_a_star_changes_every_issue() -> None:
    table = moved(TABLE, "OR:*:capability=4")
    assert [one.capability for one in table.stakes if one.party == "OR"] == [4, 4]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("KA:troops:position=120", "out of range"),
        ("KA:troops:salience=-3", "from 0"),
        ("VE:gas:position=5", "'VE' has no position on 'gas'"),
        ("VE:oil:position=5", "issues are troops, gas"),
        ("KA:troops:position=far", "is no number"),
        ("KA:troops:position=nan", "out of range"),
        ("KA:troops:mood=5", "no change"),
        ("KA position 5", "Write ACTOR:ISSUE:FIELD=NUMBER"),
        ("*:gas:position=5", "no position"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(written: str, says: str) -> None:
    with pytest.raises(InputError, match=says.replace("*", r"\*")):
        moved(TABLE, written)


def test_a_model_that_is_not_known_is_named() -> None:
    with pytest.raises(InputError, match=r"oracle.*Models are mean, compromise"):
        forecasts(TABLE, ["oracle"])


def test_draws_hang_on_the_positions_that_are_unsure() -> None:
    (troops, gas) = draws(TABLE, ["compromise"])
    # Orlund's 100 with a spread of 5 is cut at 100 in half of the draws; it weighs 0.9 of 3
    assert troops.high == pytest.approx((90 + 36) / 3, abs=1e-6)
    assert troops.low == pytest.approx((90 + 36) / 3 - 0.3 * 5 * 1.2816, abs=0.1)  # the normal's 10 % point, 1.2816 σ
    assert troops.hangs_on == (("OR", 1.0),)
    assert (gas.low, gas.hangs_on) == (gas.high, ())


def test_the_same_seed_gives_the_same_draws() -> None:
    assert draws(TABLE, count=300) == draws(TABLE, count=300)
    assert draws(TABLE, ["mean"], count=300, seed=2) != draws(TABLE, ["mean"], count=300, seed=3)


def test_a_sure_table_has_one_outcome() -> None:
    sure = replace(TABLE, stakes=tuple(replace(one, spread=0) for one in TABLE.stakes))
    for one, drawn in zip(forecasts(sure), draws(sure, count=20), strict=True):
        assert (drawn.low, drawn.high) == pytest.approx((one.outcome, one.outcome))


def test_rows_are_plain_and_name_the_nearest_mark() -> None:
    (troops, gas) = rows(TABLE, ["mean"])
    assert troops["outcome"] == 53.3
    assert troops["nearest"] == "all of them, at once"
    assert gas["nearest"] is None
    assert {"error", "error_low", "error_high"} < troops.keys()


def test_the_chart_names_everybody_and_is_no_markup(tmp_path: Path) -> None:
    first = replace(TABLE.parties[0], name="<b>Orlund</b> & co")
    table = replace(TABLE, parties=(first, *TABLE.parties[1:]))
    found(table).write(tmp_path / "talks.svg")
    drawn = (tmp_path / "talks.svg").read_text(encoding="utf-8")
    assert "&lt;b&gt;Orlund&lt;/b&gt; &amp; co" in drawn
    assert "<b>" not in drawn
    for words in ("Karshevia", "Price of gas", "Compromise (weighted mean)", "Withdrawal of troops"):
        assert words in drawn
    found(table).write(tmp_path / "again.svg")
    assert (tmp_path / "again.svg").read_text(encoding="utf-8") == drawn


def test_a_chart_has_a_known_ending(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.svg"):
        found(TABLE).write(tmp_path / "talks.gif")


def test_draws_that_no_machine_can_hold_are_refused_before_they_are_made() -> None:
    for asked in ({"count": 10**12}, {"count": -1}, {"count": 100, "seed": -1}):
        with pytest.raises(InputError, match=r"field '(draws|seed)'"):
            draws(TABLE, ["mean"], **asked)
