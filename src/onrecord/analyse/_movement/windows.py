"""Whether the stances before and after a day differ by more than chance.

Each stance's share in a window has a Beta-Binomial posterior with Jeffreys' prior, Beta(1/2, 1/2), whose 90 % interval
is Brown, Cai & DasGupta (2001), Interval Estimation for a Binomial Proportion. Two windows part where the intervals of
a stance do not meet. As many days are tried, intervals part by chance somewhere: what is found is held against the same
stances in shuffled order, the largest gap of each shuffle against the largest found (Westfall & Young 1993,
Resampling-Based Multiple Testing; for a single change in a row, Matteson & James 2014, JASA 109:334).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

LEVEL = 0.90  # of the intervals
FEWEST = 2  # statements in a window; one alone is no evidence of a change
SHUFFLES = 4_999
ENOUGH = 50  # shuffles that part as far, after which more tell nothing new (Besag & Clifford 1991, Biometrika 78:301)
BATCH = 250
SEED = 1763

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Parted:
    """Two windows that part: before and from `day` on, in the stances numbered `lost` and `gained`.

    `counts` are the stances in the window before and in that after, `gap` is how far the intervals lie apart, `p` how
    often a shuffled order parts as far.
    """

    day: date
    lost: int
    gained: int
    counts: tuple[tuple[int, ...], tuple[int, ...]]
    gap: float
    p: float


def first_parting(days: Sequence[date], stances: Sequence[int], kinds: int, window: int) -> Parted | None:
    """The day at which stances (numbers below `kinds`, in order of `days`) part most; None where there are too few for
    even a full turn to show. Where nothing parts, `gap` is not above 0 and `p` is 1.

    The windows are the `window` days before it and those from it on. Deterministic.
    """
    tried = _Tried.of(days, window)
    if tried is None:
        return None
    marks = np.array([[stance == kind for stance in stances] for kind in range(kinds)], dtype=np.int64)
    gaps = tried.gaps(marks)
    kind, split = np.unravel_index(int(gaps.argmax()), gaps.shape)
    before, after = (counts[:, split] for counts in tried.counts(marks))
    moved = after / after.sum() - before / before.sum()
    return Parted(
        day=tried.days[int(split)],
        lost=int(moved.argmin()),
        gained=int(moved.argmax()),
        counts=(tuple(map(int, before)), tuple(map(int, after))),
        gap=float(gaps[kind, split]),
        p=_p(tried, np.array(stances), kinds, float(gaps.max())) if gaps.max() > 0 else 1.0,
    )


@dataclass(frozen=True, slots=True)
class _Tried:
    """The days to try, as places in the row: a window before is [low, at), one after [at, high)."""

    days: tuple[date, ...]
    low: Ints
    at: Ints
    high: Ints
    sizes: Ints  # of the windows, each once
    lower: Floats  # of a share, by place in `sizes` and number of statements with the stance
    upper: Floats

    @classmethod
    def of(cls, days: Sequence[date], window: int) -> _Tried | None:
        ordinals = np.array([day.toordinal() for day in days], dtype=np.int64)
        starts = np.unique(ordinals)[1:]
        if not len(starts):
            return None
        low, at, high = (np.searchsorted(ordinals, edge) for edge in (starts - window, starts, starts + window))
        first, second = at - low, high - at
        kept = interval(second, second)[0] > interval(first, np.zeros_like(first))[1]  # a full turn would part them
        kept &= np.minimum(first, second) >= FEWEST
        if not kept.any():
            return None
        low, at, high, starts = low[kept], at[kept], high[kept], starts[kept]
        sizes = np.unique([at - low, high - at])
        lower, upper = interval(sizes[:, None], np.arange(sizes[-1] + 1))
        return cls(tuple(map(date.fromordinal, starts.tolist())), low, at, high, sizes, lower, upper)

    def counts(self, marks: Ints) -> tuple[Ints, Ints]:
        """How often a mark stands in each window before and after; the last axis of `marks` is the row."""
        total = np.concatenate([np.zeros((*marks.shape[:-1], 1), dtype=np.int64), marks.cumsum(axis=-1)], axis=-1)
        middle = total[..., self.at]
        return middle - total[..., self.low], total[..., self.high] - middle

    def gaps(self, marks: Ints) -> Floats:
        """How far the intervals before and after lie apart; below 0 where they meet."""
        before, after = self.counts(marks)
        first, second = (np.searchsorted(self.sizes, size) for size in (self.at - self.low, self.high - self.at))
        found: Floats = np.maximum(
            self.lower[second, after] - self.upper[first, before],
            self.lower[first, before] - self.upper[second, after],
        )
        return found


def _p(tried: _Tried, stances: Ints, kinds: int, found: float) -> float:
    random = np.random.default_rng(SEED)
    as_far = done = 0
    while done < SHUFFLES and as_far < ENOUGH:
        number = min(BATCH, SHUFFLES - done)
        shuffled = random.permuted(np.tile(stances, (number, 1)), axis=1)
        largest = np.full(number, -1.0)
        for kind in range(kinds):
            largest = np.maximum(largest, tried.gaps((shuffled == kind).astype(np.int64)).max(axis=1))
        as_far += int((largest >= found - 1e-12).sum())
        done += number
    return (as_far + 1) / (done + 1)


def interval(n: Ints, k: Ints) -> tuple[Floats, Floats]:
    """The ends of the interval of a share, for n statements of which k have it; where k is above n, as for n."""
    k = np.minimum(k, n)
    tail = (1 - LEVEL) / 2
    return betaincinv(k + 0.5, n - k + 0.5, tail), betaincinv(k + 0.5, n - k + 0.5, 1 - tail)
