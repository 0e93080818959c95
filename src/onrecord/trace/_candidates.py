"""Which pairs of articles are worth aligning, without looking at all pairs.

Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) find a part of one article inside another: of every WINDOW
neighbouring 5-grams the smallest hash is kept, which makes sure that any run of WINDOW + GRAM - 1 shared words leaves
at least one fingerprint in both. A fingerprint that many unlike articles hold is a stock phrase and is passed over.
Unlike is the point: near copies of one another (`_alike`) are a family and count once, so that a story in hundreds of
outlets is no stock phrase, and a part of it in yet another article is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.trace._postings import Numbers, postings
from onrecord.trace._words import Hashes, Marks

WINDOW = 8  # 5-grams; with GRAM 5 a shared run of 12 words is certain to be noticed
MANY = 50  # families; a fingerprint in more of them points at nothing
SHARED = 2  # fingerprints that a pair must share: one is as often a stock phrase as a copy

_BLOCK = 1 << 21  # pairs of families that are counted at once, to bound memory

Codes = NDArray[np.int64]  # a pair of families as one number: the first times the number of articles, plus the second


def fingerprints(grams: Hashes, furniture: Marks | None = None) -> Hashes:
    """The fingerprints of an article but for those that lie in its outlet's furniture."""
    if furniture is not None:
        grams = grams[~furniture[: len(grams)]]
    if len(grams) <= WINDOW:
        return np.unique(grams)
    return np.unique(np.lib.stride_tricks.sliding_window_view(grams, WINDOW).min(axis=1))


def candidates(prints: Sequence[Hashes], families: Numbers) -> Iterator[tuple[int, int]]:
    """Pairs of article numbers (smaller first) that may share a passage, each once, in order.

    `prints` are the articles' fingerprints, `families` the number of the family of each.
    """
    members = np.argsort(families, kind="stable")
    sizes = np.bincount(families, minlength=len(families))
    starts = np.cumsum(sizes) - sizes
    across = _sharing(prints, families)
    near: dict[int, list[int]] = {family: [family] for family in np.flatnonzero(sizes > 1).tolist()}
    for one, other in zip(*map(np.ndarray.tolist, np.divmod(across, len(families))), strict=True):
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    for number, family in enumerate(families.tolist()):
        if family in near:
            others = np.concatenate([members[starts[f] : starts[f] + sizes[f]] for f in near[family]])
            yield from ((number, other) for other in np.sort(others[others > number]).tolist())


def _sharing(prints: Sequence[Hashes], families: Numbers) -> Codes:
    """The pairs of families that share enough fingerprints, in order. They are counted for some families at a time,
    each with those of higher number, so that memory hangs on what is held and not on how many pairs there are."""
    owners, later = _held(prints, families)
    order = np.argsort(owners, kind="stable")
    order = order[later[order] > 0]
    found = [np.empty(0, dtype=np.int64)]
    for some in _parted(owners[order], later[order]):
        codes, counts = np.unique(_pairs(owners, later, order[some], len(families)), return_counts=True)
        found.append(codes[counts >= SHARED])
    return np.concatenate(found)


def _held(prints: Sequence[Hashes], families: Numbers) -> tuple[Numbers, Numbers]:
    """Who holds a fingerprint that others hold too, those of one fingerprint in a row, in order; and how many of the
    row come after each."""
    owners, later = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.int32)]
    for block in postings(prints, families):
        sizes = block.sizes[telling := (block.sizes > 1) & (block.sizes <= MANY)]
        owners.append(block.owners[np.repeat(telling, block.sizes)])
        later.append((np.repeat(np.cumsum(sizes), sizes) - np.arange(sizes.sum()) - 1).astype(np.int32))
    return np.concatenate(owners), np.concatenate(later)


def _parted(owners: Numbers, later: Numbers) -> Iterator[slice]:
    """Stretches with all places of some families, and about a block's pairs each."""
    begins = np.flatnonzero(np.diff(owners, prepend=-1))
    before = np.concatenate([[0], np.cumsum(later, dtype=np.int64)])
    blocks = before[begins] // _BLOCK
    starts = begins[np.flatnonzero(np.diff(blocks, prepend=-1))].tolist()
    yield from (slice(start, stop) for start, stop in pairwise([*starts, len(owners)]))


def _pairs(owners: Numbers, later: Numbers, places: NDArray[np.intp], many: int) -> Codes:
    """The owner at each of these places with every owner after it in its row."""
    times = later[places]
    nth = np.arange(int(times.sum())) - np.repeat(np.cumsum(times, dtype=np.int64) - times, times)
    one, other = np.repeat(owners[places], times), owners[np.repeat(places, times) + 1 + nth]
    codes: Codes = one.astype(np.int64) * many + other
    return codes
