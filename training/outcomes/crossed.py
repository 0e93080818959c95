"""Predictions for each proposal by what was fitted to the others. What a fit may choose it chooses within its own
proposals, by the same means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.analyse._outcomes import LEVELS, Bounds, signs
from training.outcomes.learn import Floats, quantile
from training.outcomes.sample import Numbers, Sample

OUTER, INNER = 10, 5
SEED = 20
PENALTIES = (0.001, 0.01, 0.03, 0.1, 0.3)
OUTWARDS = np.arange(-10, 50, 0.25)  # points of the scale, tried in turn
COVERAGE = 0.8


@dataclass(frozen=True, slots=True)
class Columns:
    """Signs as columns, with their names."""

    names: tuple[str, ...]
    values: Floats

    @classmethod
    def of(cls, signs: Mapping[str, Floats]) -> Columns:
        return cls(tuple(signs), np.stack(list(signs.values()), axis=-1))


def folds(proposal: Numbers, count: int, seed: int = SEED) -> Iterator[tuple[Numbers, Numbers]]:
    """Places of issues to fit to and to predict; the issues of a proposal stay together."""
    shuffled = np.random.default_rng(seed).permutation(np.unique(proposal))
    for part in np.array_split(shuffled, count):
        out = np.isin(proposal, part)
        yield np.flatnonzero(~out), np.flatnonzero(out)


class Leaning:
    """The fitted model: where an issue ends, by its signs of leaning."""

    def __init__(self, sample: Sample) -> None:
        self.columns = Columns.of(signs.leaning(sample.stakes))
        self.range = sample.stakes.range
        self.proposal, self.ended = sample.proposal, sample.ended

    def fit(self, at: Numbers) -> Floats:
        """The weights by the issues at some places, with the penalty that predicts best within them."""
        penalty = min(PENALTIES, key=lambda one: self._error(at, one))
        return self._weights(at, penalty)

    def predict(self, weights: Floats, at: Numbers) -> Floats:
        """The outcomes at some places."""
        outcome: Floats = np.clip(
            signs.MIDDLE + self.columns.values[at] @ weights, self.range[0][at], self.range[1][at]
        )
        return outcome

    def crossed(self, seed: int = SEED) -> Floats:
        """For each issue the outcome by what was fitted to other proposals."""
        outcome = np.zeros_like(self.ended)
        for kept, out in folds(self.proposal, OUTER, seed):
            outcome[out] = self.predict(self.fit(kept), out)
        return outcome

    def _weights(self, at: Numbers, penalty: float) -> Floats:
        return quantile(self.columns.values[at], self.ended[at] - signs.MIDDLE, 0.5, penalty)

    def _error(self, at: Numbers, penalty: float) -> float:
        total = 0.0
        for kept, out in folds(self.proposal[at], INNER):
            outcome = self.predict(self._weights(at[kept], penalty), at[out])
            total += float(np.abs(outcome - self.ended[at[out]]).sum())
        return total


class Intervals:
    """The 80 % interval round what a model says: quantile regressions, and the ends moved by as much as it takes to
    hold 80 % of the issues held out (after Romano, Patterson and Candès 2019, Conformalized quantile regression)."""

    def __init__(self, sample: Sample, said: Floats) -> None:
        self.odd = signs.odd(sample.stakes, said)
        self.even = signs.even(sample.stakes, said)
        self.proposal, self.ended = sample.proposal, sample.ended

    def fit(self, at: Numbers) -> Bounds:
        """The bounds by the issues at some places, with the penalty that gives the narrowest intervals."""
        _, outwards, penalty = min((*self._moved(at, penalty), penalty) for penalty in PENALTIES)
        return Bounds(self._quantiles(at, penalty), outwards)

    def predict(self, bounds: Bounds, at: Numbers) -> tuple[Floats, Floats]:
        """The ends at some places."""
        return bounds.ends(_at(self.odd, at), _at(self.even, at))

    def crossed(self, seed: int = SEED) -> tuple[Floats, Floats]:
        """For each issue the interval by what was fitted to other proposals."""
        low, high = np.zeros_like(self.ended), np.zeros_like(self.ended)
        for kept, out in folds(self.proposal, OUTER, seed):
            low[out], high[out] = self.predict(self.fit(kept), out)
        return low, high

    def _moved(self, at: Numbers, penalty: float) -> tuple[float, float]:
        """The mean width within some places once the ends are moved so far that enough is held, and how far that is."""
        fitted = [(self._quantiles(at[kept], penalty), at[out]) for kept, out in folds(self.proposal[at], INNER)]
        for outwards in OUTWARDS:
            ends = [(self.predict(Bounds(weights, float(outwards)), out), self.ended[out]) for weights, out in fitted]
            held = np.concatenate([(low <= ended) & (ended <= high) for (low, high), ended in ends])
            if held.mean() >= COVERAGE:
                break
        return float(np.concatenate([high - low for (low, high), _ in ends]).mean()), float(outwards)

    def _quantiles(self, at: Numbers, penalty: float) -> dict[str, dict[str, float]]:
        """Each issue is learned from twice, as it is and turned round, so that the two ends of the scale are alike."""
        odd, even = Columns.of(_at(self.odd, at)), Columns.of(_at(self.even, at))
        both = np.vstack([np.hstack([even.values, odd.values]), np.hstack([even.values, -odd.values])])
        ended = self.ended[at] - signs.MIDDLE
        values, names = np.concatenate([ended, -ended]), (*even.names, *odd.names)
        return {
            level: dict(zip(names, map(float, quantile(both, values, float(level), penalty)), strict=True))
            for level in LEVELS
        }


def _at(values: Mapping[str, Floats], at: Numbers) -> Mapping[str, Floats]:
    return {name: value[at] for name, value in values.items()}
