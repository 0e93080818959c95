"""How likely an attribution is to be right, from the signs that its reader had.

Right is what PolNeAR's scorer counts end to end: the content overlaps an annotated one by half and the source is its
source, so for at least half of the content's pieces. A logistic model over log-odds (Platt 1999) makes that probability
of the signs. Its coefficients are in a file beside what the reader decides by, made by
`training/attribution/calibrate.py` from articles that the reader was not made from. What a rule adds to the trained
reader's attributions has no signs; `_mend` says how sure it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from math import exp, log

from onrecord.model import Attribution

Signs = Mapping[str, float]  # by name, each 0 to 1 like a probability
NOTHING = 0.5  # a sign that says nothing either way

FILE = "confidence.json"
DIGITS = 2
CLIP = 0.01  # no sign counts for surer than this much from 0 or 1


@dataclass(frozen=True, slots=True)
class Calibration:
    """A constant, and the weight of each sign's log-odds by its name."""

    constant: float
    weights: Mapping[str, float]

    def __call__(self, signs: Signs) -> float:
        """The confidence, 0 to 1. Raises KeyError for a reader that lacks one of the signs."""
        score = self.constant + sum(weight * log_odds(signs[name]) for name, weight in self.weights.items())
        return round(1 / (1 + exp(-score)), DIGITS)


def confident(found: Iterable[tuple[Attribution, Signs]], by: Calibration | None) -> tuple[Attribution, ...]:
    """Attributions with their confidence; as they are where nothing was calibrated."""
    return tuple(one if by is None else replace(one, confidence=by(signs)) for one, signs in found)


def log_odds(sign: float) -> float:
    """The log-odds of a sign, in nats, those of 0 and 1 being finite."""
    chance = min(max(sign, CLIP), 1 - CLIP)
    return log(chance / (1 - chance))


def calibration(folder: Traversable) -> Calibration | None:
    """The coefficients in a folder's `confidence.json`; None where it has none, as before the first fit."""
    file = folder / FILE
    if not file.is_file():
        return None
    held = json.loads(file.read_text(encoding="utf-8"))
    return Calibration(held["constant"], held["weights"])
