"""Conditions that no marker opens: orders, inversion, "X first", "any deal must include X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._rules.clauses import ACTIVE, PASSIVE, VERBS, modal_of, ordered
from onrecord.code._rules.condition import Condition, between
from onrecord.code._rules.demands import asks, demanded, named, tied
from onrecord.code._rules.kinds import in_class
from onrecord.code._rules.lexicon import is_a

_TERMS = frozenset({"dobj", "prep", "ccomp", "conj"})
_SUBJECTS = ACTIVE | PASSIVE


def framed(stretch: Tokens) -> Iterator[Condition]:
    """The conditions of a stretch of text that its syntax shows without a marker."""
    for token in stretch:
        if token.pos_ in VERBS:
            for frame in (_order, _inverted, _first, _required, _in_return, demanded, tied):
                yield from frame(token)
        elif in_class(token, "conditions"):
            yield from named(token)


def _order(verb: Token) -> Iterator[Condition]:
    """ "Lift the sanctions and we will talk", "they must lift the sanctions or we will leave"."""
    joined = [child for child in verb.children if child.dep_ in {"cc", "conj"} and child.i > verb.i]
    if len(joined) < 2 or joined[0].lower_ not in {"and", "or"}:
        return
    (by, then), alone = joined[:2], ordered(verb) and not _subject(verb)
    if not _subject(then) or (modal_of(then) not in {"will", "may"} if by.lower_ == "or" else modal_of(then) != "will"):
        return
    if by.lower_ == "or" and (alone or modal_of(verb) == "must"):
        whole = [t for t in verb.subtree if t.i < by.i]
        yield from between("threat", whole[0], whole[-1], then, verb)
    elif by.lower_ == "and" and alone:
        yield from between("offered", verb, verb.doc[by.i - 1], then, verb)


def _inverted(verb: Token) -> Iterator[Condition]:
    """ "Should the talks fail, …", "were they to leave, …"."""
    first = verb.left_edge
    fronted = first.lower_ in {"should", "were", "had"} and (
        first == verb or (first.head == verb and "aux" in first.dep_)
    )
    if verb.dep_ == "advcl" and fronted and any(c.i > first.i for c in verb.children if c.dep_ in _SUBJECTS):
        yield from between("offered", first, verb.right_edge, verb.head, verb, stated=False)


def _first(verb: Token) -> Iterator[Condition]:
    """ "They could join, but must disarm first", "talks are possible but they must first disarm"."""
    firsts = any(c.dep_ == "advmod" and c.lower_ == "first" for c in verb.children)
    if not firsts or not asks(verb):
        return
    if verb.dep_ == "conj":
        yield from between("sequencing", verb.left_edge, verb.right_edge, verb.head, verb)
        return
    for then in (c for c in verb.children if c.dep_ == "conj"):
        whole = [t for t in verb.subtree if t.i < then.left_edge.i]
        yield from between("sequencing", whole[0], whole[-1], then, verb) if whole else ()


def _required(verb: Token) -> Iterator[Condition]:
    """ "Any deal must include inspections", "peace requires guarantees": what is taken only on terms."""
    chief = verb.head if verb.dep_ == "xcomp" else verb  # "would need to include"
    if not (in_class(verb, "requiring") or (in_class(verb, "containing") and asks(chief))):
        return
    subject = next((c for c in chief.children if c.dep_ in ACTIVE and c.pos_ == "NOUN"), None)
    terms = [c for c in verb.children if c.dep_ in _TERMS and c.i > verb.i]
    if subject is not None and terms and not is_a(subject.lemma_.lower(), "holders"):
        yield from between("precondition", terms[0].left_edge, terms[-1].right_edge, subject, terms[0])


def _in_return(verb: Token) -> Iterator[Condition]:
    """ "We would close the plant, and in return they would lift the sanctions": each is the other's condition."""
    swap = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "in"]
    alone = any(g.lower_ in {"return", "exchange"} and not list(g.children) for c in swap for g in c.children)
    if verb.dep_ == "conj" and alone and _subject(verb):
        other = verb.head
        whole = [t for t in other.subtree if t.i < verb.left_edge.i and t.dep_ != "cc"]
        yield from between("exchange", verb.left_edge, verb.right_edge, other, verb)
        if whole:
            yield from between("exchange", whole[0], whole[-1], verb, other)


def _subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)
