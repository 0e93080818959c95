"""When the steps of proposals were taken, as far as the words around them tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.date._resolve import UNKNOWN, resolve
from onrecord.date._scene import points_ahead
from onrecord.date._syntax import VERBAL, Time, above, passage_at, times, tokens
from onrecord.model import Article, Dated, ProposalMention, StepMention
from onrecord.syntax import Passage


def steps(
    article: Article, passages: Sequence[Passage], proposals: Sequence[ProposalMention]
) -> tuple[ProposalMention, ...]:
    """The proposals with their steps dated: by a time that hangs on the words of the step, set against the article's
    date of publication, into the past. Without one the date is unknown."""
    found: dict[int, tuple[Time, ...]] = {}

    def dated(step: StepMention) -> StepMention:
        at = passage_at(passages, step.span.start)
        if at is None:
            return step
        if at not in found:
            found[at] = times(passages[at])
        return replace(step, when=_date(article.published.value, tokens(passages[at], step.span), found[at]))

    return tuple(replace(one, steps=tuple(dated(step) for step in one.steps)) for one in proposals)


def _date(published: str | None, words: Sequence[Token], found: Sequence[Time]) -> Dated:
    own = {token.i for token in words if token.pos_ in VERBAL | {"NOUN"}}
    near = [
        (abs(time.words.root.i - token.i), time.words.start, time)
        for time in found
        for token in words[:1]
        if time.words.sent == token.sent and _hangs_on(time, own) and not points_ahead(time)
    ]
    for _, _, time in sorted(near, key=lambda one: one[:2]):
        when = resolve(time.meaning, published, "past")
        if when.value and not (published and when.value > published[: len(when.value)]):
            return when
    return UNKNOWN


def _hangs_on(time: Time, own: set[int]) -> bool:
    for head in above(time.words.root):
        if head.i in own:
            return True
        if head.pos_ in VERBAL | {"NOUN"}:
            return False
    return any(token.i in own for token in time.words)
