"""One event across articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from hashlib import sha256
from typing import get_args

from onrecord.date._resolve import UNKNOWN
from onrecord.date._same import Cluster, Told
from onrecord.date._windows import Window, common, of_value, told_at
from onrecord.model import Actor, Article, Event, EventKind, EventMention, EventStatus, Outcome

_SETTLED: tuple[EventStatus, ...] = (
    "held",
    "cancelled",
    "planned",
    "rumoured",
)  # what later reports settle comes first
_BODIES = frozenset({"state", "organisation", "group"})
_KINDS: tuple[EventKind, ...] = get_args(EventKind)


def merge(
    mentions: Iterable[tuple[str, EventMention]],
    identity: Mapping[tuple[str, int], str],
    articles: Mapping[str, Article] | None = None,
    actors: Iterable[Actor] = (),
) -> tuple[Event, ...]:
    """The events that mentions of many articles tell of, by date, undated ones last; the order given doesn't matter.

    `mentions` are (article id, mention), `identity` gives the actor id of (article id, number of a referent); those
    without one don't count. `articles` are the articles by id: without them it is not known when they were published.
    `actors` say for which state or body a participant speaks.
    Two mentions are one event when their kinds may be the same, when places don't conflict, when dates are equal, or
    one is unknown or lies within the other, when an event without a date is news to both articles (within a month of
    them), and when they share

    - two actors, and both have a date or all actors of one are in the other, or
    - one actor, who is all that one of them names, on the same day or in the same article, or
    - everybody, where a state or body stands for those who speak for it ("US envoys"), on the same day, by the same
      words of time or in the same article, or
    - a place and a day, where one of them names nobody; the day alone for kinds that are rare (`events.yaml`).

    Where neither words nor a date of publication say when, two articles' mentions need the same words of time ("on
    Tuesday"). A mention that fits several events joins the one its own article tells of, else the one without a date,
    else none: an event is not guessed.
    """
    known = articles or {}
    every = tuple(actors)
    behind, free = _behind(every), frozenset(a.id for a in every if a.kind == "person" and a.side is None)
    told = {_told(article, m, identity, known.get(article), behind, free) for article, m in mentions}
    clusters: list[Cluster] = []
    for one in sorted(told, key=_fullest_first):
        fitting = [cluster for cluster in clusters if cluster.fits(one)]
        chosen = _choose(fitting, one)
        if chosen is None:
            chosen = Cluster()
            clusters.append(chosen)
        chosen.told.append(one)
    return tuple(
        sorted((_event(cluster, identity) for cluster in clusters), key=lambda e: (e.when.value or "9999", e.id))
    )


def _behind(every: Sequence[Actor]) -> dict[str, str]:
    """The actor that somebody speaks for, by the actor's id; nobody speaks for himself here."""
    bodies = {actor.name: actor.id for actor in every if actor.kind in _BODIES}
    pairs = ((actor.id, bodies.get(actor.side or "")) for actor in every)
    return {id: side for id, side in pairs if side is not None and side != id}


def _told(
    article: str,
    mention: EventMention,
    identity: Mapping[tuple[str, int], str],
    of: Article | None,
    behind: Mapping[str, str],
    free: Set[str],
) -> Told:
    words = " ".join(of.text[mention.time.start : mention.time.end].lower().split()) if of and mention.time else None
    written = of_value(of.published.value) if of else Window()
    actors = _actors(article, mention, identity)
    sides = tuple((actor, behind[actor]) for actor in sorted(actors) if actor in behind)
    return Told(article, mention, actors, written, words, sides, actors & free)


def _choose(fitting: Sequence[Cluster], one: Told) -> Cluster | None:
    if len(fitting) == 1:
        return fitting[0]
    own = [cluster for cluster in fitting if any(t.article == one.article for t in cluster.told)]
    undated = [cluster for cluster in fitting if not cluster.dates()]
    return next((some[0] for some in (own, undated) if len(some) == 1), None)


def _actors(article: str, mention: EventMention, identity: Mapping[tuple[str, int], str]) -> frozenset[str]:
    known = ((article, number) for number in mention.participants)
    return frozenset(identity[key] for key in known if key in identity)


def _fullest_first(told: Told) -> tuple[object, ...]:
    m = told.mention
    when = m.when.value or ""
    by_content = (told.article, m.span, m.kind, m.status, m.participants, m.place or "", m.when.basis, m.trigger)
    return (-len(when), when, -len(told.actors), m.place is None, *by_content)


def _content(told: Told) -> tuple[object, ...]:
    m = told.mention
    return told.article, m.span.start, m.span.end, m.kind, sorted(told.actors), m.place, m.when.value, m.status


def _event(cluster: Cluster, identity: Mapping[tuple[str, int], str]) -> Event:
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
        participants=tuple(cluster.parties()),
        place=min(places, key=lambda place: (place.islower(), -places[place], place)) if places else None,
        when=next(iter(cluster.dates()), UNKNOWN),
        status=status,
        mentions=tuple((t.article, t.mention.span) for t in told),
        earliest=window.first.isoformat() if window.first else None,
        latest=window.last.isoformat() if window.last else None,
        outcomes=tuple(sorted(outcomes, key=lambda o: (o.article, o.span, o.by or ""))),
    )


def _status(told: Sequence[Told]) -> EventStatus:
    statuses = {t.mention.status for t in told}
    return next(status for status in _SETTLED if status in statuses)


def _window(told: Sequence[Told], status: EventStatus) -> Window:
    """When the event can have been: by the dates told, and by the articles that tell it as past or as still to come."""
    dated = common(of_value(t.mention.when.value) for t in told)
    sure = [told_at(t.mention, t.written) for t in told if t.mention.status in {status, "held"}]
    if status == "held":  # an article to which it was still to come puts it after itself
        sure += [told_at(t.mention, t.written) for t in told if t.mention.status == "planned"]
    window = common(sure)
    return dated if window.empty else window
