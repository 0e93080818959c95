"""Conditions: "if", "provided that", "in exchange for", with the clause that each hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._lexicon import Marker, lexicon

_CLAUSES = frozenset({"advcl", "acl", "relcl", "ccomp", "xcomp", "pcomp"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a sentence: its words from marker to end, and the token that the syntax hangs it on."""

    marker: Marker
    first: Token
    last: Token
    hangs_on: Token

    def holds(self, token: Token) -> bool:
        """Whether the token stands within the condition."""
        return self.first.i <= token.i <= self.last.i

    def text(self) -> str:
        doc = self.first.doc
        return doc[self.first.i : self.last.i + 1].text


def conditions(sentence: Tokens) -> tuple[Condition, ...]:
    """The conditions of a sentence in order. Of markers that overlap, the longest counts."""
    known = lexicon()
    taken: set[int] = set()
    found: list[Condition] = []
    matches = known.marker_phrases.find(sentence)
    for match in sorted(matches, key=lambda m: (-len(m.tokens), m.tokens[0].i, m.label)):
        places = {token.i for token in match.tokens}
        if places & taken:
            continue
        taken |= places
        condition = _condition(known.markers[match.label], match.tokens)
        if condition is not None and condition.marker.binds != "never":
            found.append(condition)
    return tuple(sorted(found, key=lambda condition: condition.first.i))


def _condition(marker: Marker, words: tuple[Token, ...]) -> Condition | None:
    head = _top(words)
    if head.dep_ == "mark" or (head.dep_ == "advmod" and head.head.dep_ in _CLAUSES):
        head = head.head
    joined = head.dep_ == "conj" and any(word.dep_ == "mark" and word.head == head for word in words)
    if joined:  # "would accept it, but only after …": the syntax makes the condition a second main clause
        return _clause(marker, words, head)
    if head.head == head or (head.dep_ not in _CLAUSES and head.pos_ == "VERB" and head not in words):
        return None
    return _clause(marker, words, head)


def _clause(marker: Marker, words: tuple[Token, ...], head: Token) -> Condition | None:
    """The condition that `head` governs, without the marks at its end; None when nothing follows the marker."""
    last = head.right_edge
    if last.i < words[-1].i:
        return None
    while last.i > words[-1].i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    if last.i <= words[-1].i:
        return None
    return Condition(marker, words[0], last, head.head)


def _top(words: Iterable[Token]) -> Token:
    """The token of these that governs the others."""
    return min(words, key=lambda token: (sum(1 for _ in token.ancestors), token.i))
