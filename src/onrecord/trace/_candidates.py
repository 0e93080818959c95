"""Which pairs of articles are worth aligning, without looking at all pairs.

Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) find a part of one article inside another: of every WINDOW
neighbouring 5-grams the smallest hash is kept, which makes sure that any run of WINDOW + GRAM - 1 shared words leaves
at least one fingerprint in both. A fingerprint that many unlike articles hold is a stock phrase and is passed over.
Unlike is the point: near copies of one another (`_alike`) are a family and count once, so that a story in hundreds of
outlets is no stock phrase, and a part of it in yet another article is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.trace._postings import Numbers, Postings, postings
from onrecord.trace._words import Hashes, Marks

WINDOW = 8  # 5-grams; with GRAM 5 a shared run of 12 words is certain to be noticed
MANY = 50  # families; a fingerprint in more of them points at nothing
SHARED = 2  # fingerprints that a pair must share: one is as often a stock phrase as a copy

_BLOCK = 1 << 22  # pairs of families that are counted at once, to bound memory

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
    """The pairs of families that share enough fingerprints."""
    found, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    waiting: list[Codes] = []
    for block in postings(prints, families):
        for codes in _pairs(block, len(families)):
            waiting.append(codes)
            if sum(map(len, waiting)) >= _BLOCK:
                found, counts = _add(found, counts, waiting)
                waiting = []
    found, counts = _add(found, counts, waiting)
    return found[counts >= SHARED]


def _pairs(block: Postings, many: int) -> Iterator[Codes]:
    for size in range(2, MANY + 1):
        starts = block.starts[block.sizes == size]
        one, other = np.triu_indices(size, 1)
        step = max(1, _BLOCK // len(one))
        for some in (starts[at : at + step] for at in range(0, len(starts), step)):
            held = block.owners[some[:, None] + np.arange(size)].astype(np.int64)
            yield (held[:, one] * many + held[:, other]).ravel()


def _add(found: Codes, counts: Codes, waiting: Sequence[Codes]) -> tuple[Codes, Codes]:
    codes = np.concatenate([found, *waiting])
    each = np.concatenate([counts, *(np.ones(len(some), dtype=np.int64) for some in waiting)])
    found, at = np.unique(codes, return_inverse=True)
    return found, np.bincount(at, weights=each, minlength=len(found)).astype(np.int64)
