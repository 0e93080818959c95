"""What positions show of an issue besides a model's outcome: how far apart they are, how they lean, where they start.

Each sign is odd (it turns round when the scale is turned round) or even (it stays as it is), so that what is fitted to
them treats the two ends of a scale alike. Odd signs are in points of the scale from its middle.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from onrecord.analyse._outcomes.models.means import compromise, mean
from onrecord.analyse._outcomes.models.median import median, weighted_median
from onrecord.analyse._outcomes.stakes import Floats, Stakes

MIDDLE = 50.0
END = 10.0  # points from an end of the scale that still count as the end
NEAR = 10.0  # points from the reference point that still count as wanting it


def leaning(stakes: Stakes) -> Mapping[str, Floats]:
    """Odd signs, from which the fitted model makes its outcome."""
    low, high = stakes.range
    present, filled, parties = stakes.present, stakes.filled, stakes.present.sum(-1)
    share = stakes.weight / stakes.weight.sum(-1, keepdims=True)
    centre = compromise(stakes)
    off = np.where(present, filled - centre[..., None], 0.0)
    squares = (share * off**2).sum(-1)
    skew = np.divide((share * off**3).sum(-1), squares, out=np.zeros_like(squares), where=squares > 1e-9)
    known = ~np.isnan(stakes.reference)
    reference = np.where(known, stakes.reference - MIDDLE, 0.0)
    content = known[..., None] & present & (np.abs(filled - stakes.reference[..., None]) < NEAR)
    top, bottom = _ends(stakes)
    return {
        "compromise": centre - MIDDLE,
        "mean": mean(stakes) - MIDDLE,
        "weighted median": median(stakes) - MIDDLE,
        "plain median": _plain_median(stakes) - MIDDLE,
        "skew": skew,
        "ends": MIDDLE * (top - bottom) / parties,
        "middle of the range": (low + high) / 2 - MIDDLE,
        "reference": reference,
        "reference, by who wants it": reference * np.where(content, share, 0.0).sum(-1),
    }


def odd(stakes: Stakes, outcome: Floats) -> Mapping[str, Floats]:
    """Odd signs of where the interval round an outcome lies."""
    known = ~np.isnan(stakes.reference)
    return {
        "outcome": outcome - MIDDLE,
        "mean": mean(stakes) - MIDDLE,
        "weighted median": median(stakes) - MIDDLE,
        "reference": np.where(known, stakes.reference - MIDDLE, 0.0),
    }


def even(stakes: Stakes, outcome: Floats) -> Mapping[str, Floats]:
    """Even signs of how wide the interval round an outcome is."""
    parties = stakes.present.sum(-1)
    off = np.where(stakes.present, stakes.filled - mean(stakes)[..., None], 0.0)
    known = ~np.isnan(stakes.reference)
    return {
        "constant": np.ones_like(outcome),
        "dispersion": np.sqrt((off**2).sum(-1) / parties),
        "polarity": sum(_ends(stakes)) / parties,
        "outcome off the middle": np.abs(outcome - MIDDLE),
        "weighted median off the middle": np.abs(median(stakes) - MIDDLE),
        "outcome off the reference": np.where(known, np.abs(outcome - stakes.reference), 0.0),
        "reference is known": known * 1.0 + np.zeros_like(outcome),
    }


def _plain_median(stakes: Stakes) -> Floats:
    """The median of the positions, whoever holds them."""
    here = stakes.present
    return weighted_median(np.where(here, stakes.position, np.inf), np.where(here, 1.0, 0.0))


def _ends(stakes: Stakes) -> tuple[Floats, Floats]:
    """How many parties stand at the upper end of the scale, and how many at the lower."""
    at, present = stakes.filled, stakes.present
    return (present & (at >= 2 * MIDDLE - END)).sum(-1) * 1.0, (present & (at <= END)).sum(-1) * 1.0
