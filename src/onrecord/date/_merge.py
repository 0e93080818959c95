"""One event across articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import get_args

from onrecord.date._resolve import UNKNOWN, bounds
from onrecord.date._vocabulary import alike, vocabulary
from onrecord.date._windows import Window, common, news_of, of_value, told_at
from onrecord.model import Article, Dated, Event, EventKind, EventMention, EventStatus, Outcome

_SETTLED: tuple[EventStatus, ...] = (
    "held",
    "cancelled",
    "planned",
    "rumoured",
)  # what later reports settle comes first
_KINDS: tuple[EventKind, ...] = get_args(EventKind)
_BASES = ("metadata", "page", "url", "text", "inferred", "unknown")


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention with its participants as actors, when its article was published, and the words of its time."""

    article: str
    mention: EventMention
    actors: frozenset[str]
    written: Window
    time: str | None

    @property
    def timeless(self) -> bool:
        """Whether neither its words nor its article say when it was."""
        return news_of(self.mention, self.written) == Window()


@dataclass(slots=True)
class _Cluster:
    told: list[_Told] = field(default_factory=list)

    @property
    def actors(self) -> frozenset[str]:
        return frozenset().union(*(t.actors for t in self.told))

    def dates(self) -> list[Dated]:
        known = {t.mention.when for t in self.told if t.mention.when.value}
        return sorted(known, key=lambda d: (-len(d.value or ""), d.value or "", _BASES.index(d.basis)))

    def fits(self, new: _Told) -> bool:
        """Whether a mention can tell of this event, seen against every mention that it has."""
        first = self.told[0].mention
        same_kind = alike(first.kind, new.mention.kind)
        places = all(_agree(t.mention.place, new.mention.place) for t in self.told)
        dates = all(_compatible(d.value, new.mention.when.value) for d in self.dates())
        news = common(news_of(t.mention, t.written) for t in (*self.told, new))
        return same_kind and places and dates and not news.empty and self._same_parties(new) and self._same_time(new)

    def _same_parties(self, new: _Told) -> bool:
        shared = self.actors & new.actors
        one_in_other = bool(shared) and (new.actors <= self.actors or self.actors <= new.actors)
        both_dated = bool(new.mention.when.value and self.dates())
        if len(shared) >= 2:
            return one_in_other or both_dated
        same_day = any(d.value == new.mention.when.value and len(d.value or "") == 10 for d in self.dates())
        if not shared and not (self.actors and new.actors):  # nobody named: the day and the place must tell
            return same_day and new.mention.place is not None and any(t.mention.place for t in self.told)
        return one_in_other and (same_day or any(t.article == new.article for t in self.told))

    def _same_time(self, new: _Told) -> bool:
        """A mention that nothing dates joins one of another article only by the same words of time: two meetings of the
        same people in different years look alike."""
        if any(t.article == new.article for t in self.told):
            return True
        timeless = new.timeless or all(t.timeless for t in self.told)
        return not timeless or (new.time is not None and any(t.time == new.time for t in self.told))


def merge(
    mentions: Iterable[tuple[str, EventMention]],
    identity: Mapping[tuple[str, int], str],
    articles: Mapping[str, Article] | None = None,
) -> tuple[Event, ...]:
    """The events that mentions of many articles tell of, by date, undated ones last; the order given doesn't matter.

    `mentions` are (article id, mention), `identity` gives the actor id of (article id, number of a referent); those
    without one don't count. `articles` are the articles by id: without them it is not known when they were published.
    Two mentions are one event when their kinds may be the same, when places don't conflict, when dates are equal, or
    one is unknown or lies within the other, when an event without a date is news to both articles (within a month of
    them), and when they share

    - two actors, and both have a date or all actors of one are in the other, or
    - one actor, who is all that one of them names, on the same day or in the same article, or
    - a place and a day, where one of them names nobody.

    Where neither words nor a date of publication say when, two articles' mentions need the same words of time ("on
    Tuesday"). A mention that fits several events joins the one its own article tells of, else the one without a date,
    else none: an event is not guessed.
    """
    known = articles or {}
    told = {_told(article, m, identity, known.get(article)) for article, m in mentions}
    clusters: list[_Cluster] = []
    for one in sorted(told, key=_fullest_first):
        fitting = [cluster for cluster in clusters if cluster.fits(one)]
        chosen = _choose(fitting, one)
        if chosen is None:
            chosen = _Cluster()
            clusters.append(chosen)
        chosen.told.append(one)
    return tuple(
        sorted((_event(cluster, identity) for cluster in clusters), key=lambda e: (e.when.value or "9999", e.id))
    )


