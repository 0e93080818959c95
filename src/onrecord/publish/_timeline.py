"""The timeline as rows of plain values."""

from __future__ import annotations

from typing import Any

from onrecord import analyse
from onrecord.publish._counted import counted
from onrecord.store import Record


def timeline_rows(record: Record, top: int | None = None) -> list[dict[str, Any]]:
    """A row per event in time, or for the `top` that matter most: when, what, who, and the words that tell it."""
    articles, names = record.articles(), {actor.id: actor.name for actor in record.actors()}
    by_id = {article.id: article for article in articles}
    rests = analyse.Rests(record.statements(), articles, record.reuse(), record.utterances())
    entries = analyse.timeline(
        record.events(),
        articles,
        record.reuse(),
        analyse.news(record.statements(), articles),
        record.actors(),
        top=top,
    )
    return [
        {
            "date": entry.event.when.value,
            "basis": entry.event.when.basis,
            "earliest": entry.event.earliest,
            "latest": entry.event.latest,
            "certainty": entry.certainty,
            "event": entry.event.kind,
            "status": entry.event.status,
            "coming": entry.coming,
            "overdue": entry.overdue,
            "participants": [names[id] for id in entry.event.participants],
            "place": entry.event.place,
            "words": by_id[entry.article].text[entry.words.start : entry.words.end],
            "article": by_id[entry.article].name,
            "start": entry.words.start,
            "end": entry.words.end,
            "outcomes": [
                {
                    "by": names.get(outcome.by or ""),
                    "words": by_id[outcome.article].text[outcome.span.start : outcome.span.end],
                    "article": by_id[outcome.article].name,
                }
                for outcome in entry.event.outcomes
            ],
            **counted(rests.event(entry.event)),
            "score": entry.score,
            "id": entry.event.id,
        }
        for entry in entries
    ]
