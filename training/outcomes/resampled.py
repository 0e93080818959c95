"""Means with their uncertainty, by drawing whole proposals: the issues of one proposal are no independent cases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.outcomes.learn import Floats
from training.outcomes.sample import Numbers

DRAWS = 10_000
SEED = 7


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over issues with its 95 % interval."""

    value: float
    low: float
    high: float


def mean(values: Floats, proposal: Numbers) -> Mean:
    """The mean of issues, and its interval by a bootstrap over proposals."""
    names, group = np.unique(proposal, return_inverse=True)
    sums, counts = np.bincount(group, values), np.bincount(group)
    drawn = np.random.default_rng(SEED).integers(0, len(names), (DRAWS, len(names)))
    low, high = np.quantile(sums[drawn].sum(1) / counts[drawn].sum(1), [0.025, 0.975])
    return Mean(float(values.mean()), float(low), float(high))
