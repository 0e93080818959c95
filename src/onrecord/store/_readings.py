"""What was read from each article alone, out of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import Article, DateBound, Dated, Reading
from onrecord.store import _events, _instruments, _rows, _schema, _traced
from onrecord.store._tables import Tables


def readings(tables: Tables, articles: Iterable[Article]) -> Iterator[Reading]:
    """The reading of each article, as the stages that need them all take it."""
    statements = tables.grouped(_schema.statements, "article")
    positions, links = (tables.grouped(table, "statement") for table in (_schema.positions, _schema.links))
    referents, events, figures, proposals = (
        tables.grouped(table, "article")
        for table in (_schema.referents, _schema.event_mentions, _schema.figure_mentions, _schema.proposal_mentions)
    )
    known = bounds(tables)
    for article in articles:
        rows = sorted(statements[article.id], key=lambda row: int(row["number"]))
        yield Reading(
            article=article,
            attributions=tuple(_rows.attribution_of(row) for row in rows),
            referents=tuple(_rows.referent_of(row) for row in referents[article.id]),
            speakers=tuple(_rows.speaker_of(row) for row in rows),
            said=tuple(Dated(row["said"], row["said_basis"]) for row in rows),
            about=tuple(Dated(row["about"], row["about_basis"]) for row in rows),
            positions=tuple(tuple(_rows.position_of(p, "holder_alone") for p in positions[row["id"]]) for row in rows),
            events=tuple(_events.mention_of(row) for row in events[article.id]),
            bounds=known.get(article.id, ()),
            figures=tuple(_instruments.figure_mention_of(row) for row in figures[article.id]),
            proposals=tuple(_instruments.proposal_mention_of(row) for row in proposals[article.id]),
            chains=tuple(_traced.alone(_traced.chain_of(links[row["id"]])) for row in rows),
        )


def bounds(tables: Tables) -> Mapping[str, tuple[DateBound, ...]]:
    """By article id, the days that its own words bound its publication by."""
    found = tables.grouped(_schema.date_bounds, "article")
    return {article: tuple(map(_events.bound_of, rows)) for article, rows in found.items()}
