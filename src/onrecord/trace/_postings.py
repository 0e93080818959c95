"""Which articles hold a hash: an inverted index that is made and forgotten block by block, to bound memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    blocks = 1 << max(0, (total - 1) // _BLOCK).bit_length()  # a power of two, as hashes are told apart by their bits
    whose = np.asarray(owners, dtype=np.int32)
    for block in range(blocks) if total else ():
        chosen = [_chosen(some, whose[at], block, blocks) for at, some in _portions(held)]
        yield _index(np.concatenate([keys for keys, _ in chosen]), np.concatenate([by for _, by in chosen]))


def _portions(held: Sequence[Hashes]) -> Iterator[tuple[slice, Sequence[Hashes]]]:
    """Stretches of `held` that have about a block's hashes each, so that never all of them are copied at once."""
    ends = np.cumsum([len(hashes) for hashes in held])
    cuts = np.searchsorted(ends, np.arange(_BLOCK, int(ends[-1]), _BLOCK), side="left") + 1
    for start, stop in pairwise(np.unique([0, *cuts.tolist(), len(held)]).tolist()):
        yield slice(start, stop), held[start:stop]


def _chosen(held: Sequence[Hashes], owners: Numbers, block: int, blocks: int) -> tuple[Hashes, Numbers]:
    keys = np.concatenate(held)
    whose = np.repeat(owners, [len(hashes) for hashes in held])
    here = (keys & np.uint64(blocks - 1)) == block
    return keys[here], whose[here]


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
