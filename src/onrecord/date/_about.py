"""The time that a statement speaks of, apart from when it was said."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.date._expressions import Direction
from onrecord.date._resolve import UNKNOWN, resolve
from onrecord.date._syntax import VERBAL, Time, above, passage_at, times, tokens
from onrecord.model import Article, Attribution, Dated
from onrecord.syntax import Passage

_AHEAD = frozenset(
    {"will", "shall", "'ll", "’ll", "would", "could", "may", "might", "must", "should", "can", "to", "by"}
)


def about(
    article: Article, passages: Sequence[Passage], attributions: Sequence[Attribution], said: Sequence[Dated]
) -> tuple[Dated, ...]:
    """The first time that the content of each attribution speaks of, parallel to `attributions`; `said` is when each
    was said.

    "The talks will resume on Friday", said on a Tuesday, speaks of the Friday after that Tuesday: words are set against
    the day it was said, else the date of publication, into the future where the verb over them points there.
    """
    found: dict[int, tuple[Time, ...]] = {}
    dates: list[Dated] = []
    for attribution, when in zip(attributions, said, strict=True):
        at = passage_at(passages, attribution.content[0].start) if attribution.content else None
        if at is None:
            dates.append(UNKNOWN)
            continue
        if at not in found:
            found[at] = times(passages[at])
        cue = {token.i for span in attribution.cue for token in tokens(passages[at], span)}
        content = {token.i for span in attribution.content for token in tokens(passages[at], span)} - cue
        anchor = when.value if when.value and len(when.value) >= 10 else article.published.value
        spoken = (time for time in found[at] if all(token.i in content for token in time.words))
        resolved = (resolve(time.meaning, anchor, _direction(time, content)) for time in spoken)
        dates.append(next((date for date in resolved if date.value), UNKNOWN))
    return tuple(dates)


def _direction(time: Time, content: set[int]) -> Direction:
    led = time.words.root.head.lower_ == "by"
    verb = next((t for t in above(time.words.root) if t.pos_ in VERBAL and t.i in content), None)
    return "future" if led or (verb is not None and _points_ahead(verb)) else "past"


def _points_ahead(verb: Token) -> bool:
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    return any(t.lower_ in _AHEAD for t in helpers) or (verb.tag_ in {"VB", "VBZ", "VBP"} and not helpers)
