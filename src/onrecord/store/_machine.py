"""The machine's layer of a record: what was read, before anybody judged it. Read once, it does not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from weakref import finalize

from sqlalchemy import ColumnElement, Engine, Table, select

from onrecord.model import Actor, Article, Difference, Event, Figure, Proposal, Reuse, Utterance
from onrecord.store import _differences, _events, _instruments, _rows, _schema, _traced
from onrecord.store._judged.statements import Heard
from onrecord.store._rows import Row
from onrecord.store._tables import Tables, grouped


class Machine:
    """What the machine read, each noun kept once it was asked for; `Record` lays judgements over it."""

    def __init__(self, engine: Engine) -> None:
        self.tables = Tables(engine)
        finalize(self, engine.dispose)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles, by date, then name; undated ones last."""
        found = self.articles_where()
        return tuple(sorted(found, key=lambda a: (a.published.value is None, a.published.value or "", a.name, a.id)))

    def articles_where(self, which: ColumnElement[bool] | None = None) -> Iterator[Article]:
        """The articles of which this holds, read now."""
        wanted = select(_schema.articles)
        rows = self.tables.rows(wanted if which is None else wanted.where(which))

        def of(table: Table) -> Mapping[str, list[Row]]:
            some = table.c.article.in_([row["id"] for row in rows])
            return self.tables.grouped(table if which is None else select(table).where(some), "article")

        paragraphs, left_out, dates = of(_schema.paragraphs), of(_schema.left_out), of(_schema.date_evidence)
        for row in rows:
            key = row["id"]
            yield _rows.article_of(row, paragraphs[key], left_out[key], dates[key])

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """All statements, with what has to be known to hear them as somebody else's."""
        return tuple(self._heard(*(self.tables.rows(t) for t in _OF_STATEMENTS)))

    def heard_in(self, article: str) -> tuple[Heard, ...]:
        """The same of one article."""
        if "heard" in self.__dict__:
            return tuple(self._by_article.get(article, ()))
        ids = select(_schema.statements.c.id).where(_schema.statements.c.article == article)
        statements, *parts = _OF_STATEMENTS
        own = (self.tables.rows(select(part).where(part.c.statement.in_(ids))) for part in parts)
        return tuple(self._heard(self.tables.rows(select(statements).where(statements.c.article == article)), *own))

    @cached_property
    def _by_article(self) -> Mapping[str, list[Heard]]:
        found: dict[str, list[Heard]] = {}
        for one in self.heard:
            found.setdefault(one.statement.article, []).append(one)
        return found

    @staticmethod
    def _heard(statements: list[Row], coded: list[Row], passed: list[Row]) -> Iterator[Heard]:
        positions, links = grouped(coded, "statement"), grouped(passed, "statement")
        for row in statements:
            own = positions[row["id"]]
            statement = _rows.statement_of(row, [p for p in own if p["held"]], links[row["id"]])
            as_read = all(p["held"] and p["holder"] == p["holder_alone"] for p in own)
            alone = statement.positions if as_read else tuple(_rows.position_of(p, "holder_alone") for p in own)
            yield Heard(statement, alone, row["referent"])

    @cached_property
    def names(self) -> Mapping[tuple[str, int], str]:
        """By article and number, what an article calls those it speaks of."""
        return {(row["article"], row["number"]): row["name"] for row in self.tables.rows(_schema.referents)}

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """All actors, by id."""
        aliases, affiliations = (
            self.tables.grouped(table, "actor") for table in (_schema.aliases, _schema.affiliations)
        )
        return tuple(
            Actor(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                side=row["side"],
                aliases=tuple(a["alias"] for a in aliases[row["id"]]),
                affiliations=tuple(_rows.affiliation_of(a) for a in affiliations[row["id"]]),
            )
            for row in self.tables.rows(_schema.actors)
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, by id."""
        parts = [
            self.tables.grouped(table, "event")
            for table in (_schema.event_participants, _schema.event_places, _schema.event_outcomes)
        ]
        rows = self.tables.rows(_schema.events)
        return tuple(_events.event_of(row, *(part[row["id"]] for part in parts)) for row in rows)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, by what they measure, then value."""
        told = {(row["article"], row["start"]): row for row in self.tables.rows(_schema.figure_mentions)}
        places = self.tables.grouped(_schema.figure_places, "figure")
        figures = [
            _instruments.figure_of(row, [told[place["article"], place["start"]] for place in places[row["id"]]])
            for row in self.tables.rows(_schema.figures)
        ]
        return tuple(sorted(figures, key=lambda f: (f.of or "", f.scope, f.unit or "", f.low or 0, f.high or 0, f.id)))

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, by id."""
        steps = self.tables.grouped(_schema.proposal_steps, "proposal")
        places = self.tables.grouped(_schema.proposal_places, "proposal")
        rows = self.tables.rows(_schema.proposals)
        return tuple(_instruments.proposal_of(row, steps[row["id"]], places[row["id"]]) for row in rows)

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """What was said once and is reported by two statements or more."""
        reports = self.tables.grouped(_schema.reports, "utterance")
        return tuple(_traced.utterance_of(row, reports[row["id"]]) for row in self.tables.rows(_schema.utterances))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Where articles differ, by id."""
        return tuple(map(_differences.difference_of, self.tables.rows(_schema.differences)))

    @cached_property
    def reuse(self) -> tuple[Reuse, ...]:
        """Pairs of articles that share passages."""
        return tuple(map(_rows.reuse_of, self.tables.rows(_schema.reuse)))

    @cached_property
    def made_with(self) -> Mapping[str, str]:
        """Versions and settings that made it."""
        return {row["key"]: row["value"] for row in self.tables.rows(_schema.about)}


_OF_STATEMENTS = (_schema.statements, _schema.positions, _schema.links)
