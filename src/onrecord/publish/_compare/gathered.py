"""A record as rows to compare."""

from __future__ import annotations

from collections import Counter

from onrecord import model, trace
from onrecord.publish._compare.phrases import PHRASES
from onrecord.publish._compare.rows import (
    OWN,
    REPORTED,
    TOLD,
    Article,
    Difference,
    Event,
    Move,
    Position,
    Rows,
    Speaker,
)
from onrecord.publish._compare.told import Told
from onrecord.publish._compare.weeks import named
from onrecord.publish._compared import DIFFERENCE_KINDS, RELATIONS, around
from onrecord.publish._instruments import words_anchor
from onrecord.publish._lately import moved
from onrecord.publish._pages import event_anchor
from onrecord.publish._said import Said
from onrecord.publish._stands import grouped
from onrecord.publish._views import Views
from onrecord.publish._words import EVENT_KINDS, LONG, STANCES, day, safe_id


def gathered(views: Views) -> Rows:
    """The rows of a record. The same record gives the same rows."""
    told = Told(views)
    return Rows(
        stances=list(STANCES.items()),
        outlets=list(told.outlets),
        sides=list(told.sides),
        weeks=[(first.isoformat(), named(first)) for first in told.weeks],
        articles=[_article(told, article) for article in told.articles],
        copies=_copies(views, told),
        counts=_counts(told),
        issues=[(safe_id(issue.id), issue.name) for issue in views.issues],
        options=[(n, safe_id(o.id), o.name) for n, issue in enumerate(views.issues) for o in issue.options],
        speakers=[Speaker(safe_id(actor.id), actor.name, told.side(actor.side)) for actor in told.speaking],
        positions=_positions(told),
        voices=_voices(told),
        events=[_event(views, told, entry.event) for entry in sorted(views.timeline, key=lambda one: -one.score)],
        differences=[_difference(views, told, one) for one in views.differences],
        moves=_moves(views, told),
        tellings=told.tellings,
        phrases=PHRASES,
    )


def _article(told: Told, article: model.Article) -> Article:
    published = article.published.value
    date = day(published) if published else None
    return Article(safe_id(article.id), told.outlet(article), told.week(published), date)


def _copies(views: Views, told: Told) -> list[tuple[int, int]]:
    near = (pair for pair in views.reuse if max(pair.containment_a, pair.containment_b) >= trace.COPY)
    return sorted((told.number[pair.a], told.number[pair.b]) for pair in near)


def _place(told: Told, said: Said) -> tuple[int, int, int]:
    """The article, week and side of a statement."""
    return told.number[said.article.id], told.week(said.when.value), told.side(said.statement.side)


def _counts(told: Told) -> list[tuple[int, int, int, int]]:
    found = Counter(_place(told, said) for said in told.plainest_first)
    return [(*place, number) for place, number in sorted(found.items())]


def _positions(told: Told) -> list[Position]:
    held: dict[tuple[int, int, int], dict[tuple[int, ...], tuple[int, int]]] = {}
    for said in told.plainest_first:
        for position in said.statement.positions:
            what, ground = _what(told, said, position)
            # To speak of an option without a stance is no position.
            if min(what) >= 0 and position.stance != "unclear":
                plainest = held.setdefault(what, {})
                place = (ground, *_place(told, said))
                if place not in plainest:
                    plainest[place] = (told.said(said), ground)
    found = [Position(*what, sorted(by.values(), key=lambda pair: pair[1])) for what, by in held.items()]
    return sorted(found, key=lambda one: (*told.weight(telling for telling, _ in one.tellings), one[:3]))


def _what(told: Told, said: Said, position: model.Position) -> tuple[tuple[int, int, int], int]:
    """Side, option and stance of a position, and its ground, as `analyse.cells` has them."""
    option = told.options.get((position.issue, position.option), -1)
    stance = told.stances[position.stance]
    if position.holder is not None:
        return (told.side(position.holder), option, stance), REPORTED
    side = told.side(said.statement.side) if said.actor else -1
    return (side, option, stance), TOLD if said.ground == "told" else OWN


def _voices(told: Told) -> list[tuple[int, list[int]]]:
    by_actor = grouped((said.actor.id, said) for said in told.plainest_first if said.actor)
    found = []
    for actor, number in told.speakers.items():
        plainest: dict[tuple[int, ...], Said] = {}
        for said in by_actor[actor]:
            plainest.setdefault(_place(told, said), said)
        found.append((number, [told.said(said) for said in plainest.values()]))
    return sorted(found, key=lambda one: (told.weight(one[1]), one[0]))


def _event(views: Views, told: Told, event: model.Event) -> Event:
    name = EVENT_KINDS[event.kind] + (f", {event.place}" if event.place else "")
    actors = [views.actors[id] for id in event.participants]
    who = ", ".join(actor.name for actor in actors)
    tellings = [
        told.telling(views.articles[article], event_anchor(event, number), views.words(article, span))
        for number, (article, span) in enumerate(event.mentions)
    ]
    sides = sorted({told.side(actor.side) for actor in actors} - {-1})
    detail = " · ".join(part for part in (day(event.when.value), who) if part)
    return Event(safe_id(event.id), name, detail, sides, tellings)


def _difference(views: Views, told: Told, one: model.Difference) -> Difference:
    detail = f"{DIFFERENCE_KINDS[one.kind]} · {RELATIONS[one.relation][0]}"
    return Difference(
        safe_id(one.id), one.about, detail, one.why, _value(views, told, one.one), _value(views, told, one.other)
    )


def _value(views: Views, told: Told, one: model.Telling) -> tuple[int, str, int]:
    article, actor = views.articles[one.article], views.actors.get(one.by or "")
    side = told.side(actor.side if actor else None)
    by = told.by(actor, actor.name) if actor else None
    words = around(article, one.span, LONG)
    return told.telling(article, words_anchor(one.span), words, by, side), one.value, side


def _moves(views: Views, told: Told) -> list[Move]:
    """Where sides moved, then where single speakers changed their stance, the newest first."""
    turns = [(moved(one), one.date, one.side, one.before, one.after, one.statement) for one in views.lately.all_moves]
    singles = [
        ((one.issue, one.option), one.date, views.actors[one.actor].name, one.before, one.stance, one.statement)
        for one in views.news
    ]
    return [
        Move(week, who, told.options[of], told.stances[before], told.stances[after], told.said(views.said[by]), single)
        for single, found in ((False, turns), (True, singles))
        for of, date, who, before, after, by in found
        if (week := told.week(date)) >= 0 and of in told.options and before and before != after
    ]
