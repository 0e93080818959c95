"""Which articles hold a hash: an inverted index that is made and forgotten block by block, to bound memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.trace._words import Hashes

_BLOCK = 1 << 21  # hashes that are sorted at once

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Some of the hashes, each with those who hold it: `keys[i]` is held by `owners[starts[i] : starts[i] + sizes[i]]`,
    each named once, in order."""

    keys: Hashes
    owners: Numbers
    starts: NDArray[np.intp]
    sizes: NDArray[np.intp]


def postings(held: Sequence[Hashes], owners: Sequence[int] | Numbers) -> Iterator[Postings]:
    """The hashes of `held`, each array with its owner's number; a hash is in one block with all of its owners."""
    total = sum(map(len, held))
    if not total:
        return
    keys = np.concatenate(held)
    whose = np.repeat(np.asarray(owners, dtype=np.int32), [len(hashes) for hashes in held])
    blocks = -(-total // _BLOCK)
    for block in range(blocks):
        chosen = keys % np.uint64(blocks) == block if blocks > 1 else slice(None)
        yield _index(keys[chosen], whose[chosen])


def _index(keys: Hashes, owners: Numbers) -> Postings:
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    anew = _changes(keys)
    first = anew | _changes(owners)
    keys, owners, anew = keys[first], owners[first], anew[first]
    starts = np.flatnonzero(anew)
    return Postings(keys[starts], owners, starts, np.diff(np.append(starts, len(keys))))


def _changes(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    return np.concatenate([np.ones(min(1, len(values)), dtype=np.bool_), values[1:] != values[:-1]])
