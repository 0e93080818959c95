"""What a codebook's examples say of statements that are worded nearly like them.

Two sentences are alike when they have most words in common (Jaccard) and the same words of negation. Whoever gave an
example has decided what such a sentence means, so neither rules nor network are asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.code._codebook.book import Codebook
from onrecord.code._rules.lexicon import is_a
from onrecord.model import Stance

ALIKE = 0.7  # Jaccard over words from which on a statement is taken to mean what an example means
SURE = 0.9  # confidence of a position that an example gives
_WORD = re.compile(r"\w+")
Key = tuple[str, str]  # issue and option


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence by its words, the negations among them apart."""

    words: frozenset[str]
    negations: frozenset[str]

    def like(self, other: Worded) -> float:
        """From 0 to 1; 0 where one is negated otherwise than the other."""
        if self.negations != other.negations:
            return 0.0
        return len(self.words & other.words) / max(1, len(self.words | other.words))


@dataclass(frozen=True, slots=True)
class Likeness:
    """The example that a statement is like, and its stance; None where it is like a counter-example, or like an
    example without one."""

    text: str
    stance: Stance | None
    counter: bool

    @property
    def settles(self) -> bool:
        """Whether nothing is left to ask; a condition has to be looked for in the statement's own words."""
        return self.counter or self.stance not in (None, "conditional")


class Examples:
    """The examples and counter-examples of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._known = [
            ((issue.id, option.id), worded(likeness.text), likeness)
            for issue in codebook.issues
            for option in issue.options
            for likeness in (
                *(Likeness(example.text, example.stance, counter=False) for example in option.examples),
                *(Likeness(text, None, counter=True) for text in option.counter_examples),
            )
        ]

    def like(self, statement: str) -> Mapping[Key, Likeness]:
        """For each option the example that a statement is most like, if it is like any; the first of equals."""
        if not self._known:
            return {}
        said, best, found = worded(statement), dict[Key, float](), dict[Key, Likeness]()
        for key, words, likeness in self._known:
            score = said.like(words)
            if score >= ALIKE and score > best.get(key, 0):
                best[key], found[key] = score, likeness
        return found


def worded(sentence: str) -> Worded:
    """A sentence to compare with others, in lower case; "n't" is a word."""
    plain = sentence.casefold().replace("’", "'").replace("n't", " not")
    words = frozenset(_WORD.findall(plain))
    return Worded(words, frozenset(word for word in words if is_a(word, "negators")))
