"""A negotiation as a story in time: its events in order, and the few that matter most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log1p
from typing import Literal, get_args

from onrecord import trace
from onrecord.analyse._differences import sentence
from onrecord.analyse._news import Change
from onrecord.date import bounds
from onrecord.model import Actor, Article, Event, Reuse, Span

SOON = timedelta(days=3)  # within which a change of position is taken to go with an event
WEEK = timedelta(days=7)  # an event whose day is known less well goes with no change
LATE = timedelta(days=90)  # after which a plan without a day, of which no more is told, is no longer to come

Certainty = Literal["dated", "bounded", "undated"]
_CERTAIN: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the timeline.

    `article` and `words` are the sentence that names most of those who take part. `certainty`: whether it has a date,
    only bounds, or neither. `coming` is one that was announced and that no article tells as held; `overdue` is such a
    one whose last possible day is before the newest article, or that has none and was announced 90 days before that. A
    deadline that has passed is neither. `voices` counts the articles that tell of it and are no copies of one another.
    `score` (0 to 1) is half by voices (their logarithm), a quarter by changes of position of those who take part within
    three days, where the day is known, and a quarter by how often the two who take part most often do so (the sum of
    their logarithms), as a negotiation is between sides; each against the highest of the collection.
    """

    event: Event
    article: str
    words: Span
    certainty: Certainty
    coming: bool
    overdue: bool
    voices: int
    score: float


def timeline(
    events: Iterable[Event],
    articles: Sequence[Article],
    reuse: Sequence[Reuse],
    changes: Iterable[Change] = (),
    actors: Iterable[Actor] = (),
    *,
    top: int | None = None,
) -> tuple[Entry, ...]:
    """The events of a collection in time, those without any date last; with `top` the so many that matter most."""
    events, by_id = tuple(events), {article.id: article for article in articles}
    newest = max((a.published.value[:10] for a in articles if a.published.value), default=None)
    voices = {event.id: trace.voices({article for article, _ in event.mentions}, reuse) for event in events}
    known = {actor.id: actor for actor in actors}
    scores = _scores(events, voices, tuple(changes), {id: actor.side for id, actor in known.items()})
    entries = [
        _entry(event, _fullest(event, by_id, known), voices[event.id], scores[event.id], newest) for event in events
    ]
    if top is not None:
        entries = sorted(entries, key=_rank)[:top]
    return tuple(sorted(entries, key=_when))


def _fullest(event: Event, articles: dict[str, Article], actors: dict[str, Actor]) -> tuple[str, Span]:
    """The article and the sentence that name most of those who take part, then the one that tells it in most words."""
    told = [(article, span, sentence(articles[article], span)) for article, span in event.mentions]

    def fullness(one: tuple[str, Span, Span]) -> tuple[object, ...]:
        article, span, around = one
        words = articles[article].text[around.start : around.end]
        known = (actors[id] for id in event.participants if id in actors)
        named = sum(any(name in words for name in (actor.name, *actor.aliases)) for actor in known)
        return -named, span.start - span.end, article, span

    article, _, around = min(told, key=fullness)
    return article, around


def _entry(event: Event, told: tuple[str, Span], voices: int, score: float, newest: str | None) -> Entry:
    article, words = told
    bounded = bool(event.earliest or event.latest)
    overdue = event.status == "planned" and newest is not None and _is_past(event, newest)
    return Entry(
        event=event,
        article=article,
        words=words,
        certainty="dated" if event.when.value else "bounded" if bounded else "undated",
        coming=event.status == "planned" and not (overdue and event.kind == "deadline"),
        overdue=overdue and event.kind != "deadline",
        voices=voices,
        score=score,
    )


def _is_past(event: Event, newest: str) -> bool:
    """Whether an event lies before the newest article as far as it can be told."""
    if event.latest is not None:
        return event.latest < newest
    return event.earliest is not None and date.fromisoformat(event.earliest) + LATE < bounds(newest)[0]


def _rank(entry: Entry) -> tuple[object, ...]:
    """The highest score first; then what more voices tell, what has a date, and what is told more often."""
    told = len(entry.event.mentions)
    return -entry.score, -entry.voices, _CERTAIN.index(entry.certainty), -told, _when(entry)


def _when(entry: Entry) -> tuple[str, str, str]:
    event = entry.event
    first = event.when.value or event.latest or event.earliest or "9999"
    return first, event.latest or first, event.id


def _scores(
    events: Sequence[Event], voices: dict[str, int], changes: Sequence[Change], sides: dict[str, str | None]
) -> dict[str, float]:
    taking = Counter(actor for event in events for actor in event.participants)
    heard = {event.id: log1p(voices[event.id]) for event in events}
    changed = [change for change in changes if change.before is not None]
    moved = {event.id: float(sum(_goes_with(change, event, sides) for change in changed)) for event in events}
    central = {event.id: sum(sorted(log1p(taking[a]) for a in event.participants)[-2:]) for event in events}
    by_voices, by_moves, by_parties = map(_of_the_highest, (heard, moved, central))
    return {id: round(by_voices[id] / 2 + by_moves[id] / 4 + by_parties[id] / 4, 4) for id in heard}


def _of_the_highest(values: dict[str, float]) -> dict[str, float]:
    highest = max(values.values(), default=0.0)
    return {key: value / highest if highest else 0.0 for key, value in values.items()}


def _goes_with(change: Change, event: Event, sides: dict[str, str | None]) -> bool:
    if not event.when.value:
        return False
    parties = {*event.participants, *(sides.get(actor) for actor in event.participants)} - {None}
    first, last = bounds(event.when.value)
    if last - first > WEEK:
        return False  # with a month or a year goes all that moved in it
    near = first - SOON <= date.fromisoformat(_day(change.date)) <= last + SOON
    return near and (change.actor in parties or change.side in parties)


def _day(value: str) -> str:
    return bounds(value)[0].isoformat()
