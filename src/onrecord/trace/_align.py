"""The passages that two articles share: maximal runs of the same words, healed over light edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from onrecord.trace._words import GRAM, Words

LEAST = 12  # words of a passage outside quotation marks: less, or a quotation alone, is no copy
ENOUGH = 20  # such words in all passages of a pair together; stock phrases ("the five permanent members …") have fewer
GAP = 4  # words that may differ between two runs of one passage: a changed spelling, a number, an added adverb
_REPEATS = 4  # places of one 5-gram in an article that are followed, so that text that repeats itself costs no more

Run = tuple[int, int, int]  # first word in a, first word in b, number of words


@dataclass(slots=True)
class Chain:
    """A passage in the making: runs of shared words, each close behind the one before in both articles."""

    runs: list[Run] = field(default_factory=list)

    @property
    def a(self) -> slice:
        return slice(self.runs[0][0], self.runs[-1][0] + self.runs[-1][2])

    @property
    def b(self) -> slice:
        return slice(self.runs[0][1], self.runs[-1][1] + self.runs[-1][2])

    def distance(self, run: Run) -> int | None:
        """Words between this chain and a run that may follow it, summed over both articles; None: too far."""
        last_a, last_b, length = self.runs[-1]
        gaps = run[0] - (last_a + length), run[1] - (last_b + length)
        forward = run[0] > last_a and run[1] > last_b
        return sum(map(abs, gaps)) if forward and all(-GRAM < gap <= GAP for gap in gaps) else None


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two articles share: passages as (words of a, words of b), and the words of each that stand in the other."""

    passages: tuple[tuple[slice, slice], ...]
    shared_a: int
    shared_b: int


def align(a: Words, b: Words) -> Alignment:
    """The passages that a and b share, in the order of a. A passage has at least LEAST words that neither puts in
    quotation marks, and a pair ENOUGH in all; the quotations within a passage belong to it."""
    in_a, in_b = np.zeros(len(a), dtype=np.bool_), np.zeros(len(b), dtype=np.bool_)
    kept: list[Chain] = []
    chains = [chain for chain in _chains(_runs(a, b)) if _own_words(chain, a, b) >= LEAST]
    for chain in sorted(chains, key=lambda chain: (-sum(run[2] for run in chain.runs), chain.runs)):
        if 2 * in_a[chain.a].sum() > len(in_a[chain.a]) and 2 * in_b[chain.b].sum() > len(in_b[chain.b]):
            continue  # both sides stand in longer passages already
        kept.append(chain)
        for start_a, start_b, length in chain.runs:
            in_a[start_a : start_a + length] = True
            in_b[start_b : start_b + length] = True
    if sum(_own_words(chain, a, b) for chain in kept) < ENOUGH:
        return Alignment((), 0, 0)
    kept.sort(key=lambda chain: chain.runs)
    return Alignment(tuple((chain.a, chain.b) for chain in kept), int(in_a.sum()), int(in_b.sum()))


def _runs(a: Words, b: Words) -> list[Run]:
    common = np.intersect1d(a.grams, b.grams)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for j in np.flatnonzero(np.isin(b.grams, common)).tolist():
        if len(places[int(b.grams[j])]) < _REPEATS:
            places[int(b.grams[j])].append(j)
    runs: list[Run] = []
    going: dict[int, Run] = {}  # by how far b is ahead of a
    for i in np.flatnonzero(np.isin(a.grams, common)).tolist():
        for j in places[int(a.grams[i])]:
            run = going.get(j - i)
            if run is not None and run[0] + run[2] == i + GRAM - 1:
                going[j - i] = (run[0], run[1], run[2] + 1)
            else:
                if run is not None:
                    runs.append(run)
                going[j - i] = (i, j, GRAM)
    return sorted([*runs, *going.values()])


def _chains(runs: Iterable[Run]) -> list[Chain]:
    done: list[Chain] = []
    growing: list[Chain] = []
    for run in runs:
        done += [chain for chain in growing if run[0] - chain.a.stop > GAP]
        growing = [chain for chain in growing if run[0] - chain.a.stop <= GAP]
        near = [(distance, n) for n, chain in enumerate(growing) if (distance := chain.distance(run)) is not None]
        if near:
            growing[min(near)[1]].runs.append(run)
        else:
            growing.append(Chain([run]))
    return done + growing


def _own_words(chain: Chain, a: Words, b: Words) -> int:
    return min(int(own.sum()) for own in (a.own[chain.a], b.own[chain.b]))
