"""The day of a statement that its own words do not date: it was said when the same speaker was last said to speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.date._resolve import UNKNOWN
from onrecord.date._saying import listed
from onrecord.date._syntax import VERBAL, Time, above
from onrecord.model import Attribution, Dated, Speaker

_PAST = frozenset({"VBD", "VBG", "VBN"})  # the parser often takes "condemned" for the participle


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution with the tokens of its cue and content, the times of its passage, and the date that its own words
    give."""

    attribution: Attribution
    speaker: Speaker
    cue: tuple[Token, ...]
    content: frozenset[int]
    times: Sequence[Time]
    own: Dated

    @property
    def at(self) -> int:
        """Where it begins in the article."""
        return min(span.start for span in (*self.attribution.content, *self.attribution.cue))


def carried(told: Sequence[Told | None], title_ends: int) -> tuple[Dated, ...]:
    """When each was said, with the days that go on from one statement to the next, parallel to `told`.

    News gives the day once ("Marden said on Tuesday …") and then goes on with "she said". A statement in the plain past
    tense takes the day of the statement before it by the same speaker. The chain breaks where the words tell of another
    occasion ("in an interview", "earlier") or of a time of their own. The headline, up to `title_ends`, takes the day
    of its speaker's first statement below it. The basis is "inferred".
    """
    dates = [one.own if one else UNKNOWN for one in told]
    known: dict[int, str | None] = {}  # by speaker, of the statement before
    headlines: dict[int, int] = {}  # by speaker, those that wait for a day
    for _, number, one in sorted(
        ((one.at, number, one) for number, one in enumerate(told) if one), key=lambda each: each[:2]
    ):
        who = one.speaker.referent
        if who is None or one.attribution.mode == "told":
            continue
        if one.at < title_ends and not one.own.value:
            headlines.setdefault(who, number)
            continue
        if not _is_plain_past(one.cue):
            continue
        if one.own.value or _of_another_occasion(one):
            known[who] = one.own.value
        for waiting in (number, headlines.pop(who, number)):
            if known.get(who) and not dates[waiting].value:
                dates[waiting] = Dated(known[who], "inferred")
    return tuple(dates)


def _is_plain_past(cue: Sequence[Token]) -> bool:
    """Whether a cue tells what was said once: "said", "added", "according to"; not "has said", "says", "a plan which he
    called", nor a noun ("her demand that")."""
    verbs = [token for token in cue if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}]
    if not verbs:
        return all(token.is_punct or token.lower_ in {"according", "to"} for token in cue)
    helped = any(child.dep_ in {"aux", "neg"} for verb in verbs for child in verb.children)
    return not helped and all(verb.tag_ in _PAST and verb.dep_ not in {"acl", "amod", "relcl"} for verb in verbs)


def _of_another_occasion(one: Told) -> bool:
    """Whether the clause of the cue says when or where else the words were said, though not on which day."""
    verbs = {token for token in one.cue if token.pos_ in VERBAL} or set(one.cue[:1])
    for verb in verbs:
        for word in verb.subtree:
            own = word.i not in one.content and next((t for t in above(word) if t.pos_ in VERBAL), None) in verbs
            if own and (word.lower_ in listed("elsewhen") or (word.lemma_ in listed("sayings") and _is_led(word))):
                return True
    times = (time.words.root for time in one.times if time.words.root.i not in one.content)
    return any(verbs & set(above(root)) for root in times)


def _is_led(noun: Token) -> bool:
    """Whether a noun stands in a phrase of its own occasion: "in an interview"; not "told the briefing"."""
    definite = any(child.lower_ in {"the", "that", "this", "same"} for child in noun.children)
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on", "at", "during"} and not definite
