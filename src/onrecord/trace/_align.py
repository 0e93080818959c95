"""The passages that two articles share: maximal runs of the same words, healed over light edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.trace._words import GRAM, Hashes, Marks, Words

LEAST = 12  # words of a passage outside quotation marks: less, or a quotation alone, is no copy
ENOUGH = 12  # such words that are no names or figures, in all passages of a pair: "said Ann Lee, head of …" has fewer
GAP = 4  # words that may differ between two runs of one passage: a changed spelling, a number, an added adverb
_REPEATS = 4  # places of one 5-gram in an article that are followed, so that text that repeats itself costs no more

Run = tuple[int, int, int]  # first word in a, first word in b, number of words
Places = NDArray[np.intp]


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

    passages: tuple[tuple[slice, slice], ...] = ()
    shared_a: int = 0
    shared_b: int = 0

    def mirrored(self) -> Alignment:
        """The same with a and b exchanged."""
        passages = sorted(((b, a) for a, b in self.passages), key=lambda pair: [(at.start, at.stop) for at in pair])
        return Alignment(tuple(passages), self.shared_b, self.shared_a)


def align(a: Words, b: Words, own_a: Marks, own_b: Marks) -> Alignment:
    """The passages that a and b share, in the order of a. A passage has at least LEAST words that are their own in both
    (outside quotation marks and furniture), and a pair ENOUGH in all that are plain besides; the quotations within a
    passage belong to it.

    `own_a` and `own_b` say which words are their own. Exchanging a and b gives the mirror image.
    """
    if (len(a), a.grams.tobytes()) > (len(b), b.grams.tobytes()):
        return _align(b, a, own_b, own_a).mirrored()
    return _align(a, b, own_a, own_b)


def _align(a: Words, b: Words, own_a: Marks, own_b: Marks) -> Alignment:
    own, plain = _counter(own_a, own_b), _counter(own_a & a.plain, own_b & b.plain)
    in_a, in_b = np.zeros(len(a), dtype=np.bool_), np.zeros(len(b), dtype=np.bool_)
    kept: list[Chain] = []
    chains = [chain for chain in _chains(_runs(a.grams, b.grams)) if own(chain) >= LEAST]
    for chain in sorted(chains, key=lambda chain: (-sum(run[2] for run in chain.runs), chain.runs)):
        if 2 * in_a[chain.a].sum() > len(in_a[chain.a]) and 2 * in_b[chain.b].sum() > len(in_b[chain.b]):
            continue  # both sides stand in longer passages already
        kept.append(chain)
        for start_a, start_b, length in chain.runs:
            in_a[start_a : start_a + length] = True
            in_b[start_b : start_b + length] = True
    if sum(map(plain, kept)) < ENOUGH:
        return Alignment()
    kept.sort(key=lambda chain: chain.runs)
    return Alignment(tuple((chain.a, chain.b) for chain in kept), int(in_a.sum()), int(in_b.sum()))


def _counter(marks_a: Marks, marks_b: Marks) -> Callable[[Chain], int]:
    """How many words of a passage are marked, in the article that has fewer of them there."""
    before_a, before_b = (np.concatenate([[0], np.cumsum(marks)]) for marks in (marks_a, marks_b))

    def counted(chain: Chain) -> int:
        at, there = chain.a, chain.b
        return int(min(before_a[at.stop] - before_a[at.start], before_b[there.stop] - before_b[there.start]))

    return counted


def _runs(a: Hashes, b: Hashes) -> list[Run]:
    """The maximal runs of shared 5-grams, in order."""
    at, there = _meetings(a, b)
    if not len(at):
        return []
    order = np.lexsort((at, there - at))
    at, there = at[order], there[order]
    starts = np.flatnonzero(np.concatenate([[True], (np.diff(at) != 1) | (np.diff(there) != 1)]))
    lengths = np.diff(np.append(starts, len(at))) + GRAM - 1
    return sorted(zip(at[starts].tolist(), there[starts].tolist(), lengths.tolist(), strict=True))


def _meetings(a: Hashes, b: Hashes) -> tuple[Places, Places]:
    """The places in a and in b where the same 5-gram stands: its nth place here with its nth there, and the first few
    with one another."""
    order_a, order_b = np.argsort(a, kind="stable"), np.argsort(b, kind="stable")
    sorted_a, sorted_b = a[order_a], b[order_b]
    nth_a = np.arange(len(a)) - np.searchsorted(sorted_a, sorted_a)
    first_b, after_b = np.searchsorted(sorted_b, sorted_a), np.searchsorted(sorted_b, sorted_a, side="right")
    there_are = after_b - first_b
    followed = np.where(nth_a < _REPEATS, np.minimum(there_are, _REPEATS), 0)
    rank = np.arange(int(followed.sum())) - np.repeat(np.cumsum(followed) - followed, followed)
    later = np.flatnonzero((nth_a >= _REPEATS) & (nth_a < there_are))
    in_a = np.concatenate([np.repeat(order_a, followed), order_a[later]])
    in_b = np.concatenate([np.repeat(first_b, followed) + rank, first_b[later] + nth_a[later]])
    return in_a, order_b[in_b]


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
