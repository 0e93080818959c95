"""The words that a value stands among, weighed so that two sentences that tell one thing can be found."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.analyse._differences.words import sentence, words
from onrecord.model import Article, Reading, Span

STEM = 6  # letters of a word that count, so that "negotiators" and "negotiations" are one
NEAR = 6  # words from the value at which a word counts half
_WORD = re.compile(r"[^\W\d_][^\W\d_’'-]{2,40}")


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a value's sentence, by their stems, as a vector of length 1. `plain` has those that are no names and
    no words of a role ("foreign minister"), each as it is written."""

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
                self._holding.update({stem for stem, _ in _words(article.text, paragraph.span)})

    def of(self, stem: str) -> float:
        """The inverse document frequency of a word's stem."""
        return math.log(1 + self._total / max(1, self._holding[stem]))

    def context(self, reading: Reading, at: Span) -> Context:
        """The words of the sentence around a value, the nearer and the rarer the heavier."""
        text, around = reading.article.text, sentence(reading.article, at)
        sides = ([*_words(text, Span(around.start, at.start))][::-1], [*_words(text, Span(at.end, around.end))])
        weights: dict[str, float] = {}
        for side in sides:
            for distance, (stem, _) in enumerate(side):
                weights[stem] = max(weights.get(stem, 0.0), self.of(stem) / (1 + distance / NEAR))
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        titles = [role.span for referent in reading.referents for role in referent.roles]
        plain = {
            stem: text[word.start : word.end]
            for stem, word in sorted((*sides[0], *sides[1]), key=lambda pair: pair[1])
            if text[word.start].islower() and not any(t.start <= word.start < t.end for t in titles)
        }
        return Context({stem: weight / length for stem, weight in weights.items()}, plain)


def _words(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The words that tell of something: each one's stem and place."""
    for match in _WORD.finditer(text, within.start, within.end):
        word = match.group().casefold()
        if word not in STOP_WORDS and word not in words().calendar and word not in words().empty:
            yield word[:STEM], Span(*match.span())
