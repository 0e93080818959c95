"""The Nash bargaining solution with reservation points, on one issue at a time.

Nash, J. (1950), The bargaining problem, Econometrica 18, 155–162, in the weighted form of Harsanyi and Selten (1972),
Management Science 18, 80–106. A party at x₀ finds x worth −(x − x₀)², as Achen (2006) has it, and would rather have no
agreement when that is worse than its red line. So g(x) = r² − (x − x₀)² is its gain, where r is how far off the red
line lies (on either side); without one, r is the whole scale: failure is worse than anything on it. The solution
maximises Σ w ln g(x), w being salience times capability.
"""

from __future__ import annotations

import numpy as np

from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.stakes import Floats, Stakes

SCALE = 100.0
HALVINGS = 40  # leaves less than 1e-9 of the scale
SAME = 1e-9


def nash(stakes: Stakes) -> Floats:
    """Where the product of gains is largest; NaN where the red lines leave no room.

    The slope of Σ w ln g falls from one end of the room to the other, so that halving finds where it is zero.
    """
    present, at, weight = stakes.present, stakes.filled, stakes.weight
    reach = np.where(np.isnan(stakes.red_line), SCALE, np.abs(stakes.red_line - at))
    nearest, farthest = stakes.range
    low = np.maximum(np.where(present, at - reach, -np.inf).max(-1), nearest)
    high = np.minimum(np.where(present, at + reach, np.inf).min(-1), farthest)
    room = low <= high + SAME
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        off = middle[..., None] - at
        gain = np.maximum(reach**2 - off**2, SAME)
        rising = (weight * off / gain).sum(-1) < 0
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    return np.where(room, (low + high) / 2, np.nan)


NASH = Model("nash", "Nash bargaining", "Nash 1950; Harsanyi & Selten 1972", nash)
