"""What was measured and fitted on decisions whose outcome is known, and the intervals that follow from it.

`src/onrecord/data/analyse/outcomes.json` holds it; `python -m training.outcomes.fit` makes it, and its card tells how.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.analyse._outcomes import signs
from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.nouns import HIGHEST, LOWEST
from onrecord.analyse._outcomes.stakes import Floats, Stakes

Weights = Mapping[str, float]
Signs = Mapping[str, Floats]
LEVELS = ("0.98", "0.9", "0.82")  # upper ends; with the lower ends at 0.02, 0.1 and 0.18, in turn, the third to first
SAME = 1e-6  # points of the scale


@dataclass(frozen=True, slots=True)
class Measured:
    """How far a model was off on decisions whose outcome is known, in points of the scale.

    `error` is the mean absolute error, `low` to `high` its 95 % interval by a bootstrap over proposals. `covered` is
    the share (0 to 1) of outcomes in the 80 % interval and `half_width` half its mean width, both cross-validated.
    """

    error: float
    low: float
    high: float
    covered: float
    half_width: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """How to get the 80 % interval round a model's outcome.

    `quantiles` are, by level (as "0.9"), the weights of odd and even signs for that quantile of where issues end; the
    quantile of the level that is missing to 1 is the same of the scale turned round. Of the intervals between two
    quantiles 80 % apart the shortest counts. `outwards` is by how much its ends are then moved.
    """

    quantiles: Mapping[str, Weights]
    outwards: float

    def interval(self, stakes: Stakes, outcome: Floats) -> tuple[Floats, Floats]:
        """The lower and upper end for each issue, within the scale and round the outcome."""
        return self.ends(signs.odd(stakes, outcome), signs.even(stakes, outcome))

    def ends(self, odd: Signs, even: Signs) -> tuple[Floats, Floats]:
        """The same from the signs of the issues."""
        turning = np.stack([_sum(self.quantiles[level], odd) for level in LEVELS])
        staying = np.stack([_sum(self.quantiles[level], even) for level in LEVELS]) + self.outwards
        low = np.clip(signs.MIDDLE + turning - staying, LOWEST, HIGHEST)
        high = np.clip(signs.MIDDLE + turning + staying, LOWEST, HIGHEST)[::-1]
        shortest = high - low <= (high - low).min(0) + SAME  # two of a length are taken together, as neither end leads
        low = np.where(shortest, low, HIGHEST).min(0)
        high = np.where(shortest, high, LOWEST).max(0)
        outcome = signs.MIDDLE + odd["outcome"]
        return np.minimum(low, outcome), np.maximum(high, outcome)


@dataclass(frozen=True, slots=True)
class Fit:
    """All of the file: on what it was measured, in words; the fitted model's weights; by model its error and bounds."""

    measured_on: str
    leaning: Weights
    measured: Mapping[str, Measured]
    bounds: Mapping[str, Bounds]


@cache
def fit() -> Fit:
    """What ships."""
    raw = json.loads((files("onrecord") / "data" / "analyse" / "outcomes.json").read_text(encoding="utf-8"))
    models = raw["models"]
    return Fit(
        raw["measured_on"],
        raw["leaning"],
        {name: Measured(**model["measured"]) for name, model in models.items()},
        {name: Bounds(**model["bounds"]) for name, model in models.items()},
    )


def blend(weights: Weights, stakes: Stakes) -> Floats:
    """The outcome by weighed signs of leaning, within the range of the positions."""
    return np.clip(signs.MIDDLE + _sum(weights, signs.leaning(stakes)), *stakes.range)


def _sum(weights: Weights, values: Signs) -> Floats:
    """Those signs that have a weight, weighed and added up."""
    return np.asarray(sum(weights[name] * value for name, value in values.items()), dtype=np.float64)


FITTED = Model(
    "fitted",
    "Fitted blend",
    "least absolute deviations on decisions whose outcome is known",
    lambda stakes: blend(fit().leaning, stakes),
)
