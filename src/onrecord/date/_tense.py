"""What a verb says of its event by tense and modality: that it was held, that it is planned, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.date._frame import done_to
from onrecord.date._participants import subjects
from onrecord.date._syntax import VERBAL, above
from onrecord.date._vocabulary import vocabulary
from onrecord.model import EventStatus

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOT_YET = frozenset({"until", "before", "once", "when"})


def of_verb(verb: Token, *, motion: bool = False) -> EventStatus | None:
    """Held or planned, as the verb's clause tells it; None where it is denied, wished for, under a condition or in a
    clause that tells of no single occasion. `motion`: a verb of going leads to the event ("flew to Doha for talks")."""
    words = vocabulary().words
    helpers = _helpers(verb)
    if _is_denied(verb) or _is_left_open(verb, helpers):
        return None
    reported = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"  # "said that they would meet": will, told afterwards
    if any(t.lower_ in words["modals_planned"] or (reported and t.lower_ == "would") for t in helpers):
        return "planned"
    if any(t.tag_ == "MD" for t in helpers):
        return None
    if any(t.tag_ == "TO" for t in helpers):
        return _of_infinitive(verb)
    if verb.lemma_ in words["arranging"] or (motion and _goes(verb)):
        return "planned"
    if verb.tag_ in _FINITE or any(t.tag_ in _FINITE or t.lower_ in {"'s", "’s"} for t in helpers):
        return "held"
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ == verb.head.tag_:
        return of_verb(verb.head)
    if verb.dep_ == "pcomp":
        return _of_doing(verb)
    return "held" if verb.tag_ == "VBN" and verb.dep_ == "acl" and not _is_imagined(verb.head) else None


def _helpers(verb: Token) -> list[Token]:
    return [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]


def _is_denied(verb: Token) -> bool:
    nouns = (*subjects(verb), *done_to(verb))
    return any(t.dep_ == "neg" for t in verb.children) or any(t.lower_ == "no" for noun in nouns for t in noun.children)


def _is_left_open(verb: Token, helpers: Sequence[Token]) -> bool:
    """Whether the clause leaves open if it happens, when or how often: "if they meet", "once the deal is signed", "has
    met him five times", "the first time that they would meet"."""
    words = vocabulary().words
    marks = [t for joined in _joined_to(verb) for t in joined.children if t.dep_ == "mark"]
    under = [t for clause in verb.children if clause.dep_ == "advcl" for t in clause.children]
    if any(t.lower_ in words["unsaid"] | words["often"] for t in verb.children):
        return True
    if any(t.lower_ in words["unsaid"] for t in marks) or any(t.lower_ in {"if", "unless"} for t in under):
        return True
    if verb.dep_ == "relcl" and _is_imagined(verb.head):
        return True
    present = any(t.tag_ in {"VBZ", "VBP"} for t in (verb, *helpers)) and not any(t.lemma_ == "have" for t in helpers)
    at_a_time = verb.dep_ == "relcl" and verb.head.lower_ == "time"
    return present and (at_a_time or any(t.lower_ in _NOT_YET for t in verb.children))


def _of_doing(verb: Token) -> EventStatus | None:
    """ "After meeting Okello" it is over; "in signing the treaty" it is as sure as the verb over it; what somebody aims
    at, insists on or holds off from is none."""
    link, over = verb.head.lower_, verb.head.head
    if link in vocabulary().words["after"]:
        return "held"
    return of_verb(over) if link == "in" and over.pos_ in VERBAL else None


def _joined_to(verb: Token) -> list[Token]:
    """The verbs that a verb is coordinated with, before it: their "if" is its own."""
    heads = [head for head in above(verb) if head.pos_ in VERBAL]
    return heads[:1] if verb.dep_ == "conj" else []


def _is_imagined(noun: Token) -> bool:
    """Whether a noun is one of many that may come to be: "an accord signed by both may be missing"."""
    if noun.lower_ != "time" and not any(t.lower_ in {"a", "an", "any"} for t in noun.children):
        return False
    over = next((t for t in above(noun) if t.pos_ in VERBAL), None)
    return over is not None and any(t.tag_ == "MD" for t in over.children)


def _of_infinitive(verb: Token) -> EventStatus | None:
    """ "is due to meet", "agreed to meet", "flew to Doha to meet"; a headline's "X to meet Y" has nothing over it."""
    if verb.dep_ == "ROOT" or (verb.dep_ == "relcl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"):
        return "planned"
    over = verb.head
    if over.lemma_.lower() not in vocabulary().words["planned"]:
        return None
    carrier = over if over.pos_ in VERBAL else over.head
    around = (*over.children, *carrier.children)
    return "planned" if not any(t.dep_ == "neg" or t.lower_ in vocabulary().words["unsaid"] for t in around) else None


def _goes(verb: Token) -> bool:
    """Whether a verb of motion leads to the event: "flew to Doha for talks"."""
    return verb.lemma_ in vocabulary().words["planned"]
