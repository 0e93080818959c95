"""Rules and network → one answer: whether a stance on an option is told, which, and how sure that is.

Each sign speaks for or against with a weight, the sum is a log-odds (logistic regression). The weights are in
`data/code/model/verdict.json`, fitted by `training/positions/verdict.py` on coded statements of real news from which
the network has learnt nothing. A rule's direction beside the network's is one more sign, no veto.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from onrecord.code._network.network import STANCES, Answer
from onrecord.model import Position, Stance

FILE = "verdict.json"
CLIP = 1e-3  # no chance counts for surer than this much from 0 or 1
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen in a statement without a word on stance being weighed: whether a phrase of the codebook names the
    option, and whether any word shows a stance or a modality."""

    named: bool
    voiced: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stance, and the chance that one is told and that it is this one."""

    stance: Stance
    confidence: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of signs for "a stance is told" and for "the stance is right", `rules` what the rules' stance adds to
    the logarithm of the network's chance of it, and the chance from which on a position is taken."""

    told: Mapping[str, float]
    right: Mapping[str, float]
    rules: Mapping[Stance, float]
    least: float

    def verdict(self, answer: Answer, ruled: Position | None, seen: Seen) -> Verdict | None:
        """What is to be made of the network's answer and the rules' position on one option; None: no stance."""
        return None if self.told_by(answer, ruled, seen) < self.least else self.likeliest(answer, ruled, seen)

    def likeliest(self, answer: Answer, ruled: Position | None, seen: Seen, *, bound: bool = True) -> Verdict:
        """The likeliest stance and how sure it is; without `bound`, none that hangs on a condition."""
        stance = self.stance(answer, ruled, bound=bound)
        signs = signs_of(answer, ruled, seen) | agreed(answer, ruled, stance)
        return Verdict(stance, round(_chance(self.right, signs), 2))

    def told_by(self, answer: Answer, ruled: Position | None, seen: Seen) -> float:
        """The chance that a stance is told; none is where no word shows one."""
        if ruled is None and not seen.voiced:
            return 0.0
        return _chance(self.told, signs_of(answer, ruled, seen))

    def stance(self, answer: Answer, ruled: Position | None, *, bound: bool = True) -> Stance:
        """The likeliest stance, given that there is one; without `bound`, none that hangs on a condition."""
        scores = {
            stance: log(max(answer.stances[stance], CLIP)) for stance in STANCES if bound or stance != "conditional"
        }
        if ruled is not None and ruled.stance in scores:
            scores[ruled.stance] += self.rules[ruled.stance]
        return max(scores, key=lambda stance: scores[stance])


def signs_of(answer: Answer, ruled: Position | None, seen: Seen) -> dict[str, float]:
    """What speaks for it that a stance is told at all."""
    return {
        "constant": 1.0,
        "network": log_odds(answer.told),
        "named": float(seen.named),
        "voiced": float(seen.voiced),
        "directed": float(ruled is not None and ruled.stance != "unclear"),
        "open": float(ruled is not None and ruled.stance == "unclear"),
    }


def agreed(answer: Answer, ruled: Position | None, stance: Stance) -> dict[str, float]:
    """What speaks for it that the stance is the right one."""
    return {
        "share": log_odds(answer.stances[stance]),
        "agree": float(ruled is not None and ruled.stance == stance),
    }


def log_odds(chance: float) -> float:
    """The log-odds of a chance, in nats, those of 0 and 1 being finite."""
    held = min(max(chance, CLIP), 1 - CLIP)
    return log(held / (1 - held))


def _chance(weights: Mapping[str, float], signs: Signs) -> float:
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in signs.items())))


@cache
def weights() -> Weights:
    """The weights that ship."""
    held = json.loads((files("onrecord") / "data" / "code" / "model" / FILE).read_text(encoding="utf-8"))
    return Weights(held["told"], held["right"], held["rules"], held["least"])
