"""Conditions: "if", "provided that", "in exchange for", with the clause that each hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._clauses import ACTIVE, PASSIVE, modal_of, ordered
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
    found += _orders(sentence)
    return tuple(sorted(found, key=lambda condition: condition.first.i))


def _orders(sentence: Tokens) -> list[Condition]:
    """Orders that are conditions: "lift the sanctions and we will talk"."""
    found: list[Condition] = []
    for verb in sentence:
        joined = [child for child in verb.children if child.dep_ in {"cc", "conj"}]
        if not ordered(verb) or [child.lower_ for child in joined[:1]] != ["and"] or len(joined) < 2:
            continue
        then = joined[1]
        subject = any(child.dep_ in ACTIVE | PASSIVE for child in then.children)
        if subject and modal_of(then) == "will" and not any(c.dep_ in ACTIVE for c in verb.children):
            last = verb.doc[joined[0].i - 1]
            if last.i >= verb.i:
                found.append(Condition(Marker("always", asks=True), verb, last, then))
    return found


def _condition(marker: Marker, words: tuple[Token, ...]) -> Condition | None:
    head = _top(words)
    if head.dep_ == "mark" or (head.dep_ == "advmod" and head.i < head.head.i and head.head.dep_ in _CLAUSES):
        head = head.head
    marked = next((word.head for word in words if word.dep_ == "mark"), head)
    if marked.dep_ == "conj":  # the syntax makes a second main clause of "…, but only after …"
        return _clause(marker, words, marked)
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
    if last.i <= words[-1].i or (marker.binds == "willed" and modal_of(head.head) is None):
        return None
    return Condition(marker, words[0], last, _main(head, words[0]))


def _main(head: Token, first: Token) -> Token:
    """What a condition hangs on; a condition joined to a verb of saying hangs on what was said."""
    above = head.head
    said = [c for c in above.children if c.dep_ == "ccomp" and c.i < first.i] if head.dep_ == "conj" else []
    return said[-1] if said else above


def _top(words: Iterable[Token]) -> Token:
    """The token of these that governs the others."""
    return min(words, key=lambda token: (sum(1 for _ in token.ancestors), token.i))
