"""An article as a row of words: where each stands, what it is without case and marks, and whether it is quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from onrecord.model import Span
from onrecord.read import page_matter
from onrecord.trace._quoted import quoted

GRAM = 5  # words; the usual length of a shingle in work on text reuse in news

# Letters joined by full stops are one word, so that "U.S." is "US"; so are letters with a mark inside or between them.
WORD = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|[^\W_]+(?:['’\u00ad\u0300-\u036f]+[^\W_]+)*")
_ENDING_FROM = 5  # letters of a word whose ending is looked at
_INNER = re.compile("['’.\u00ad]")
_MIX = np.uint64(0x9E3779B97F4A7C15)

Hashes = NDArray[np.uint64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text. `places` holds the start and end of each in the text; `grams[i]` stands for the words i to
    i + GRAM - 1; `own[i]` is False inside quotation marks and for what the page adds, `plain[i]` for names, titles and
    figures, which two reporters write alike without copying. Hashes depend on the words alone, so that they are the
    same in every run and process. Arrays, as a large collection is held in memory as a whole."""

    places: NDArray[np.int32]
    grams: Hashes
    own: Marks
    plain: Marks

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
    added: list[Span] = []
    for paragraph in paragraphs:
        inside += quoted(text, paragraph)
        added += (
            Span(paragraph.start + at.start, paragraph.start + at.end)
            for at in page_matter(text[paragraph.start : paragraph.end])
        )
        for match in WORD.finditer(text, paragraph.start, paragraph.end):
            places.append(match.span())
            hashes.append(_hash(match.group()))
    array = np.array(places, dtype=np.int32).reshape(-1, 2)
    own = _outside(array[:, 0], inside) & _outside(array[:, 0], added)
    return Words(array, _grams(np.array(hashes, dtype=np.uint64)), own, _plain([text[start] for start, _ in places]))


def _plain(initials: Sequence[str]) -> Marks:
    """Which words with these first letters begin small; where most of them are capitals, which begin with a letter."""
    letters = np.array([initial.isalpha() for initial in initials], dtype=np.bool_)
    small = letters & np.array([initial == initial.lower() for initial in initials], dtype=np.bool_)
    return small if 2 * small.sum() >= letters.sum() else letters


def _outside(starts: NDArray[np.int32], spans: Sequence[Span]) -> Marks:
    """Which places lie in none of the spans. Both are in order."""
    if not spans:
        return np.ones(len(starts), dtype=np.bool_)
    before = np.searchsorted(np.array([span.start for span in spans]), starts, side="right") - 1
    ends = np.array([span.end for span in spans])
    result: Marks = (before < 0) | (starts >= ends[before])
    return result


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(folded(word).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def folded(word: str) -> str:
    """A word without case, marks and the spelling of one country (data/trace/spelling.yaml), to compare."""
    bare = _INNER.sub("", word.casefold())
    if not bare.isascii():
        return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)) or bare
    endings, words = _spelling()
    if len(bare) >= _ENDING_FROM:
        for spelt, one in endings:
            bare = spelt.sub(one, bare)
    return words.get(bare, bare)


@cache
def _spelling() -> tuple[tuple[tuple[re.Pattern[str], str], ...], dict[str, str]]:
    data = yaml.safe_load(files("onrecord").joinpath("data/trace/spelling.yaml").read_text(encoding="utf-8"))
    return tuple((re.compile(spelt), one) for spelt, one in data["endings"]), data["words"]


def _grams(words: Hashes) -> Hashes:
    count = len(words) - GRAM + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    grams = np.zeros(count, dtype=np.uint64)
    for offset in range(GRAM):
        grams = (grams ^ words[offset : offset + count]) * _MIX
        grams ^= grams >> np.uint64(29)
    return grams
