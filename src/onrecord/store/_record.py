"""Reading a record: every noun of it, in a fixed order, as the frozen records of `onrecord.model`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Select, Table, select, text

from onrecord import code
from onrecord.errors import RecordError
from onrecord.model import (
    Actor,
    Article,
    Dated,
    Event,
    Figure,
    Proposal,
    Reading,
    Reuse,
    SetAside,
    Span,
    Statement,
)
from onrecord.store import _instruments, _rows, _schema
from onrecord.store._open import engine_for
from onrecord.store._rows import Row


class Record:
    """The record in one file. Its methods read the file; what they return does not change when the file does.

    Raises RecordError when there is no record at `path`, or its build was stopped before the end (`finished` False
    reads what there is).
    """

    def __init__(self, path: Path | str, *, finished: bool = True) -> None:
        self.path = Path(path)
        self._engine = engine_for(self.path, create=False)
        if finished and "collected" not in self.made_with():
            raise RecordError(
                "its build was stopped before the end.", path=self.path, advice="Run it again: it goes on from there."
            )

    def articles(self) -> tuple[Article, ...]:
        """All articles, by date, then name; undated ones last."""
        found = self._articles()
        return tuple(sorted(found, key=lambda a: (a.published.value is None, a.published.value or "", a.name, a.id)))

    def article(self, id: str) -> Article:
        """One article. Raises RecordError when the record has none with this id."""
        for article in self._articles(id):
            return article
        raise RecordError(f"there is no article {id!r} in it.", path=self.path)

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        held = select(_schema.positions).where(_schema.positions.c.held == 1)
        positions = _grouped(self._rows(held), "statement")
        published = {row["id"]: row["published"] for row in self._rows(select(_schema.articles))}
        statements = [
            Statement(
                id=row["id"],
                article=row["article"],
                attribution=_rows.attribution_of(row),
                actor=row["actor"],
                as_written=row["as_written"],
                side=row["side"],
                grade=row["grade"],
                said=Dated(row["said"], row["said_basis"]),
                positions=tuple(_rows.position_of(p) for p in positions[row["id"]]),
            )
            for row in self._rows(select(_schema.statements))
        ]

        def order(statement: Statement) -> tuple[str, str, int, str]:
            date = statement.said.value or published[statement.article] or ""
            return (date, statement.article, statement.attribution.content[0].start, statement.id)

        return tuple(sorted(statements, key=order))

    def statements(self) -> tuple[Statement, ...]:
        """All statements by date (said, else published; undated first), article and place in it."""
        return self._statements

    def actors(self) -> tuple[Actor, ...]:
        """All actors, by name."""
        aliases = _grouped(self._rows(select(_schema.aliases)), "actor")
        affiliations = _grouped(self._rows(select(_schema.affiliations)), "actor")
        actors = [
            Actor(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                side=row["side"],
                aliases=tuple(a["alias"] for a in aliases[row["id"]]),
                affiliations=tuple(_rows.affiliation_of(a) for a in affiliations[row["id"]]),
            )
            for row in self._rows(select(_schema.actors))
        ]
        return tuple(sorted(actors, key=lambda actor: (actor.name, actor.id)))

    def events(self) -> tuple[Event, ...]:
        """All events, by date; undated ones last."""
        participants = _grouped(self._rows(select(_schema.event_participants)), "event")
        places = _grouped(self._rows(select(_schema.event_places)), "event")
        events = [
            Event(
                id=row["id"],
                kind=row["kind"],
                participants=tuple(p["actor"] for p in participants[row["id"]]),
                place=row["place"],
                when=Dated(row["date"], row["date_basis"]),
                status=row["status"],
                mentions=tuple((p["article"], Span(p["start"], p["end"])) for p in places[row["id"]]),
            )
            for row in self._rows(select(_schema.events))
        ]
        return tuple(sorted(events, key=lambda e: (e.when.value is None, e.when.value or "", e.id)))

    def figures(self) -> tuple[Figure, ...]:
        """All figures, by what they measure, then value."""
        told = {(row["article"], row["start"]): row for row in self._rows(select(_schema.figure_mentions))}
        places = _grouped(self._rows(select(_schema.figure_places)), "figure")
        figures = [
            _instruments.figure_of(row, [told[place["article"], place["start"]] for place in places[row["id"]]])
            for row in self._rows(select(_schema.figures))
        ]
        return tuple(sorted(figures, key=lambda f: (f.of or "", f.scope, f.unit or "", f.low or 0, f.high or 0, f.id)))

    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, by name."""
        steps = _grouped(self._rows(select(_schema.proposal_steps)), "proposal")
        places = _grouped(self._rows(select(_schema.proposal_places)), "proposal")
        proposals = [
            _instruments.proposal_of(row, steps[row["id"]], places[row["id"]])
            for row in self._rows(select(_schema.proposals))
        ]
        return tuple(sorted(proposals, key=lambda p: (p.name.lower(), p.id)))

    def reuse(self) -> tuple[Reuse, ...]:
        """Pairs of articles that share passages."""
        return tuple(_rows.reuse_of(row) for row in self._rows(select(_schema.reuse)))

    def set_aside(self) -> tuple[SetAside, ...]:
        """What could not be read, and why."""
        rows = self._rows(select(_schema.set_aside))
        return tuple(SetAside(row["name"], row["path"], row["reason"]) for row in rows)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """(article name, problem) for every stage that failed on an article that was kept."""
        names = {row["id"]: row["name"] for row in self._rows(select(_schema.articles))}
        rows = self._rows(select(_schema.problems))
        return tuple(sorted((names[row["article"]], row["problem"]) for row in rows))

    def codebook(self) -> code.Codebook:
        """The codebook that the positions were coded with."""
        return code.codebook_of(self.made_with()["codebook"])

    def made_with(self) -> Mapping[str, str]:
        """Versions and settings that made it, and the whole codebook under "codebook"."""
        return {row["key"]: row["value"] for row in self._rows(select(_schema.about))}

    def search(self, words: str, limit: int = 50) -> tuple[str, ...]:
        """Ids of statements whose words or speaker match, best first; all words must be there."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not query:
            return ()
        asked = text("SELECT statement FROM search WHERE search MATCH :query ORDER BY rank, statement LIMIT :limit")
        with self._engine.connect() as connection:
            return tuple(connection.execute(asked, {"query": query, "limit": limit}).scalars())

    def readings(self) -> Iterator[Reading]:
        """What was read from each article alone, by article id: the input of the stages that need them all."""
        statements = _grouped(self._rows(select(_schema.statements)), "article")
        positions = _grouped(self._rows(select(_schema.positions)), "statement")
        referents = _grouped(self._rows(select(_schema.referents)), "article")
        events = _grouped(self._rows(select(_schema.event_mentions)), "article")
        figures = _grouped(self._rows(select(_schema.figure_mentions)), "article")
        proposals = _grouped(self._rows(select(_schema.proposal_mentions)), "article")
        for article in self._articles():
            rows = sorted(statements[article.id], key=lambda row: int(row["number"]))
            yield Reading(
                article=article,
                attributions=tuple(_rows.attribution_of(row) for row in rows),
                referents=tuple(_rows.referent_of(row) for row in referents[article.id]),
                speakers=tuple(_rows.speaker_of(row) for row in rows),
                said=tuple(Dated(row["said"], row["said_basis"]) for row in rows),
                positions=tuple(
                    tuple(_rows.position_of(p, "holder_alone") for p in positions[row["id"]]) for row in rows
                ),
                events=tuple(_rows.event_mention_of(row) for row in events[article.id]),
                figures=tuple(_instruments.figure_mention_of(row) for row in figures[article.id]),
                proposals=tuple(_instruments.proposal_mention_of(row) for row in proposals[article.id]),
            )

    def _articles(self, id: str | None = None) -> Iterator[Article]:
        def of(table: Table) -> Mapping[str, list[Row]]:
            wanted = select(table) if id is None else select(table).where(table.c.article == id)
            return _grouped(self._rows(wanted), "article")

        wanted = select(_schema.articles)
        rows = self._rows(wanted if id is None else wanted.where(_schema.articles.c.id == id))
        paragraphs, left_out, dates = of(_schema.paragraphs), of(_schema.left_out), of(_schema.date_evidence)
        for row in rows:
            key = row["id"]
            yield _rows.article_of(row, paragraphs[key], left_out[key], dates[key])

    def _rows(self, wanted: Select[Any]) -> list[Row]:
        (table,) = wanted.get_final_froms()
        with self._engine.connect() as connection:
            found = connection.execute(wanted.order_by(*table.primary_key))
            return [dict(row) for row in found.mappings()]


def _grouped(rows: Iterable[Row], key: str) -> Mapping[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
