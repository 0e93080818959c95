"""Short forms: "a zone" for the special economic zone that the article named before, "such a body" for a commission.

A noun stands for an option when the article named the option before with this noun as its head, used the noun for
nothing else before, and nowhere gives it a word to go with it that makes it something else. A word for any proposal
("the idea") stands for the only option that its own sentence, or the one before, names, unless something there turns
that option round.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._rules.clauses import negations
from onrecord.code._rules.lexicon import is_a
from onrecord.code._rules.scene import Found, Mention

Meaning = tuple[str, str, int]
_QUALIFYING = frozenset({"amod", "compound", "nmod", "poss"})
_SUCH = frozenset({"such"})
_POINTING = frozenset({"the", "this", "that", "such"})


class Line(NamedTuple):
    """A sentence of the article with what it names in full."""

    tokens: Tokens
    mentions: tuple[Mention, ...]
    operators: dict[int, tuple[Found, ...]]


class Echoes:
    """What the nouns of one article stand for. `lines` are its sentences in order, by passage."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._first: dict[str, tuple[int, Meaning]] = {}
        self._rivals: set[str] = set()
        self._lines = list(lines)
        for at, line in enumerate(self._lines):
            self._learn(at, line)

    def _learn(self, at: int, line: Line) -> None:
        named = {mention.head.i: mention for mention in line.mentions}
        within = {word.i for mention in line.mentions for word in mention.words}
        for token in line.tokens:
            lemma = token.lemma_.lower()
            if token.pos_ != "NOUN":
                continue
            if token.i in named:
                mention = named[token.i]
                meaning = (mention.issue, mention.option, mention.sign)
                if self._first.setdefault(lemma, (at, meaning))[1] != meaning:
                    self._rivals.add(lemma)
            elif token.i not in within and (lemma not in self._first or not _bare(token)):
                self._rivals.add(lemma)

    def of(self, line: Line, place: int) -> tuple[Mention, ...]:
        """The short forms in the sentence at this place of the article."""
        within = {word.i for mention in line.mentions for word in mention.words}
        found: list[Mention] = []
        for token in line.tokens:
            if token.pos_ == "NOUN" and token.i not in within and _bare(token):
                meaning = self._again(token, place) or self._proposal(token, place)
                if meaning is not None:
                    found.append(Mention(*meaning, (token,), token))
        return tuple(found)

    def _again(self, token: Token, place: int) -> Meaning | None:
        lemma = token.lemma_.lower()
        if lemma not in self._first or lemma in self._rivals or (is_a(lemma, "vague") and not _pointed(token, _SUCH)):
            return None
        first, meaning = self._first[lemma]
        return meaning if first <= place else None

    def _proposal(self, token: Token, place: int) -> Meaning | None:
        if token.tag_ != "NN" or not is_a(token.lemma_.lower(), "proposals") or not _pointed(token):
            return None
        for line in reversed(self._lines[max(place - 1, 0) : place + 1]):
            if line.tokens[0].doc is not token.doc:
                return None
            before = [m for m in line.mentions if line is not self._lines[place] or m.words[-1].i < token.i]
            meanings = {(m.issue, m.option, m.sign) for m in before}
            if meanings:
                return meanings.pop() if len(meanings) == 1 and not _turned(line, before[0]) else None
        return None


def _bare(token: Token) -> bool:
    """Whether no word beside the noun says which one, but perhaps which in order or size ("a second, larger …")."""
    for child in token.children:
        said = child.dep_ == "prep" and child.lower_ in {"of", "to"}
        if said or (child.dep_ in _QUALIFYING and child.tag_ != "JJR" and not is_a(child.lower_, "ordering")):
            return False
    return token.dep_ not in {"compound", "nmod"}


def _pointed(token: Token, by: frozenset[str] = _POINTING) -> bool:
    return any(child.lower_ in by for child in token.children)


def _turned(line: Line, mention: Mention) -> bool:
    """Whether anything above the mention turns it round."""
    for token in (mention.head, *mention.head.ancestors):
        if negations(token) or any(found.operator.sign < 0 for found in line.operators.get(token.i, ())):
            return True
    return False
