"""Articles that are near copies of one another as wholes, by MinHash (Broder 1997; here rensa's).

Used to count: what stands in fifty copies of one story stands in one story. A join that is missed costs little, as the
two still meet over the passages that they share; a wrong one costs more, as families are looked at pair by pair.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from onrecord.trace._postings import Numbers
from onrecord.trace._words import Hashes

BANDS, ROWS = 20, 3  # 93 of 100 pairs with a Jaccard of .5 meet in a band
LIKE = 0.5  # Jaccard, as the digests estimate it, from which two that meet are alike
_SEED = 1

Digests = NDArray[np.uint32]


def digests(grams: Sequence[Hashes]) -> Digests:
    """The MinHash digests of some articles, a row of BANDS × ROWS numbers for each."""
    if not grams:
        return np.empty((0, BANDS * ROWS), dtype=np.uint32)
    offsets = np.cumsum([0, *map(len, grams)], dtype=np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(grams), offsets, BANDS * ROWS, _SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32)


def families(digests: Sequence[Digests]) -> Numbers:
    """For each article the number of the first one that it is alike, itself or through others."""
    parent = list(range(len(digests)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    table = np.array(digests, dtype=np.uint32).reshape(-1, BANDS * ROWS)
    for band in range(0, BANDS * ROWS, ROWS):
        order = np.lexsort(table[:, band : band + ROWS].T)
        one, other = order[:-1], order[1:]
        meet = (table[one, band : band + ROWS] == table[other, band : band + ROWS]).all(axis=1)
        one, other = one[meet], other[meet]
        alike = (table[one] == table[other]).mean(axis=1) >= LIKE
        for pair in zip(one[alike].tolist(), other[alike].tolist(), strict=True):
            first, second = sorted(map(root, pair))
            parent[second] = first
    return np.array([root(number) for number in range(len(parent))], dtype=np.int32)
