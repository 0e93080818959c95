"""Which options are worth asking the network about: those that a statement and its paragraph share words with.

A word counts by how few options have it (inverse document frequency, Spärck Jones 1972), one of the statement in full,
one of the paragraph around it in part. Words are cut to their first letters, so that "enrich" meets "enrichment".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.code._codebook.book import Codebook, Option

LETTERS = 5  # of a word that count
SHORT = 4  # letters; shorter words say little
ENOUGH = 2  # words that a clause shares with an option that it may be about
AROUND = 0.3  # what a word of the paragraph counts, beside one of the statement
FEW = 2  # options that may have a word which says what one of them is about
WORTH = 0.4  # share of the best option's score below which another is not worth asking about
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Hints:
    """The words of each option, what each word counts, and the words that no more than `FEW` options have."""

    words: Mapping[tuple[str, str], frozenset[str]]
    weights: Mapping[str, float]
    own: frozenset[str]

    def likeliest(self, statement: str, around: str, count: int) -> list[tuple[str, str]]:
        """At most `count` options, as (issue, option): all of a small codebook, else those that share most with the
        statement or the paragraph around."""
        if len(self.words) <= count:
            return list(self.words)
        said = stems(statement)
        beside = stems(around) - said
        scores = {
            option: sum(self.weights[word] for word in words & said)
            + AROUND * sum(self.weights[word] for word in words & beside)
            for option, words in self.words.items()
        }
        least = WORTH * max(scores.values())
        worth = (key for key, score in scores.items() if score >= least > 0)
        return sorted(worth, key=lambda key: (-round(scores[key], 6), key))[:count]

    def hinted(self, statement: str) -> bool:
        """Whether some option shares two words or more with a statement."""
        said = stems(statement)
        return any(len(words & said) >= ENOUGH for words in self.words.values())

    def shared(self, option: tuple[str, str], words: Sequence[str]) -> list[str]:
        """Those of some words that are an option's too, and hardly any other's."""
        return [word for word in words if stem_of(word) in self.words[option] & self.own]

    def named(self, option: tuple[str, str], word: str) -> bool:
        """Whether a word of a text is one of an option's."""
        return not stems(word).isdisjoint(self.words[option])


@cache
def hints_of(codebook: Codebook) -> Hints:
    """The hints of a codebook's options: the words of their name, description, phrases and examples."""
    words = {(issue.id, option.id): stems(_all_of(option)) for issue in codebook.issues for option in issue.options}
    count = Counter(word for of_one in words.values() for word in of_one)
    weights = {word: log((len(words) + 1) / times) for word, times in count.items()}
    return Hints(words, weights, frozenset(word for word, times in count.items() if times <= FEW))


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words."""
    return frozenset(stem_of(word) for word in _WORD.findall(text.casefold()) if len(word) >= SHORT)


def told_words(text: str) -> list[str]:
    """A text's words that tell something, each once, in small letters."""
    words = (word for word in _WORD.findall(text.casefold()) if len(word) >= SHORT and word not in STOP_WORDS)
    return list(dict.fromkeys(words))


def stem_of(word: str) -> str:
    """What forms of a word share, mostly."""
    return word[:LETTERS]


def _all_of(option: Option) -> str:
    examples = [example.text for example in option.examples]
    return " ".join([option.name, option.description, *option.phrases, *option.against, *examples])
