"""Conditions: "if", "provided that", "in exchange for", with the clause that each hangs on."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._rules.clauses import ACTIVE, PASSIVE, VERBS, modal_of, negations
from onrecord.code._rules.condition import Condition
from onrecord.code._rules.frames import framed
from onrecord.code._rules.kinds import in_class
from onrecord.code._rules.lexicon import Marker, lexicon

__all__ = ["Condition", "conditions", "refused"]

_CLAUSES = frozenset({"advcl", "acl", "relcl", "ccomp", "xcomp", "pcomp"})
_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
_SUBJECTS = ACTIVE | PASSIVE


def conditions(stretch: Tokens) -> tuple[Condition, ...]:
    """The conditions of a sentence, or of any stretch of parsed text, in order. Of markers that overlap, the longest
    counts."""
    known = lexicon()
    taken: set[int] = set()
    found: list[Condition] = []
    matches = known.marker_phrases.find(stretch)
    for match in sorted(matches, key=lambda m: (-len(m.tokens), m.tokens[0].i, m.label)):
        places = {token.i for token in match.tokens}
        if places & taken:
            continue
        taken |= places
        condition = _condition(known.markers[match.label], match.tokens)
        if condition is not None and condition.marker.binds != "never":
            found.append(condition)
    stated = list(framed(stretch))
    found = [c for c in found if not any(other.turns(c) for other in stated)]
    return tuple(sorted([*found, *stated], key=lambda condition: condition.first.i))


def refused(token: Token) -> bool:
    """Whether a token is negated or put off, so that "until" and "before" make it conditional."""
    return bool(negations(token)) or (token.pos_ in VERBS and in_class(token, "putting_off"))


def _condition(marker: Marker, words: tuple[Token, ...]) -> Condition | None:
    head = _top(words)
    if words == (head,) and head.tag_ in _PARTICIPLES and not any(c.dep_ in _CLAUSES for c in head.children):
        return None  # "the aid provided by the union"
    if head.dep_ == "mark" or (head.dep_ == "advmod" and head.i < head.head.i and head.head.dep_ in _CLAUSES):
        head = head.head
    marked = next((word.head for word in words if word.dep_ == "mark"), head)
    if marked.dep_ == "conj":  # the syntax makes a second main clause of "…, but only after …"
        return _clause(marker, words, marked)
    if head in words and (head.pos_ == "VERB" or head.dep_ == "acomp"):
        return _predicated(marker, words, head)
    if head.head == head or (head.dep_ not in _CLAUSES and head.pos_ == "VERB" and head not in words):
        return None
    return _clause(marker, words, head)


def _predicated(marker: Marker, words: tuple[Token, ...], head: Token) -> Condition | None:
    """ "Relief depends on inspections": what the clause is about hangs on what stands behind its verb."""
    verb = head if head.pos_ in VERBS else head.head
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return _clause(marker, words, head) if head.head != head else None
    condition = _clause(marker, words, head)
    return None if condition is None else Condition(marker, condition.first, condition.last, subject, condition.head)


def _clause(marker: Marker, words: tuple[Token, ...], head: Token) -> Condition | None:
    """The condition that `head` governs, without the marks at its end; None when nothing follows the marker."""
    last = head.right_edge
    if last.i < words[-1].i:
        return None
    while last.i > words[-1].i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    within = marker.binds == "always" and len(words) > 2  # "under the right conditions" says it all
    if (last.i <= words[-1].i and not within) or (marker.binds == "willed" and not _willed(head.head)):
        return None
    return Condition(marker, words[0], last, _main(head, words[0]), head)


def _willed(main: Token) -> bool:
    """Whether a clause tells what will or may be done: "will talk", "is willing", "willing to talk"."""
    if main.dep_ == "xcomp" and in_class(main.head, "ready"):
        return True
    return modal_of(main) is not None or any(c.dep_ == "acomp" and in_class(c, "ready") for c in main.children)


def _main(head: Token, first: Token) -> Token:
    """What a condition hangs on; a condition joined to a verb of saying hangs on what was said."""
    above = head.head
    said = [c for c in above.children if c.dep_ == "ccomp" and c.i < first.i] if head.dep_ == "conj" else []
    return said[-1] if said else above


def _top(words: Iterable[Token]) -> Token:
    """The token of these that governs the others."""
    return min(words, key=lambda token: (sum(1 for _ in token.ancestors), token.i))
