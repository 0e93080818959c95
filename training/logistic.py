"""Logistic regression by Newton's method, with a Gaussian prior on the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

PRIOR = 1.0
ROUNDS = 50
CONSTANT = "constant"  # the sign that no prior draws to zero


def fitted(signs: Sequence[Mapping[str, float]], right: Sequence[bool]) -> dict[str, float]:
    """The weight of each sign by its name, rounded; every example has the same signs."""
    names = sorted(signs[0])
    x = np.array([[one[name] for name in names] for one in signs], dtype=np.float64)
    y = np.array(right, dtype=np.float64)
    prior = np.diag([0.0 if name == CONSTANT else PRIOR for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-x @ weights))
        curve = (x.T * (chance * (1 - chance))) @ x + prior
        weights = weights - np.linalg.solve(curve + 1e-9 * np.eye(len(names)), x.T @ (chance - y) + prior @ weights)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