def _told(article: str, mention: EventMention, identity: Mapping[tuple[str, int], str], of: Article | None) -> _Told:
    words = " ".join(of.text[mention.time.start : mention.time.end].lower().split()) if of and mention.time else None
    written = of_value(of.published.value) if of else Window()
    return _Told(article, mention, _actors(article, mention, identity), written, words)


def _choose(fitting: Sequence[_Cluster], one: _Told) -> _Cluster | None:
    if len(fitting) == 1:
        return fitting[0]
    own = [cluster for cluster in fitting if any(t.article == one.article for t in cluster.told)]
    undated = [cluster for cluster in fitting if not cluster.dates()]
    return next((some[0] for some in (own, undated) if len(some) == 1), None)


def _actors(article: str, mention: EventMention, identity: Mapping[tuple[str, int], str]) -> frozenset[str]:
    known = ((article, number) for number in mention.participants)
    return frozenset(identity[key] for key in known if key in identity)


def _fullest_first(told: _Told) -> tuple[object, ...]:
    m = told.mention
    when = m.when.value or ""
    by_content = (told.article, m.span, m.kind, m.status, m.participants, m.place or "", m.when.basis, m.trigger)
    return (-len(when), when, -len(told.actors), m.place is None, *by_content)


def _agree(a: str | None, b: str | None) -> bool:
    within = vocabulary().within
    return not a or not b or a == b or within.get(a, a) == within.get(b, b)


def _compatible(a: str | None, b: str | None) -> bool:
    if not a or not b or a == b:
        return True
    (first_a, last_a), (first_b, last_b) = bounds(a), bounds(b)
    return (first_a <= first_b and last_b <= last_a) or (first_b <= first_a and last_a <= last_b)


def _content(told: _Told) -> tuple[object, ...]:
    m = told.mention
    return told.article, m.span.start, m.span.end, m.kind, sorted(told.actors), m.place, m.when.value, m.status


def _event(cluster: _Cluster, identity: Mapping[tuple[str, int], str]) -> Event:
    told = sorted(cluster.told, key=lambda t: (t.article, t.mention.span, _fullest_first(t)))
    kinds = Counter(t.mention.kind for t in told)
    places = Counter(t.mention.place for t in told if t.mention.place)
    said = [_content(t) for t in told]
    status = _status(told)
    window = _window(told, status)
    outcomes = {
        Outcome(identity.get((t.article, o.by)) if o.by is not None else None, t.article, o.span)
        for t in told
        for o in t.mention.outcomes
    }
    return Event(
        id=sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=min(kinds, key=lambda kind: (-kinds[kind], _KINDS.index(kind))),
        participants=tuple(sorted(cluster.actors)),
        place=min(places, key=lambda place: (-places[place], place)) if places else None,
        when=next(iter(cluster.dates()), UNKNOWN),
        status=status,
        mentions=tuple((t.article, t.mention.span) for t in told),
        earliest=window.first.isoformat() if window.first else None,
        latest=window.last.isoformat() if window.last else None,
        outcomes=tuple(sorted(outcomes, key=lambda o: (o.article, o.span, o.by or ""))),
    )


def _status(told: Sequence[_Told]) -> EventStatus:
    statuses = {t.mention.status for t in told}
    return next(status for status in _SETTLED if status in statuses)


def _window(told: Sequence[_Told], status: EventStatus) -> Window:
    """When the event can have been: by the dates told, and by the articles that tell it as past or as still to come."""
    dated = common(of_value(t.mention.when.value) for t in told)
    sure = [told_at(t.mention, t.written) for t in told if t.mention.status in {status, "held"}]
    if status == "held":  # an article to which it was still to come puts it after itself
        sure += [told_at(t.mention, t.written) for t in told if t.mention.status == "planned"]
    window = common(sure)
    return dated if window.empty else window
