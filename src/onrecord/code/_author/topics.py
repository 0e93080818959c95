"""Nouns that are spoken of together, as topics.

Each noun is described by the words that stand in the sentences with it, weighted by positive pointwise mutual
information (Bullinaria & Levy 2007); nouns are joined by average linkage over the cosine (Sokal & Michener 1958).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.code._author.wishes import Wish

ALIKE = 0.12  # the least average cosine at which two groups of nouns are one topic
WIDEST = 6  # nouns of a topic

Matrix = NDArray[np.float64]


def topics(by_noun: Mapping[str, Sequence[Wish]]) -> list[list[str]]:
    """Groups of nouns; the nouns of a group and the groups (by their first noun) keep the order of the mapping."""
    nouns = list(by_noun)
    groups = [[n] for n in range(len(nouns))]
    alike = _cosines([_contexts(noun, by_noun[noun]) for noun in nouns])
    while len(groups) > 1:
        best, pair = ALIKE, None
        for b in range(1, len(groups)):
            for a in range(b):
                if len(groups[a]) + len(groups[b]) > WIDEST:
                    continue
                score = round(float(alike[np.ix_(groups[a], groups[b])].mean()), 9)
                if score > best:
                    best, pair = score, (a, b)
        if pair is None:
            break
        groups[pair[0]] += groups.pop(pair[1])
    return [[nouns[n] for n in sorted(group)] for group in sorted(groups, key=min)]


def _contexts(noun: str, found: Sequence[Wish]) -> dict[str, int]:
    """In how many sentences each word stands with the noun, and the noun in its own, so that company counts."""
    sentences: dict[tuple[str, object], set[str]] = {}
    for wish in found:
        words = sentences.setdefault((wish.article, wish.sentence), {noun})
        words |= wish.context | set(wish.words)
    counts: dict[str, int] = {}
    for words in sentences.values():
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    return counts


def _cosines(contexts: Sequence[Mapping[str, int]]) -> Matrix:
    vocabulary = {word: at for at, word in enumerate(sorted({word for counts in contexts for word in counts}))}
    counted: Matrix = np.zeros((len(contexts), max(1, len(vocabulary))))
    for row, counts in enumerate(contexts):
        for word, count in counts.items():
            counted[row, vocabulary[word]] = count
    expected = counted.sum(1, keepdims=True) * counted.sum(0, keepdims=True) / max(1.0, counted.sum())
    ratio = np.divide(counted, expected, out=np.ones_like(counted), where=expected > 0)
    weights: Matrix = np.maximum(0.0, np.log(np.maximum(ratio, 1.0)))
    length = np.linalg.norm(weights, axis=1, keepdims=True)
    unit = np.divide(weights, length, out=np.zeros_like(weights), where=length > 0)
    product: Matrix = unit @ unit.T
    return product
