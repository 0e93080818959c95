"""The words that a value stands among, weighed so that two sentences that tell one thing can be found."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.analyse._differences.words import sentence, words
from onrecord.model import Article, Span

STEM = 6  # letters of a word that count, so that "negotiators" and "negotiations" are one
NEAR = 6  # words from the value at which a word counts half
_TITLED = re.compile(r" [A-ZÀ-Þ]")
_WORD = re.compile(r"[^\W\d_][^\W\d_’'-]{2,40}")


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a value's sentence, by their stems, as a vector of length 1. `plain` has those that are no names and
    no titles before one, each as it is written."""

    weights: Mapping[str, float]
    plain: Mapping[str, str]

    def shared(self, other: Context) -> dict[str, float]:
        """What each word that both have adds to their cosine."""
        few, many = sorted((self.weights, other.weights), key=len)
        return {word: weight * many[word] for word, weight in few.items() if word in many}


class Rarity:
    """How rare a word is in a collection: the logarithm of how many paragraphs there are to one that has it."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._total = 0
        self._holding: Counter[str] = Counter()
        for article in articles:
            for paragraph in article.paragraphs:
                self._total += 1
                self._holding.update({stem for stem, _ in _stems(article.text, paragraph.span)})

    def of(self, stem: str) -> float:
        """The inverse document frequency of a word's stem."""
        return math.log(1 + self._total / max(1, self._holding[stem]))

    def context(self, article: Article, at: Span) -> Context:
        """The words of the sentence around a value, the nearer and the rarer the heavier."""
        around = sentence(article, at)
        before = [*_stems(article.text, Span(around.start, at.start))][::-1]
        after = [*_stems(article.text, Span(at.end, around.end))]
        weights: dict[str, float] = {}
        for side in (before, after):
            for distance, (stem, _) in enumerate(side):
                weights[stem] = max(weights.get(stem, 0.0), self.of(stem) / (1 + distance / NEAR))
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        plain = {stem: word for stem, word in (*before[::-1], *after) if word}
        return Context({stem: weight / length for stem, weight in weights.items()}, plain)


def _stems(text: str, within: Span) -> Iterator[tuple[str, str]]:
    """The words that tell of something: each cut to its stem, and as written, which is empty for a name or a title."""
    for match in _WORD.finditer(text, within.start, within.end):
        word = match.group().casefold()
        if word not in STOP_WORDS and word not in words().calendar and word not in words().empty:
            plain = match.group()[0].islower() and not _TITLED.match(text, match.end())
            yield word[:STEM], match.group() if plain else ""
