"""Events, and what dates an article beside its own date, to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import (
    DateBound,
    Dated,
    Event,
    EventMention,
    Outcome,
    OutcomeMention,
    Precedence,
    Reading,
    Span,
)

Row = dict[str, Any]
Stored = Mapping[str, Any]


def mention_rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows of event_mentions and date_bounds that one article gives, without the article and their numbers."""
    bounds = [{"side": b.side, "value": b.value, "start": b.span.start, "end": b.span.end} for b in reading.bounds]
    return {"event_mentions": [_mention_row(event) for event in reading.events], "date_bounds": bounds}


def _mention_row(event: EventMention) -> Row:
    outcomes = [[outcome.by, outcome.span.start, outcome.span.end] for outcome in event.outcomes]
    return {
        "kind": event.kind,
        "participants": json.dumps(event.participants),
        "place": event.place,
        "date": event.when.value,
        "date_basis": event.when.basis,
        "status": event.status,
        "start": event.span.start,
        "end": event.span.end,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "time_start": event.time.start if event.time else None,
        "time_end": event.time.end if event.time else None,
        "outcomes": json.dumps(outcomes),
    }


def mention_of(row: Stored) -> EventMention:
    return EventMention(
        kind=row["kind"],
        participants=tuple(json.loads(row["participants"])),
        place=row["place"],
        when=Dated(row["date"], row["date_basis"]),
        status=row["status"],
        span=Span(row["start"], row["end"]),
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        time=None if row["time_start"] is None else Span(row["time_start"], row["time_end"]),
        outcomes=tuple(OutcomeMention(by, Span(start, end)) for by, start, end in json.loads(row["outcomes"])),
    )


def bound_of(row: Stored) -> DateBound:
    return DateBound(row["side"], row["value"], Span(row["start"], row["end"]))


def collected_rows(events: Sequence[Event], precedences: Iterable[Precedence]) -> dict[str, list[Row]]:
    """The rows of the tables of events and of the order of articles, by table name."""
    return {
        "events": [
            {
                "id": e.id,
                "kind": e.kind,
                "place": e.place,
                "date": e.when.value,
                "date_basis": e.when.basis,
                "status": e.status,
                "earliest": e.earliest,
                "latest": e.latest,
            }
            for e in events
        ],
        "event_participants": [{"event": e.id, "actor": actor} for e in events for actor in e.participants],
        "event_places": [
            {"event": e.id, "article": article, "start": span.start, "end": span.end}
            for e in events
            for article, span in dict.fromkeys(e.mentions)  # one sentence may tell of it twice
        ],
        "event_outcomes": [
            {"event": e.id, "number": n, "actor": o.by, "article": o.article, "start": o.span.start, "end": o.span.end}
            for e in events
            for n, o in enumerate(e.outcomes)
        ],
        "precedences": [{"before": p.before, "after": p.after, "event": p.event} for p in precedences],
    }


def event_of(
    row: Stored, participants: Iterable[Stored], places: Iterable[Stored], outcomes: Iterable[Stored]
) -> Event:
    return Event(
        id=row["id"],
        kind=row["kind"],
        participants=tuple(p["actor"] for p in participants),
        place=row["place"],
        when=Dated(row["date"], row["date_basis"]),
        status=row["status"],
        mentions=tuple((p["article"], Span(p["start"], p["end"])) for p in places),
        earliest=row["earliest"],
        latest=row["latest"],
        outcomes=tuple(Outcome(o["actor"], o["article"], Span(o["start"], o["end"])) for o in outcomes),
    )
