"""Reading a record: every noun of it, in a fixed order, as the frozen records of `onrecord.model`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select, text

from onrecord import code
from onrecord.errors import RecordError
from onrecord.model import (
    Actor,
    Article,
    Conflict,
    DateBound,
    Dated,
    Difference,
    Event,
    Figure,
    Judgement,
    Precedence,
    Proposal,
    Reading,
    Reuse,
    SavedSearch,
    SetAside,
    Statement,
    Utterance,
)
from onrecord.store import _differences, _events, _instruments, _rows, _schema, _searches, _traced
from onrecord.store._judged import log, whose
from onrecord.store._judged.actors import Cast, cast
from onrecord.store._judged.statements import OF_STATEMENTS, Heard, Settled, settle
from onrecord.store._open import engine_for
from onrecord.store._rows import Row


class Record:
    """The record in one file. Its methods read the file; what they return does not change when the file does.

    What people decided holds: their judgements are laid over what the machine read. `judged` False gives the machine's
    layer alone; with `by`, judgements on statements are those of this person alone. Raises RecordError when there is no
    record at `path`.
    """

    def __init__(self, path: Path | str, *, judged: bool = True, by: str | None = None) -> None:
        self.path = Path(path)
        self._judged, self._by = judged, by
        self._engine = engine_for(self.path, create=False)

    def articles(self) -> tuple[Article, ...]:
        """All articles, by date, then name; undated ones last."""
        found = self._articles()
        return tuple(sorted(found, key=lambda a: (a.published.value is None, a.published.value or "", a.name, a.id)))

    def article(self, id: str) -> Article:
        """One article. Raises RecordError when the record has none with this id."""
        for article in self._articles(_schema.articles.c.id == id):
            return article
        raise RecordError(f"there is no article {id!r} in it.", path=self.path)

    @cached_property
    def _log(self) -> tuple[Judgement, ...]:
        with self._engine.connect() as connection:
            return log.read(connection)

    @cached_property
    def _cast(self) -> Cast:
        return cast(self._machine_actors(), self._holding)

    @cached_property
    def _holding(self) -> tuple[Judgement, ...]:
        held = log.live(self._log) if self._judged else ()
        return tuple(one for one in held if self._by in (None, one.by) or one.kind not in OF_STATEMENTS)

    @cached_property
    def _settled(self) -> Settled:
        articles = {article.id: article for article in self._articles()} if self._holding else {}
        return settle(self._heard(), articles, self._cast, self._holding)

    def judged_in(self, article: str) -> Settled:
        """The statements of one article as judged, those rejected in it, and the judgements on them, by looking at
        that article alone. Raises RecordError when the record has none with this id."""
        one = self.article(article)
        articles = {one.id: one} | {other.id: other for other in self._articles(_schema.articles.c.name == one.name)}
        heard = tuple(self._heard(article))
        ids = {said.statement.id for said in heard}
        about = [j for j in self._holding if j.target in ids or _is_about(j, one)]
        return settle(heard, articles, self._cast, about)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The searches that people keep, by name."""
        with self._engine.connect() as connection:
            return _searches.kept(_searches.read(connection))

    def _heard(self, article: str | None = None) -> Iterator[Heard]:
        """The machine's statements, or those of one article, with what has to be known to hear them as somebody
        else's."""
        statements, referents = select(_schema.statements), select(_schema.referents)
        coded, passed = select(_schema.positions), select(_schema.links)
        if article is not None:
            statements = statements.where(_schema.statements.c.article == article)
            referents = referents.where(_schema.referents.c.article == article)
            ids = statements.with_only_columns(_schema.statements.c.id)
            coded = coded.where(_schema.positions.c.statement.in_(ids))
            passed = passed.where(_schema.links.c.statement.in_(ids))
        positions, links = _grouped(self._rows(coded), "statement"), _grouped(self._rows(passed), "statement")
        named = any(one.kind == "split" for one in self._holding)
        names = {(row["article"], row["number"]): row["name"] for row in (self._rows(referents) if named else ())}
        for row in self._rows(statements):
            own = positions[row["id"]]
            yield Heard(
                statement=_rows.statement_of(row, [p for p in own if p["held"]], links[row["id"]]),
                alone=tuple(_rows.position_of(p, "holder_alone") for p in own) if self._holding else (),
                name=names.get((row["article"], row["referent"])),
            )

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return self._by_date(self._settled.statements)

    def _by_date(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        published = {row["id"]: row["published"] for row in self._rows(select(_schema.articles))}

        def order(statement: Statement) -> tuple[str, str, int, str]:
            date = statement.said.value or published[statement.article] or ""
            return (date, statement.article, statement.attribution.content[0].start, statement.id)

        return tuple(sorted(statements, key=order))

    def statements(self) -> tuple[Statement, ...]:
        """All statements by date (said, else published; undated first), article and place in it."""
        return self._statements

    def rejected(self) -> tuple[Statement, ...]:
        """Statements of the machine that people rejected, in the order of `statements`."""
        return self._by_date(self._settled.rejected)

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log of what people decided, in the order in which they did, undoing and undone too."""
        return self._log

    def judgements_of(self, statement: str) -> tuple[Judgement, ...]:
        """The judgements that hold for a statement, by its id."""
        return self._settled.judgements.get(statement, ())

    def conflicts(self) -> tuple[Conflict, ...]:
        """Judgements that don't agree with each other, or with what the machine says by now."""
        return (*self._cast.conflicts, *self._settled.conflicts)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, by name."""
        return tuple(sorted(self._cast.actors.values(), key=lambda actor: (actor.name, actor.id)))

    def _machine_actors(self) -> tuple[Actor, ...]:
        aliases = _grouped(self._rows(select(_schema.aliases)), "actor")
        affiliations = _grouped(self._rows(select(_schema.affiliations)), "actor")
        return tuple(
            Actor(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                side=row["side"],
                aliases=tuple(a["alias"] for a in aliases[row["id"]]),
                affiliations=tuple(_rows.affiliation_of(a) for a in affiliations[row["id"]]),
            )
            for row in self._rows(select(_schema.actors))
        )

    def events(self) -> tuple[Event, ...]:
        """All events, by date; undated ones last."""
        parts = [
            _grouped(self._rows(select(table)), "event")
            for table in (_schema.event_participants, _schema.event_places, _schema.event_outcomes)
        ]
        rows = self._rows(select(_schema.events))
        found = [_events.event_of(row, *(part[row["id"]] for part in parts)) for row in rows]
        events = [whose.event(event, self._cast) for event in found]
        return tuple(sorted(events, key=lambda e: (e.when.value is None, e.when.value or "", e.id)))

    def bounds(self) -> Mapping[str, tuple[DateBound, ...]]:
        """By article id, the days that its own words bound its publication by."""
        found = _grouped(self._rows(select(_schema.date_bounds)), "article")
        return {article: tuple(map(_events.bound_of, rows)) for article, rows in found.items()}

    def precedences(self) -> tuple[Precedence, ...]:
        """Which article came before which, where a date of publication does not say so."""
        rows = self._rows(select(_schema.precedences))
        return tuple(Precedence(row["before"], row["after"], row["event"]) for row in rows)

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
            whose.proposal(_instruments.proposal_of(row, steps[row["id"]], places[row["id"]]), self._cast)
            for row in self._rows(select(_schema.proposals))
        ]
        return tuple(sorted(proposals, key=lambda p: (p.name.lower(), p.id)))

    def utterances(self) -> tuple[Utterance, ...]:
        """What was said once and is reported by two statements or more."""
        reports = _grouped(self._rows(select(_schema.reports)), "utterance")
        rows = self._rows(select(_schema.utterances))
        rejected = frozenset(one.id for one in self._settled.rejected) if self._holding else frozenset()
        told = (_traced.utterance_of(row, reports[row["id"]]) for row in rows)
        return tuple(one for one in (whose.utterance(each, self._cast, rejected) for each in told) if one is not None)

    def differences(self) -> tuple[Difference, ...]:
        """Where independent articles differ on a fact: conflicts first, then by kind and subject."""
        rows = self._rows(select(_schema.differences))
        found = (whose.difference(_differences.difference_of(row), self._cast) for row in rows)
        return tuple(sorted(found, key=_differences.by_weight))

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
        links = _grouped(self._rows(select(_schema.links)), "statement")
        referents = _grouped(self._rows(select(_schema.referents)), "article")
        events = _grouped(self._rows(select(_schema.event_mentions)), "article")
        bounds = self.bounds()
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
                about=tuple(Dated(row["about"], row["about_basis"]) for row in rows),
                positions=tuple(
                    tuple(_rows.position_of(p, "holder_alone") for p in positions[row["id"]]) for row in rows
                ),
                events=tuple(_events.mention_of(row) for row in events[article.id]),
                bounds=bounds.get(article.id, ()),
                figures=tuple(_instruments.figure_mention_of(row) for row in figures[article.id]),
                proposals=tuple(_instruments.proposal_mention_of(row) for row in proposals[article.id]),
                chains=tuple(_traced.alone(_traced.chain_of(links[row["id"]])) for row in rows),
            )

    def _articles(self, which: ColumnElement[bool] | None = None) -> Iterator[Article]:
        wanted = select(_schema.articles)
        rows = self._rows(wanted if which is None else wanted.where(which))

        def of(table: Table) -> Mapping[str, list[Row]]:
            parts = select(table)
            some = parts if which is None else parts.where(table.c.article.in_([row["id"] for row in rows]))
            return _grouped(self._rows(some), "article")

        paragraphs, left_out, dates = of(_schema.paragraphs), of(_schema.left_out), of(_schema.date_evidence)
        for row in rows:
            key = row["id"]
            yield _rows.article_of(row, paragraphs[key], left_out[key], dates[key])

    def _rows(self, wanted: Select[Any]) -> list[Row]:
        (table,) = wanted.get_final_froms()
        with self._engine.connect() as connection:
            found = connection.execute(wanted.order_by(*table.primary_key))
            return [dict(row) for row in found.mappings()]


def _is_about(one: Judgement, article: Article) -> bool:
    said = one.value if one.kind == "add" else one.machine
    return said.get("article") == article.id or said.get("article_name") == article.name


def _grouped(rows: Iterable[Row], key: str) -> Mapping[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
