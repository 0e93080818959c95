"""Whether an event was held, is planned, was cancelled, is rumoured, or is only spoken of (then it is no event)."""

from __future__ import annotations

from collections.abc import Iterable, Set

from spacy.tokens import Token

from onrecord.date._frame import Frame
from onrecord.date._participants import subjects
from onrecord.date._syntax import VERBAL, above
from onrecord.date._vocabulary import vocabulary
from onrecord.model import EventStatus

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def status(frame: Frame) -> EventStatus | None:
    """The event's status by tense, modality and the words around it; None when the text doesn't say that it happens:
    negated, wished for, refused, or under a condition."""
    words = vocabulary().words
    around = _near(frame)
    by_verb = _of_noun(frame) if not frame.trigger.verb else _of_verb(frame.token)
    if by_verb in {"held", "planned"} and around & words["rumoured_words"]:
        return "rumoured"
    return by_verb


def _of_noun(frame: Frame) -> EventStatus | None:
    modifiers = {t.lower_ for noun in (frame.token, frame.top) for t in noun.children}
    if "no" in modifiers:
        return None
    host = frame.host
    if host is not None and frame.cancelled:
        return "cancelled" if _of_verb(host) else None
    if frame.trigger.kind == "deadline":
        return "planned"
    return _of_words(frame, modifiers) or _of_host(frame)


def _of_words(frame: Frame, modifiers: Set[str]) -> EventStatus | None:
    """What the words beside a noun say: "planned talks", "ahead of the meeting"."""
    words, host = vocabulary().words, frame.host
    link = frame.link.lower_ if frame.link is not None else ""
    over = next((t.lemma_ for t in above(frame.top) if t.pos_ != "ADP"), "")
    if over in words["doubts"]:
        return "rumoured"
    if modifiers & words["planned_words"] or over in words["plans"]:
        return "planned"
    if link in words["ahead"]:
        return "planned" if host is None or _of_verb(host) != "held" or link == "ahead" else "held"
    if modifiers & words["held_words"]:
        return "held"
    if link in words["after"]:
        return "planned" if host is not None and _of_verb(host) == "planned" else "held"
    return _of_verb(host) if link in words["along"] and host is not None else None


def _of_host(frame: Frame) -> EventStatus | None:
    """What the verb says that a noun stands with."""
    words, host = vocabulary().words, frame.host
    link = frame.link.lower_ if frame.link is not None else ""
    if host is not None and host.lemma_ == "be" and any(t.dep_ in {"acomp", "attr"} for t in host.children):
        return "held" if is_told_of(frame) else None  # "a meeting … was too complicated" judges it, and tells of none
    if host is not None and frame.hosted:
        return _of_verb(host, motion=link in words["towards"])
    if host is not None and host.lemma_ in words["planned"] and _of_verb(host) in {"held", "planned"}:
        return "planned"
    return "held" if is_told_of(frame) else None


def is_told_of(frame: Frame) -> bool:
    """Whether a noun speaks of an event that the reader is taken to know of ("his meeting with her in June"), and
    nothing around it says that it is only wished for or in doubt."""
    words = vocabulary().words
    noun, top = frame.token, frame.top
    owned = any(t.dep_ == "poss" for one in (noun, top) for t in one.children)
    if not owned and not any(t.lower_ in words["definite"] for one in (noun, top) for t in one.children):
        return False
    verbs = [t for t in above(top) if t.pos_ in VERBAL][:1]
    return all(_of_verb(verb) == "held" for verb in verbs)


def _of_verb(verb: Token, *, motion: bool = False) -> EventStatus | None:
    words = vocabulary().words
    if any(t.dep_ == "neg" or t.lower_ in {"if", "unless", "whether", "never", "ever"} for t in verb.children):
        return None
    if any(t.lower_ == "no" for subject in subjects(verb) for t in subject.children):
        return None
    if any(t.lower_ in {"if", "unless"} for clause in verb.children if clause.dep_ == "advcl" for t in clause.children):
        return None
    if verb.tag_ in {"VBZ", "VBP"} and any(t.lower_ in {"until", "before", "once", "when"} for t in verb.children):
        return None  # "once the deal is signed"
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    reported = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"  # "said that they would meet": will, told afterwards
    if any(t.lower_ in words["modals_planned"] or (reported and t.lower_ == "would") for t in helpers):
        return "planned"
    if any(t.tag_ == "MD" for t in helpers):
        return None
    if any(t.tag_ == "TO" for t in helpers):
        return _of_infinitive(verb)
    if verb.lemma_ in {"schedule", "plan", "postpone", "delay", "reschedule"} or (motion and _goes(verb)):
        return "planned"
    if verb.tag_ in _FINITE or any(t.tag_ in _FINITE or t.lower_ in {"'s", "’s"} for t in helpers):
        return "held"
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ == verb.head.tag_:
        return _of_verb(verb.head)
    if verb.dep_ == "pcomp":
        return "held" if verb.head.lower_ in words["after"] | words["along"] else None
    return "held" if verb.tag_ == "VBN" and verb.dep_ == "acl" else None


def _of_infinitive(verb: Token) -> EventStatus | None:
    """ "is due to meet", "agreed to meet", "flew to Doha to meet"; a headline's "X to meet Y" has nothing over it."""
    if verb.dep_ == "ROOT" or (verb.dep_ == "relcl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"):
        return "planned"
    over = verb.head
    if over.lemma_.lower() not in vocabulary().words["planned"]:
        return None
    carrier = over if over.pos_ in VERBAL else over.head
    return "planned" if not any(t.dep_ == "neg" for t in (*over.children, *carrier.children)) else None


def _goes(verb: Token) -> bool:
    """Whether a verb of motion leads to the event: "flew to Doha for talks"."""
    return verb.lemma_ in vocabulary().words["planned"]


def _near(frame: Frame) -> set[str]:
    near: Iterable[Token] = (frame.token, frame.top, *([frame.host] if frame.host is not None else []))
    return {child.lower_ for token in near for child in token.children}
