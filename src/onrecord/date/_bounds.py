"""What an article's own words say of when it was written, whether or not anything else dates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.date._resolve import bounds, resolve
from onrecord.date._syntax import VERBAL, Time, above, times
from onrecord.date._vocabulary import vocabulary
from onrecord.model import DateBound
from onrecord.syntax import Passage

_WHEN = frozenset({"in", "on", "during", "since", "from"})  # "by", "until" and "after" a year name no time in it
_OPENING, _CLOSING = "“„«", "”»"


def limits(passages: Sequence[Passage]) -> tuple[DateBound, ...]:
    """The latest day that the text tells of as past ("not before") and the earliest that it says will be ("not
    after"), each with the words; none, one or both.

    Only dates that need no date of publication count, where they hang on a verb of the article's own: in the past tense
    or the perfect, or with "will". Words in quotation marks count for nothing, as they may be old.
    """
    found = [bound for passage in passages for bound in _of(passage)]
    before = [bound for bound in found if bound.side == "not before"]
    after = [bound for bound in found if bound.side == "not after"]
    latest = [max(before, key=lambda bound: (bound.value, -bound.span.start))] if before else []
    earliest = [min(after, key=lambda bound: (bound.value, bound.span))] if after else []
    return (*latest, *earliest)


def _of(passage: Passage) -> Iterator[DateBound]:
    quoted = _quoted(passage)
    for time in times(passage):
        verb = _verb(time)
        value = resolve(time.meaning, None, "past").value
        if verb is None or value is None or any(token.i in quoted for token in time.words):
            continue
        first, last = bounds(value)
        span = passage.span(time.words[0], time.words[-1])
        if _is_past(verb):
            yield DateBound("not before", first.isoformat(), span)
        elif _is_to_come(verb):
            yield DateBound("not after", last.isoformat(), span)


def _verb(time: Time) -> Token | None:
    """The verb that a time says when of: "in May 2015 they met", "they met 3 May 2015". A whole date may hang on a noun
    below it ("they met after the vote of 3 May 2015"): news seldom gives the year of what is still to come."""
    head = time.words.root.head
    value = resolve(time.meaning, None, "past").value or ""
    if head.dep_ == "prep" and head.lower_ in _WHEN:
        head = head.head
    elif len(value) < len("2015-03-30") and time.words.root.dep_ != "npadvmod":
        return None
    if head.pos_ not in VERBAL and len(value) == len("2015-03-30"):
        head = next((token for token in above(head) if token.pos_ in VERBAL), head)
    return head if head.pos_ in VERBAL else None


def _is_past(verb: Token) -> bool:
    words = vocabulary().words
    if verb.lemma_ in words["planned"] or any(t.lower_ in {"if", "unless"} or t.dep_ == "neg" for t in verb.children):
        return False
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if any(t.tag_ in {"MD", "TO"} for t in helpers):
        return False
    done = (verb.dep_ == "acl" and not helpers) or any(
        t.tag_ == "VBD" or t.lemma_ == "have" for t in helpers
    )  # "a deal reached in 2015"
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and done)


def _is_to_come(verb: Token) -> bool:
    told = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"
    return not told and any(t.lower_ in {"will", "shall"} and t.dep_ == "aux" for t in verb.children)


def _quoted(passage: Passage) -> set[int]:
    inside: set[int] = set()
    is_open = False
    for token in passage.doc:
        if token.text in _OPENING or (token.text == '"' and not is_open):
            is_open = True
        elif token.text in _CLOSING or token.text == '"':
            is_open = False
        elif is_open:
            inside.add(token.i)
    return inside
