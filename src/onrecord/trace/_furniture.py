"""Words that an outlet prints in article after article, and that say nothing about where a story came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from onrecord.trace._postings import Numbers, postings
from onrecord.trace._words import GRAM, Hashes, Marks, Words

STANDING = 4  # articles of one outlet, no copies of one another, with the same words: from there they are furniture
PIECE = 8  # words in a row; fewer are a turn of phrase


def furniture(articles: Sequence[Words], outlets: Sequence[str | None], families: Numbers) -> list[Marks | None]:
    """Which words of each article are its outlet's furniture; None: none of them, or the outlet is not known.

    Versions of one story (of one family) count once: a story that is printed five times is no furniture.
    """
    by_outlet: defaultdict[str, list[int]] = defaultdict(list)
    for number, outlet in enumerate(outlets):
        if outlet is not None:
            by_outlet[outlet].append(number)
    result: list[Marks | None] = [None] * len(articles)
    for numbers in by_outlet.values():
        if len(set(families[numbers].tolist())) >= STANDING:
            standing = _standing([articles[number].grams for number in numbers], families[numbers])
            for number in numbers:
                result[number] = _marks(articles[number], standing)
    return result


def _standing(grams: Sequence[Hashes], families: Numbers) -> Hashes:
    """The 5-grams that stand in enough unlike articles, sorted."""
    blocks = [block.keys[block.sizes >= STANDING] for block in postings(grams, families)]
    return np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *blocks]))


def _marks(words: Words, standing: Hashes) -> Marks | None:
    if not len(standing) or not len(words.grams):
        return None
    at = np.searchsorted(standing, words.grams)
    found = np.concatenate([[False], standing[np.minimum(at, len(standing) - 1)] == words.grams, [False]])
    starts, ends = (np.flatnonzero(found[1:] != found[:-1]).reshape(-1, 2)).T
    marks = np.zeros(len(words), dtype=np.bool_)
    long = ends - starts > PIECE - GRAM
    for start, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        marks[start : end + GRAM - 1] = True
    return marks if marks.any() else None
