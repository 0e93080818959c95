"""What came of an event, by each side: the words in which somebody sums it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.date._syntax import passage_at, tokens
from onrecord.date._vocabulary import vocabulary
from onrecord.model import Attribution, EventMention, OutcomeMention, Span, Speaker
from onrecord.syntax import Passage

NEAR = 2  # sentences after an event in which "the talks", or no word for it at all, still speaks of it


def outcomes(
    events: Sequence[EventMention],
    passages: Sequence[Passage],
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker],
) -> tuple[EventMention, ...]:
    """The events with what their sides say came of them.

    An attribution is an outcome of an event that was held when its content judges ("productive", "no compromise") and
    the event's word, or one for such an event ("the conversation"), stands in it or in its sentence, or when it comes
    within two sentences after the event. It is given to the nearest event before it.
    """
    order = _sentences(passages)
    found: dict[int, list[OutcomeMention]] = {}
    for attribution, speaker in zip(attributions, speakers, strict=False):
        at = passage_at(passages, attribution.content[0].start) if attribution.content else None
        if at is None:
            continue
        content = [token for span in attribution.content for token in tokens(passages[at], span)]
        if not content or not _judges(content):
            continue
        nearest = _nearest(events, order, attribution.content[0], _speaks_of_one(content))
        if nearest is not None:
            span = Span(attribution.content[0].start, attribution.content[-1].end)
            found.setdefault(nearest, []).append(OutcomeMention(speaker.referent, span))
    return tuple(replace(event, outcomes=tuple(found.get(n, ()))) for n, event in enumerate(events))


def _nearest(events: Sequence[EventMention], order: Sequence[int], content: Span, named: bool) -> int | None:
    """The last held event before the words, or in the same sentence; without a word for it, a meeting just told."""
    here = _number(order, content.start)
    reach = [
        (n, here - _number(order, event.trigger.start))
        for n, event in enumerate(events)
        if event.status == "held" and vocabulary().kinds[event.kind].plover == "CONSULT"
    ]
    near = [(n, away) for n, away in reach if 0 <= away <= (NEAR if named else 1)]
    return min(near, key=lambda pair: (pair[1], -pair[0]))[0] if near else None


def _judges(content: Sequence[Token]) -> bool:
    return any(token.lemma_.lower() in vocabulary().words["judged"] for token in content)


def _speaks_of_one(content: Sequence[Token]) -> bool:
    return any(token.lemma_.lower() in vocabulary().words["called"] for token in content)


def _sentences(passages: Sequence[Passage]) -> list[int]:
    return [passage.start + sentence.start_char for passage in passages for sentence in passage.doc.sents]


def _number(order: Sequence[int], at: int) -> int:
    return sum(start <= at for start in order)
