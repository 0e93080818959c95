"""A logistic regression that starts from a confidence and moves away from it as far as what is known demands.

    log-odds(right) = log-odds(confidence) + a + b · log-odds(confidence) + the weights of its signs

This is Platt's scaling (1999) with signs, each weight drawn to 0 by a normal prior (the posterior's mode): with nothing
known it gives the confidence back, a sign seen twice hardly counts, and one seen often counts fully.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

import numpy as np
from numpy.typing import NDArray

CLIP = 0.01  # no confidence counts for surer than this much from 0 or 1
# Standard deviations of the priors, in log-odds: of all, of the slope, of a sign. Chosen on PolNeAR, where confidences
# are right as they are and must stay so, and on made-up faults of one option, which must come to the fore.
OF_ALL, OF_SLOPE, OF_SIGN = 0.5, 0.25, 0.3

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights; without any, a confidence stays what it is. `seen` is how many claims they were learnt from."""

    all: float = 0.0
    slope: float = 0.0
    signs: Mapping[str, float] = field(default_factory=dict)
    seen: int = 0

    def of(self, confidence: float, signs: Sequence[str]) -> float:
        """How likely a claim of this confidence and these signs is to be right, 0 to 1."""
        if not self.seen:
            return confidence
        kept = min(max(confidence, CLIP), 1 - CLIP)
        odds = log(kept / (1 - kept)) * (1 + self.slope) + self.all + sum(self.signs.get(sign, 0.0) for sign in signs)
        return 1 / (1 + exp(-odds))


def fitted(confidence: Sequence[float], signs: Sequence[Sequence[str]], right: Sequence[bool]) -> Logistic:
    """The weights that claims demand of which it is known whether they are right."""
    names = sorted({sign for of_one in signs for sign in of_one})
    kept = np.clip(np.asarray(confidence, dtype=np.float64), CLIP, 1 - CLIP)
    start = np.log(kept / (1 - kept))
    design = np.column_stack([np.ones_like(start), start, _one_hot(signs, names)])
    spread = np.array([OF_ALL, OF_SLOPE, *[OF_SIGN] * len(names)])
    weights = _mode(design, start, np.asarray(right, dtype=np.float64), spread)
    every, slope, *of_signs = (float(weight) for weight in weights)
    return Logistic(every, slope, dict(zip(names, of_signs, strict=True)), len(right))


def _one_hot(signs: Sequence[Sequence[str]], names: Sequence[str]) -> Floats:
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(signs), len(names)))
    for row, of_one in enumerate(signs):
        table[row, [column[sign] for sign in of_one]] = 1.0
    return table


def _mode(design: Floats, start: Floats, right: Floats, spread: Floats) -> Floats:
    """The weights of the highest posterior probability."""
    from scipy.optimize import minimize  # takes a second to load, and most records have nothing to learn from
    from scipy.special import expit

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = start + design @ weights
        drawn = weights / spread**2
        value = np.logaddexp(0, odds).sum() - right @ odds + 0.5 * weights @ drawn
        return float(value), design.T @ (expit(odds) - right) + drawn

    found: Floats = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    return found
