"""Which pairs of articles are worth aligning, without looking at all pairs.

Two indices, as each misses what the other finds. MinHash (Broder 1997; here rensa's) finds articles that are alike as
wholes, however many there are of them. Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) find a part of one
article inside another: of every WINDOW neighbouring 5-grams the smallest hash is kept, which makes sure that any run of
WINDOW + GRAM - 1 shared words leaves at least one fingerprint in both. A fingerprint that many articles hold is a
stock phrase, or belongs to a family of copies that MinHash has found, and is passed over; so both stay near-linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from rensa import RMinHash, RMinHashLSH

from onrecord.trace._words import Hashes, Words

WINDOW = 8  # 5-grams; with GRAM 5 a shared run of 12 words is certain to be noticed
MANY = 50  # articles; a fingerprint in more of them points at nothing
SHARED = 2  # fingerprints that a pair must share: one is as often a stock phrase as a copy

_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1  # 32 bands of 4 rows: half of all pairs with a Jaccard of .38 are caught
_BATCH = 1_000  # articles whose 5-grams are spelt out at once, to bound memory

Pair = tuple[int, int]


def candidates(articles: Sequence[Words]) -> list[Pair]:
    """Pairs of indices (smaller first) into `articles` that may share a passage, sorted."""
    return sorted(_alike(articles) | _overlapping(articles))


def _alike(articles: Sequence[Words]) -> set[Pair]:
    long_enough = [number for number, words in enumerate(articles) if len(words.grams)]
    minhashes = []
    for batch in (long_enough[start : start + _BATCH] for start in range(0, len(long_enough), _BATCH)):
        tokens = [np.unique(articles[number].grams).view("V8").tolist() for number in batch]
        minhashes += RMinHash.from_token_sets(tokens, _PERMUTATIONS, _SEED)
    index = RMinHashLSH(0.5, _PERMUTATIONS, _BANDS)
    index.insert_many(minhashes)
    return {
        (long_enough[row], long_enough[other])
        for row, others in enumerate(index.query_all(minhashes))
        for other in others
        if row < other
    }


def _overlapping(articles: Sequence[Words]) -> set[Pair]:
    prints = [_fingerprints(words.grams) for words in articles]
    keys = np.concatenate([np.empty(0, dtype=np.uint64), *prints])
    owners = np.repeat(np.arange(len(prints)), [len(p) for p in prints])
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, dtype=np.intp)
    sizes = np.diff(np.r_[starts, len(keys)])
    shared: Counter[Pair] = Counter()
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if 1 < size <= MANY:
            shared.update(combinations(owners[start : start + size].tolist(), 2))
    return {pair for pair, count in shared.items() if count >= SHARED}


def _fingerprints(grams: Hashes) -> Hashes:
    if len(grams) <= WINDOW:
        return np.unique(grams)
    return np.unique(np.lib.stride_tricks.sliding_window_view(grams, WINDOW).min(axis=1))
