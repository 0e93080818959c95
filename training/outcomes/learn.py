"""Regressions on absolute deviations and quantiles with a ridge penalty, by majorisation and minimisation.

Hunter, D. R. and Lange, K. (2000), Quantile regression via an MM algorithm, Journal of Computational and Graphical
Statistics 9, 60–77. The median is the quantile 0.5.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ROUNDS = 200
SMOOTH = 1.0  # points of the scale: residuals within it count as their square
STEADY = 1e-6


def quantile(signs: Floats, values: Floats, share: float, penalty: float) -> Floats:
    """The weights of signs (examples × signs) for a quantile of the values; the penalty falls on signs of like size."""
    size = np.sqrt((signs**2).mean(0)) + 1e-9
    scaled, weights = signs / size, np.zeros(signs.shape[1])
    ridge = penalty * np.eye(signs.shape[1])
    for _ in range(ROUNDS):
        near = 0.5 / (SMOOTH + np.abs(values - scaled @ weights))
        pulled = scaled.T @ (near * values + share - 0.5)
        found = np.linalg.solve((scaled.T * near) @ scaled + ridge * near.sum(), pulled)
        done = np.abs(found - weights).max() < STEADY
        weights = found
        if done:
            break
    result: Floats = weights / size
    return result
