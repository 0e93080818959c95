"""The words that a value stands among, weighed so that two sentences that tell one thing can be found."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.analyse._differences.words import root, sentence, words
from onrecord.model import Article, Reading, Span

NEAR = 2  # words from the value at which a word counts half
_WORD = re.compile(r"[^\W\d_][^\W\d_’'-]{2,40}")


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a value's sentence, by their stems: `weights` as a vector of length 1, `pull` as the square root of
    how rare and near each is, 0 to 1. `plain` has those that are no names and no words of a role ("foreign minister"),
    each as it is written; `names` those with a capital that do not open the sentence."""

    weights: Mapping[str, float]
    pull: Mapping[str, float]
    plain: Mapping[str, str]
    names: frozenset[str]

    def likeness(self, other: Context) -> float:
        """The cosine of two contexts, 0 to 1."""
        few, many = sorted((self.weights, other.weights), key=len)
        return sum(weight * many[word] for word, weight in few.items() if word in many)

    def in_common(self, other: Context) -> dict[str, float]:
        """The plain words of both, as this one writes them, with how rare and near each is, 0 to 1. Unlike the cosine
        it is no less for what else a long sentence tells."""
        return {word: self.pull[stem] * other.pull[stem] for stem, word in self.plain.items() if stem in other.plain}


class Rarity:
    """How rare a word is in a collection: the logarithm of how many paragraphs there are to one that has it, as a share
    of what it is for a word of one paragraph."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._total = 0
        self._holding: Counter[str] = Counter()
        for article in articles:
            for paragraph in article.paragraphs:
                self._total += 1
                self._holding.update({stem for stem, _ in _words(article.text, paragraph.span)})

    def of(self, stem: str) -> float:
        """The inverse document frequency of a word's stem, up to 1."""
        return math.log(1 + self._total / max(1, self._holding[stem])) / math.log(1 + max(1, self._total))

    def context(self, reading: Reading, at: Span, counted: bool = False) -> Context:
        """The words of the sentence around a value, the nearer and the rarer the heavier. With `counted` its own
        ("6,000 centrifuges") weigh too, and are still not plain: two counts of one noun can be of two things."""
        text, around = reading.article.text, sentence(reading.article, at)
        before, behind = Span(around.start, at.start), Span(at.start if counted else at.end, around.end)
        sides = ([*_words(text, before)][::-1], [*_words(text, behind)])
        weights: dict[str, float] = {}
        for side in sides:
            for distance, (stem, _) in enumerate(side):
                weights[stem] = max(weights.get(stem, 0.0), self.of(stem) / (1 + distance / NEAR))
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        titles = [role.span for referent in reading.referents for role in referent.roles]
        plain = {
            stem: text[word.start : word.end]
            for stem, word in sorted((*sides[0], *sides[1]), key=lambda pair: pair[1])
            if text[word.start].islower() and not any(t.start <= word.start < t.end for t in (at, *titles))
        }
        pull = {stem: math.sqrt(weight) for stem, weight in weights.items()}
        names = {
            stem for side in sides for stem, word in side if around.start < word.start and text[word.start].isupper()
        }
        return Context({stem: weight / length for stem, weight in weights.items()}, pull, plain, frozenset(names))


def _words(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The words that tell of something: each one's stem and place."""
    for match in _WORD.finditer(text, within.start, within.end):
        word = match.group().casefold()
        if word not in STOP_WORDS and word not in words().calendar and word not in words().empty:
            yield root(word), Span(*match.span())
