"""Monte Carlo over how sure the positions of a table are: how the outcome varies, and on whose position it hangs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.analyse._outcomes.forecast import chosen
from onrecord.analyse._outcomes.nouns import HIGHEST, LOWEST, Table
from onrecord.analyse._outcomes.stakes import Floats, Stakes
from onrecord.errors import InputError

DRAWS = 10_000
SEED = 1
COVERAGE = 0.8
NUMBERS = 100_000_000  # that are drawn at most: 800 megabytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a model's outcome on an issue varies with the positions: the middle 80 % of draws, from `low` to `high`.

    `settled` is the share (0 to 1) of draws with an agreement; the ends are None when there was none in any. `hangs_on`
    are the parties whose own position moves it, with the share of the variance that goes with each, the most first.
    """

    issue: str
    model: str
    low: float | None
    high: float | None
    settled: float
    draws: int
    hangs_on: tuple[tuple[str, float], ...]


def draws(
    table: Table, models: Sequence[str] | None = None, *, count: int = DRAWS, seed: int = SEED
) -> tuple[Drawn, ...]:
    """For each issue and model, how the outcome varies when each position is drawn from a normal distribution round
    it with its spread as standard deviation, held on the scale. Slow models see the first `Model.draws` of them.

    The same seed gives the same draws. Raises InputError for a model that is not known, and for numbers that can't be.
    """
    _check(table, count, seed)
    stakes = table.arrays()
    drawn = _drawn(stakes, count, seed)
    found = []
    for model in chosen(models):
        used = replace(drawn, position=drawn.position[: model.draws])
        outcomes = model.settle(used)
        found += [_one(table, number, model.name, used.position, outcomes) for number in range(len(table.scales))]
    order = {scale.id: number for number, scale in enumerate(table.scales)}
    return tuple(sorted(found, key=lambda one: order[one.issue]))


def _check(table: Table, count: int, seed: int) -> None:
    most = NUMBERS // (len(table.scales) * len(table.parties))
    if not 1 <= count <= most:
        problem = f"{count:,} draws of such a table can't be had."
        raise InputError(problem, path="outcomes", field="draws", advice=f"Give 1 to {most:,}, as {DRAWS}.")
    if seed < 0:
        raise InputError("it is below 0.", path="outcomes", field="seed", advice="Give 0 or more.")


def _drawn(stakes: Stakes, count: int, seed: int) -> Stakes:
    """Draws × issues × parties. What is not drawn is the same in all of them."""
    normal = np.random.default_rng(seed).standard_normal((count, *stakes.position.shape))
    return replace(stakes, position=np.clip(stakes.position + stakes.spread * normal, LOWEST, HIGHEST))


def _one(table: Table, issue: int, model: str, positions: Floats, outcomes: Floats) -> Drawn:
    settled = ~np.isnan(outcomes[:, issue])
    values = outcomes[settled, issue]
    low, high = (None, None)
    if len(values):
        low, high = map(float, np.quantile(values, [(1 - COVERAGE) / 2, (1 + COVERAGE) / 2]))
    shares = _shares(positions[settled, issue], values)
    names = [(party.id, round(float(share), 3)) for party, share in zip(table.parties, shares, strict=True)]
    moving = sorted((one for one in names if one[1] > 0), key=lambda one: (-one[1], one[0]))
    return Drawn(table.scales[issue].id, model, low, high, float(settled.mean()), len(outcomes), tuple(moving))


def _shares(positions: Floats, values: Floats) -> Floats:
    """The squared correlation of each party's position with the outcome; 0 where either stays as it is."""
    if len(values) < 2:
        return np.zeros(positions.shape[-1])
    off, moved = np.nan_to_num(positions - positions.mean(0)), values - values.mean()
    spread = (off**2).sum(0) * (moved**2).sum()
    still = spread <= 1e-12
    return np.where(still, 0.0, (off * moved[:, None]).sum(0) ** 2 / np.where(still, 1.0, spread))
