"""Where a sentence names an option of a codebook, by its phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._codebook.book import Codebook
from onrecord.code._codebook.patterns import Match, Phrases
from onrecord.code._rules.scene import Mention
from onrecord.code._rules.tree import Tree


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that was found: the option it names or, with the sign -1, turns round, its words, the top of them, and
    the indices of what lies in the syntax between the last of them and the top."""

    option: tuple[str, str]
    sign: int
    words: tuple[Token, ...]
    top: Token
    between: frozenset[int]

    @property
    def extent(self) -> range:
        """The indices from the first word to the last."""
        return range(self.words[0].i, self.words[-1].i + 1)

    def covers(self, other: Naming) -> bool:
        """Whether the other lies within it and is shorter."""
        mine, others = self.extent, other.extent
        within = mine.start <= others.start and others.stop <= mine.stop
        return within and (len(mine), len(self.words)) > (len(others), len(other.words))

    def misreads(self, other: Naming) -> bool:
        """Whether a gap swallows what decides: "continue to [suspend] tests", "accept [observers] on …"."""
        if self.option != other.option and any(word.i in self.between for word in other.words):
            return True
        if other.words[0] in self.words or not self.covers(other):
            return False
        return (self.option == other.option and self.sign != other.sign) or other.words[0].pos_ == "VERB"


class Namings:
    """Finds what names the options of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._named: list[tuple[tuple[str, str], int]] = []
        texts: list[tuple[str, int]] = []
        for issue in codebook.issues:
            for option in issue.options:
                for sign, phrases in ((1, option.phrases), (-1, option.against)):
                    texts += [(text, len(self._named)) for text in phrases]
                    self._named.append(((issue.id, option.id), sign))
        self._phrases = Phrases(texts)

    def mentions(self, sentence: Tokens, tree: Tree) -> tuple[Mention, ...]:
        """Mentions of options; one that lies within a longer one is part of that and doesn't count."""
        found = [self._naming(match, tree) for match in self._phrases.find(sentence)]
        near = Near(found)
        found = [one for one in found if not any(one.misreads(other) for other in near.to(one))]
        near = Near(found)
        covered = {id(other) for one in found for other in near.to(one) if one.covers(other)}
        begun: set[tuple[tuple[str, str], int]] = set()
        kept: list[Mention] = []
        for one in found:
            if id(one) not in covered and not any((one.option, word.i) in begun for word in one.words):
                begun.add((one.option, one.words[0].i))
                kept.append(Mention(*one.option, one.sign, one.words, one.top))
        return tuple(kept)

    def _naming(self, match: Match, tree: Tree) -> Naming:
        option, sign = self._named[match.label]
        top = tree.top(match.tokens)
        between = {token.i for token in tree.below(top, match.tokens[-1])} - {word.i for word in match.tokens}
        return Naming(option, sign, match.tokens, top, frozenset(between))


class Near:
    """Which namings of a sentence meet, so that not all are held against all."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        self._at: dict[int, list[Naming]] = {}
        for one in namings:
            for word in one.words:
                self._at.setdefault(word.i, []).append(one)

    def to(self, one: Naming) -> Iterator[Naming]:
        """Those with a word in the extent of one, or between its words in the syntax; some more than once."""
        for i in (*one.extent, *sorted(one.between)):
            yield from self._at.get(i, ())


@cache
def namings(codebook: Codebook) -> Namings:
    """The phrases of a codebook, read once."""
    return Namings(codebook)
