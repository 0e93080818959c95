"""Words that an outlet prints in article after article, and that say nothing about where a story came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.trace._words import GRAM, Hashes, Words

STANDING = 4  # articles of one outlet with the same 5-gram from which it is the outlet's furniture


def without_furniture(articles: Sequence[Words], outlets: Sequence[str | None]) -> list[Words]:
    """The articles, parallel to their outlets, with the outlets' furniture marked as not their own words.

    Articles whose outlet is not known are left as they are.
    """
    by_outlet: defaultdict[str, list[int]] = defaultdict(list)
    for number, outlet in enumerate(outlets):
        if outlet is not None:
            by_outlet[outlet].append(number)
    result = list(articles)
    for numbers in by_outlet.values():
        if len(numbers) >= STANDING:
            standing = _standing([articles[number].grams for number in numbers])
            for number in numbers:
                result[number] = _mark(articles[number], standing)
    return result


def _standing(grams: Sequence[Hashes]) -> Hashes:
    each, count = np.unique(np.concatenate([np.unique(g) for g in grams]), return_counts=True)
    return each[count >= STANDING]


def _mark(words: Words, standing: Hashes) -> Words:
    own = words.own.copy()
    for at in np.flatnonzero(np.isin(words.grams, standing)).tolist():
        own[at : at + GRAM] = False
    return replace(words, own=own)
