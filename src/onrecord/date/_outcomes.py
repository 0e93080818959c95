"""What came of an event, by each side: the words in which somebody sums it up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.date._frame import children
from onrecord.date._judging import Verdict, verdict
from onrecord.date._syntax import passage_at, tokens
from onrecord.date._vocabulary import vocabulary
from onrecord.model import Attribution, EventMention, OutcomeMention, Referent, Span, Speaker
from onrecord.syntax import Passage

NEAR = 2  # sentences after an event in which "the talks" still speaks of it; without a word for it, one


@dataclass(frozen=True, slots=True)
class _Article:
    events: Sequence[EventMention]
    passages: Sequence[Passage]
    sentences: Sequence[int]  # where they start
    behind: Mapping[int, frozenset[str]]  # the names that a referent goes by or speaks for

    def sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)


def outcomes(
    events: Sequence[EventMention],
    passages: Sequence[Passage],
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker],
    referents: Sequence[Referent],
) -> tuple[EventMention, ...]:
    """The events with what is said to have come of them.

    An attribution is an outcome of a consultation that was held when its words judge that event ("the talks were
    productive"), which stands in them or at most two sentences before; or when they give a result without a word for
    the event ("no compromise had been made"), the event stands in their sentence or the one before, and who says so
    took part in it or speaks for the same state or body as somebody who did.
    """
    sentences = [passage.start + sentence.start_char for passage in passages for sentence in passage.doc.sents]
    behind = {one.number: frozenset({one.name, *(role.of for role in one.roles if role.of)}) for one in referents}
    of = _Article(events, passages, sentences, behind)
    found: dict[int, list[OutcomeMention]] = {}
    for attribution, speaker in zip(attributions, speakers, strict=False):
        event = _event(of, attribution, speaker.referent)
        if event is not None:
            span = Span(attribution.content[0].start, attribution.content[-1].end)
            found.setdefault(event, []).append(OutcomeMention(speaker.referent, span))
    return tuple(replace(event, outcomes=tuple(found.get(n, ()))) for n, event in enumerate(events))


def _event(of: _Article, attribution: Attribution, speaker: int | None) -> int | None:
    """The index of the event that an attribution sums up."""
    at = passage_at(of.passages, attribution.content[0].start) if attribution.content else None
    if at is None:
        return None
    passage = of.passages[at]
    content = [token for span in attribution.content for token in tokens(passage, span)]
    cue = [token for span in attribution.cue for token in tokens(passage, span)]
    called = [token for verb in cue for token in children(verb, {"dobj"})]  # "called the session useful"
    judged = verdict(content, [*content, *cue, *called])
    return _judged(of, passage, judged, attribution.content[0], speaker) if judged is not None else None


def _judged(of: _Article, passage: Passage, judged: Verdict, content: Span, speaker: int | None) -> int | None:
    here = of.sentence(content.start)
    held = [
        (n, here - of.sentence(event.trigger.start))
        for n, event in enumerate(of.events)
        if event.status == "held" and vocabulary().kinds[event.kind].plover == "CONSULT"
    ]
    if judged.event is not None:
        word = passage.at(judged.event)
        own = next((n for n, _ in held if of.events[n].trigger.start <= word < of.events[n].trigger.end), None)
        if own is not None or not judged.refers_back:
            return own
        near = [(n, away) for n, away in held if 0 <= away <= NEAR]
    else:
        near = [(n, away) for n, away in held if 0 <= away <= 1 and _speaks_for(of, speaker, of.events[n])]
    return min(near, key=lambda pair: (pair[1], -pair[0]))[0] if near else None


def _speaks_for(of: _Article, speaker: int | None, event: EventMention) -> bool:
    names = of.behind.get(speaker, frozenset()) if speaker is not None else frozenset()
    return any(names & others for others in _all(of.behind, event.participants))


def _all(behind: Mapping[int, frozenset[str]], numbers: Iterable[int]) -> list[frozenset[str]]:
    return [behind[number] for number in numbers if number in behind]
