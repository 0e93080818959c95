"""Whether an event was held, is planned, was cancelled, is rumoured, or is only spoken of (then it is no event)."""

from __future__ import annotations

from collections.abc import Iterable, Set

from spacy.tokens import Token

from onrecord.date._frame import SUBJECTS, Frame, children
from onrecord.date._syntax import VERBAL, above
from onrecord.date._tense import of_verb
from onrecord.date._vocabulary import vocabulary
from onrecord.model import EventStatus


def status(frame: Frame) -> EventStatus | None:
    """The event's status by tense, modality and the words around it; None when the text doesn't say that it happens:
    negated, wished for, refused, or under a condition."""
    words = vocabulary().words
    if frame.token.sent.text.rstrip("”\"'’ ").endswith("?"):
        return None
    by_verb = _of_noun(frame) if not frame.trigger.verb else of_verb(frame.token)
    if by_verb in {"held", "planned"} and (_near(frame) & words["rumoured_words"] or _is_in_doubt(frame.token)):
        return "rumoured"
    return by_verb


def _is_in_doubt(verb: Token) -> bool:
    """Whether a noun of doubt has the verb in its clause: "a chance that they will reach an agreement"."""
    return verb.dep_ in {"acl", "ccomp", "relcl"} and verb.head.lower_ in vocabulary().words["doubts"]


def _of_noun(frame: Frame) -> EventStatus | None:
    modifiers = {t.lower_ for noun in (frame.token, frame.top) for t in noun.children}
    if "no" in modifiers:
        return None
    host = frame.host
    if host is not None and frame.cancelled:
        return "cancelled" if of_verb(host) else None
    if frame.trigger.kind == "deadline":
        return "planned"
    return _of_words(frame, modifiers) or _of_host(frame)


def _of_words(frame: Frame, modifiers: Set[str]) -> EventStatus | None:
    """What the words beside a noun say: "planned talks", "ahead of the meeting"."""
    words, host = vocabulary().words, frame.host
    link = frame.link.lower_ if frame.link is not None else ""
    over = next((t for t in above(frame.top) if t.pos_ != "ADP"), frame.top)
    if over.lower_ in words["doubts"] and link not in words["along"]:
        return "rumoured"
    if modifiers & words["planned_words"] or over.lemma_ in words["plans"]:
        return "planned"
    if link in words["ahead"]:
        return "planned" if host is None or of_verb(host) != "held" or link == "ahead" else "held"
    if modifiers & words["held_words"]:
        return "held"
    if link in words["after"]:
        return "planned" if host is not None and of_verb(host) == "planned" else "held"
    return of_verb(host) if link in words["along"] and host is not None else None


def _of_host(frame: Frame) -> EventStatus | None:
    """What the verb says that a noun stands with."""
    words, host = vocabulary().words, frame.host
    link = frame.link.lower_ if frame.link is not None else ""
    said_of_it = children(host, {"acomp", "attr"}) if host is not None and host.lemma_ == "be" else []
    if frame.top.dep_ in SUBJECTS and any(t.lemma_ in words["planned"] for t in said_of_it):
        return "planned" if host is not None and of_verb(host) else None  # "the meeting is due on Monday"
    if said_of_it:
        return "held" if is_told_of(frame) else None  # "a meeting … was too complicated" judges it, and tells of none
    if host is not None and frame.hosted:
        return of_verb(host, motion=link in words["towards"])
    if host is not None and host.lemma_ in words["planned"] and of_verb(host) in {"held", "planned"}:
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
    return all(of_verb(verb) == "held" for verb in verbs)


def _near(frame: Frame) -> set[str]:
    near: Iterable[Token] = (frame.token, frame.top, *([frame.host] if frame.host is not None else []))
    return {child.lower_ for token in near for child in token.children}
