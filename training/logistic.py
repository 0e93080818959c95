"""Logistic regression by Newton's method, with a Gaussian prior on the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

PRIOR = 1.0
ROUNDS = 50
STEADY = 1e-9  # keeps the curvature invertible where a sign never varies
CONSTANT = "constant"  # the sign that no prior draws to zero
Floats = NDArray[np.float64]


def fitted(signs: Sequence[Mapping[str, float]], right: Sequence[bool]) -> dict[str, float]:
    """The weight of each sign by its name, rounded; every example has the same signs, one of them the constant."""
    names = sorted(signs[0], key=lambda name: (name != CONSTANT, name))
    x = np.array([[one[name] for name in names] for one in signs], dtype=np.float64)
    weights = newton(x, np.array(right, dtype=np.float64))
    return {name: round(float(weight), 4) for name, weight in sorted(zip(names, weights, strict=True))}


def newton(signs: Floats, right: Floats) -> Floats:
    """The coefficients for signs (examples × signs); the first column is the constant, which is drawn nowhere."""
    prior = np.diag([0.0, *[PRIOR] * (signs.shape[1] - 1)])
    weights = np.zeros(signs.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-signs @ weights))
        curve = (signs.T * (chance * (1 - chance))) @ signs + prior + STEADY * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, signs.T @ (chance - right) + prior @ weights)
    return weights
