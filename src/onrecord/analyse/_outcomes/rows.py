"""Forecasts as rows of plain values, for the command line and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.analyse._outcomes.changes import Change, changed
from onrecord.analyse._outcomes.draws import SEED, Drawn, draws
from onrecord.analyse._outcomes.forecast import Forecast, forecasts, nearest
from onrecord.analyse._outcomes.nouns import Table

DECIMALS = 1


def rows(
    table: Table,
    models: Sequence[str] | None = None,
    changes: Sequence[Change] = (),
    count: int = 0,
    seed: int = SEED,
) -> list[dict[str, Any]]:
    """A row for each issue and model: `issue`, `name`, `model`, `outcome`, `low` and `high` (the 80 % interval),
    `nearest` (what the nearest mark of the scale means), `error` with `error_low` and `error_high` (what the model was
    measured to be off by).

    With changes, `before` is the outcome without them. With draws (`count`), `drawn_low` and `drawn_high` hold the
    middle 80 % of them, `settled` the share with an agreement, and `hangs_on` the parties it hangs on.
    """
    now = changed(table, changes) if changes else table
    before = {(one.issue, one.model): one for one in forecasts(table, models)} if changes else {}
    drawn = {(one.issue, one.model): one for one in draws(now, models, count=count, seed=seed)} if count else {}
    found = []
    for one in forecasts(now, models):
        row = dict(_row(now, one))
        if changes:
            row["before"] = _rounded(before[one.issue, one.model].outcome)
        if count:
            row.update(_drawn(drawn[one.issue, one.model]))
        found.append(row)
    return found


def _row(table: Table, one: Forecast) -> Iterator[tuple[str, Any]]:
    scale = next(scale for scale in table.scales if scale.id == one.issue)
    yield from (("issue", scale.id), ("name", scale.name), ("model", one.model))
    yield from (("outcome", _rounded(one.outcome)), ("low", _rounded(one.low)), ("high", _rounded(one.high)))
    yield "nearest", None if one.outcome is None else nearest(scale, one.outcome)
    yield from (("error", _rounded(one.measured.error)), ("error_low", _rounded(one.measured.low)))
    yield "error_high", _rounded(one.measured.high)


def _drawn(one: Drawn) -> dict[str, Any]:
    ends = {"drawn_low": _rounded(one.low), "drawn_high": _rounded(one.high)}
    return {**ends, "settled": round(one.settled, 3), "hangs_on": dict(one.hangs_on)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS) + 0.0
