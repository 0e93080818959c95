"""One event across articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from onrecord.date._resolve import UNKNOWN, bounds
from onrecord.date._vocabulary import vocabulary
from onrecord.model import Dated, Event, EventKind, EventMention, EventStatus

_SETTLED: tuple[EventStatus, ...] = (
    "held",
    "cancelled",
    "planned",
    "rumoured",
)  # what later reports settle comes first
_KINDS: tuple[EventKind, ...] = ("signing", "call", "meeting", "visit", "announcement")
_BASES = ("metadata", "page", "url", "text", "inferred", "unknown")


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention with its participants as actors."""

    article: str
    mention: EventMention
    actors: frozenset[str]


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
        same_kind = _alike(first.kind, new.mention.kind)
        places = all(_agree(t.mention.place, new.mention.place) for t in self.told)
        dates = all(_compatible(d.value, new.mention.when.value) for d in self.dates())
        return same_kind and places and dates and self._same_parties(new)

    def _same_parties(self, new: _Told) -> bool:
        shared = self.actors & new.actors
        one_in_other = bool(shared) and (new.actors <= self.actors or self.actors <= new.actors)
        both_dated = bool(new.mention.when.value and self.dates())
        if len(shared) >= 2:
            return one_in_other or both_dated
        same_day = any(d.value == new.mention.when.value and len(d.value or "") == 10 for d in self.dates())
        return one_in_other and (same_day or any(t.article == new.article for t in self.told))


def merge(mentions: Iterable[tuple[str, EventMention]], identity: Mapping[tuple[str, int], str]) -> tuple[Event, ...]:
    """The events that mentions of many articles tell of, by date, undated ones last; the order given doesn't matter.

    `mentions` are (article id, mention), `identity` gives the actor id of (article id, number of a referent); those
    without one don't count. Two mentions are one event when their kinds are the same (or a meeting and a visit), when
    places don't conflict, when dates are equal, or one is unknown or lies within the other, and when they share

    - two actors, and both have a date or all actors of one are in the other, or
    - one actor, who is all that one of them names, on the same day or in the same article.

    A mention that fits several events joins the one its own article tells of, else the one without a date, else none:
    an event is not guessed.
    """
    told = {_Told(article, m, _actors(article, m, identity)) for article, m in mentions}
    clusters: list[_Cluster] = []
    for one in sorted(told, key=_fullest_first):
        fitting = [cluster for cluster in clusters if cluster.fits(one)]
        chosen = _choose(fitting, one)
        if chosen is None:
            chosen = _Cluster()
            clusters.append(chosen)
        chosen.told.append(one)
    return tuple(sorted((_event(cluster) for cluster in clusters), key=lambda e: (e.when.value or "9999", e.id)))


def _choose(fitting: Sequence[_Cluster], one: _Told) -> _Cluster | None:
    if len(fitting) == 1:
        return fitting[0]
    own = [cluster for cluster in fitting if any(t.article == one.article for t in cluster.told)]
    undated = [cluster for cluster in fitting if not cluster.dates()]
    return next(iter(own or undated), None)


def _actors(article: str, mention: EventMention, identity: Mapping[tuple[str, int], str]) -> frozenset[str]:
    known = ((article, number) for number in mention.participants)
    return frozenset(identity[key] for key in known if key in identity)


def _fullest_first(told: _Told) -> tuple[object, ...]:
    m = told.mention
    when = m.when.value or ""
    return (-len(when), when, -len(told.actors), m.place is None, told.article, m.span, m.kind, m.status, *_rest(m))


def _rest(m: EventMention) -> tuple[object, ...]:
    return m.participants, m.place or "", m.when.basis


def _alike(a: EventKind, b: EventKind) -> bool:
    return a == b or {a, b} <= vocabulary().words["alike"]


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


def _event(cluster: _Cluster) -> Event:
    told = sorted(cluster.told, key=lambda t: (t.article, t.mention.span, _fullest_first(t)))
    kinds = Counter(t.mention.kind for t in told)
    places = Counter(t.mention.place for t in told if t.mention.place)
    statuses = {t.mention.status for t in told}
    said = [_content(t) for t in told]
    return Event(
        id=sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=min(kinds, key=lambda kind: (-kinds[kind], _KINDS.index(kind))),
        participants=tuple(sorted(cluster.actors)),
        place=min(places, key=lambda place: (-places[place], place)) if places else None,
        when=next(iter(cluster.dates()), UNKNOWN),
        status=next(status for status in _SETTLED if status in statuses),
        mentions=tuple((t.article, t.mention.span) for t in told),
    )
