"""The weighted median: the position that no majority of salience times capability would leave.

Black, D. (1948), On the rationale of group decision-making, Journal of Political Economy 56, 23–34, with votes weighted
as in Bueno de Mesquita, B. (1994), in European Community Decision Making, Yale, pp. 71–104.
"""

from __future__ import annotations

import numpy as np

from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.stakes import Floats, Stakes

EVEN = 1e-9  # of the whole weight: closer to a half than this is a half


def median(stakes: Stakes) -> Floats:
    """The position with half of the weight on either side; between two such, the middle."""
    return weighted_median(np.where(stakes.present, stakes.position, np.inf), stakes.weight)


def weighted_median(positions: Floats, weights: Floats) -> Floats:
    """The median of the last axis. What weighs nothing may be anywhere, also at infinity."""
    order = np.argsort(positions, axis=-1, kind="stable")
    ordered = np.take_along_axis(positions, order, -1)
    share = np.cumsum(np.take_along_axis(weights, order, -1), -1)
    share = share / share[..., -1:]
    lower = np.argmax(share >= 0.5 - EVEN, axis=-1)[..., None]
    upper = np.argmax(share > 0.5 + EVEN, axis=-1)[..., None]
    middle: Floats = (np.take_along_axis(ordered, lower, -1) + np.take_along_axis(ordered, upper, -1))[..., 0] / 2
    return middle


MEDIAN = Model("median", "Weighted median", "Black 1948; Bueno de Mesquita 1994", median)
