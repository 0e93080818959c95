"""An article as a row of words: where each stands, what it is without case and marks, and whether it is quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Span
from onrecord.trace._quoted import quoted

GRAM = 5  # words; the usual length of a shingle in work on text reuse in news

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MIX = np.uint64(0x9E3779B97F4A7C15)

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text. `places` holds the start and end of each in the text; `grams[i]` stands for the words i to
    i + GRAM - 1; `own[i]` is False inside quotation marks. Hashes depend on the words alone, so that they are the same
    in every run and process. Arrays, as a large collection is held in memory as a whole."""

    places: NDArray[np.int32]
    grams: Hashes
    own: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.places)

    def span(self, words: slice) -> Span:
        """The stretch of the text from the first to the last of these words."""
        return Span(int(self.places[words.start][0]), int(self.places[words.stop - 1][1]))


def read(text: str, paragraphs: Sequence[Span]) -> Words:
    """The words of the given paragraphs of a text, in order; offsets are those of the text."""
    places: list[tuple[int, int]] = []
    hashes: list[int] = []
    inside: list[Span] = []
    for paragraph in paragraphs:
        inside += quoted(text, paragraph)
        for match in _WORD.finditer(text, paragraph.start, paragraph.end):
            places.append(match.span())
            hashes.append(_hash(match.group()))
    array = np.array(places, dtype=np.int32).reshape(-1, 2)
    return Words(array, _grams(np.array(hashes, dtype=np.uint64)), _outside(array[:, 0], inside))


def _outside(starts: NDArray[np.int32], spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Which places lie in none of the spans. Both are in order."""
    if not spans:
        return np.ones(len(starts), dtype=np.bool_)
    before = np.searchsorted(np.array([span.start for span in spans]), starts, side="right") - 1
    ends = np.array([span.end for span in spans])
    result: NDArray[np.bool_] = (before < 0) | (starts >= ends[before])
    return result


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    folded = word.casefold().replace("'", "").replace("’", "")
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c)) or folded
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _grams(words: Hashes) -> Hashes:
    count = len(words) - GRAM + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    grams = np.zeros(count, dtype=np.uint64)
    for offset in range(GRAM):
        grams = (grams ^ words[offset : offset + count]) * _MIX
        grams ^= grams >> np.uint64(29)
    return grams
