"""Whether words judge an event: what they say of it, and by which word they name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.date._frame import SUBJECTS
from onrecord.date._syntax import VERBAL, above
from onrecord.date._vocabulary import vocabulary

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "conj", "parataxis"})
_HAD = frozenset({"have", "hold", "be"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What judges an event: its word in the content, if there is one, and whether that goes back to one told before."""

    event: Token | None
    refers_back: bool = False


def verdict(content: Sequence[Token], said: Sequence[Token]) -> Verdict | None:
    """What an attribution's content judges; None when it is no judgement of something that was.

    With a word for an event the judging word stands in that word's phrase or clause ("a good meeting", "the talks went
    well", "called the session useful"); `said` are the words of content and cue, as the cue may hold either. Without
    one, a result was reached or not ("no compromise had been made").
    """
    words = vocabulary().words
    for word in said:
        if word.pos_ in {"NOUN", "PROPN"} and word.lemma_.lower() in words["called"]:
            verb = next((t for t in above(word) if t.pos_ in VERBAL), None)
            if verb is None or not _is_past(verb) or not _is_judged(word, verb, content):
                continue
            with_others = any(t.lower_ in {"with", "between"} for t in word.children)
            known = any(t.dep_ == "poss" or t.lower_ in words["definite"] for t in word.children)
            had = verb.lemma_ in _HAD and word.dep_ in {"dobj", "attr"}
            return Verdict(word, refers_back=(known or had) and not with_others)
    return Verdict(None) if any(_is_result(word) for word in content) else None


def _is_judged(event: Token, verb: Token, content: Sequence[Token]) -> bool:
    judging = vocabulary().words["judged"]
    return any(
        t != event and (t.lemma_.lower() in judging or _is_reached(t)) and _goes_with(t, event, verb) for t in content
    )


def _goes_with(word: Token, event: Token, verb: Token) -> bool:
    """Whether a word stands in the event's phrase, or right in the clause whose verb the event hangs on."""
    for head in (word, *above(word)):
        if head in (event, verb):
            return head == event or event.dep_ in SUBJECTS | {"dobj", "attr"}
        if head.dep_ in _CLAUSES and head != word:
            return False
    return False


def _is_result(word: Token) -> bool:
    """ "No compromise had been made", "there was progress", "they narrowed the gaps"."""
    return _is_reached(word) and _is_past(word.head)


def _is_reached(word: Token) -> bool:
    """Whether a noun is a result that its verb says is there or was reached, or was not."""
    words, verb = vocabulary().words, word.head
    if word.lemma_.lower() not in words["results"] or word.dep_ not in {"dobj", "nsubjpass", "attr"}:
        return False
    existing = verb.lemma_ == "be" and any(t.dep_ == "expl" for t in verb.children)
    return existing or verb.lemma_ in words["reaching"]


def _is_past(verb: Token) -> bool:
    """Whether a verb tells of what was, or of what is the case now: no wish, no future, nothing under a condition."""
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if any(t.tag_ in {"MD", "TO"} for t in helpers) or any(
        t.lower_ in vocabulary().words["unsaid"] for t in verb.children
    ):
        return False
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
        t.tag_ in {"VBD", "VBZ", "VBP"} or t.lower_ in {"'s", "’s", "'ve", "’ve"} for t in helpers
    )
