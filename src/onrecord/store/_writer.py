"""Writing a record: an article at a time while they are read, then what needs the whole collection.

It is written beside the record, which others go on reading, and takes its place when it is whole. An article is one
transaction, so that a build that was stopped goes on where it was. `finish` writes the file anew in the order of its
keys: the same content is the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, Table, bindparam, delete, func, insert, select, text, update

from onrecord.errors import RecordError
from onrecord.model import (
    Actor,
    Article,
    Difference,
    Event,
    Figure,
    Judgement,
    Position,
    Precedence,
    Proposal,
    Reading,
    Reuse,
    SetAside,
    Statement,
    Utterance,
)
from onrecord.store import _differences, _events, _instruments, _rows, _schema, _searches, _traced
from onrecord.store._judged import log
from onrecord.store._locks import for_judging, judging, locked
from onrecord.store._open import UNFINISHED, engine_for, writable

STANDARD_INPUT = "-"
_COLLECTED = _schema.about.c.key == "collected"


class Writer:
    """The one who writes to the record `record`, making it when it isn't there; to be used in a `with` block.

    `path` is the file it writes, beside the record; `finish` puts it in the record's place. There is one writer at a
    time. Raises RecordError when the file is something else than a record, cannot be written to, or has another writer.
    """

    def __init__(self, record: Path) -> None:
        writable(record)
        self._record, self.path = record, record.with_name(record.name + UNFINISHED)
        self._lock = locked(record, "build", "another build is writing to it.")
        try:
            self._engine = self._begun()
        except RecordError:
            self._lock.release()
            raise

    def _begun(self) -> Engine:
        """What a stopped build left, unless another version did; else a copy of the record, or a new one."""
        if self.path.exists():
            with suppress(RecordError):
                return engine_for(self.path, create=False)
            self.path.unlink()
        if self._record.exists():
            _copied(self._record, self.path)
        return engine_for(self.path, create=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.path.exists() and not self.holds_articles():
            self.path.unlink()
        self._lock.release()

    def holds_articles(self) -> bool:
        """Whether any article was ever read into it."""
        with self._engine.connect() as connection:
            return connection.execute(select(_schema.articles.c.id).limit(1)).first() is not None

    def stale(self, made_with: str) -> int:
        """How many articles were read by another program or with other settings than these."""
        wanted = select(func.count()).where(_schema.articles.c.made_with != made_with)
        with self._engine.connect() as connection:
            return int(connection.execute(wanted).scalar_one())

    def known(self, made_with: str) -> frozenset[str]:
        """Ids of the articles already read by the same program with the same settings."""
        wanted = select(_schema.articles.c.id).where(_schema.articles.c.made_with == made_with)
        with self._engine.connect() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def collected(self) -> bool:
        """Whether what needs the whole collection was written after the last article was."""
        with self._engine.connect() as connection:
            return connection.execute(select(_schema.about).where(_COLLECTED)).first() is not None

    def add(self, reading: Reading, made_with: str) -> None:
        """Write what was read from one article, in place of what was read from it, or from its file, before."""
        statements, positions = _rows.statement_rows(reading)
        article = reading.article
        with self._engine.begin() as connection:
            for earlier in _earlier(connection, article):
                self._forget(connection, earlier)
            connection.execute(delete(_schema.about).where(_COLLECTED))
            _fill(connection, _schema.articles, [_rows.article_row(article, made_with)])
            for name, rows in _rows.part_rows(reading).items():
                _fill(connection, _schema.metadata.tables[name], rows)
            _fill(connection, _schema.statements, statements)
            _fill(connection, _schema.positions, positions)
            _fill(connection, _schema.links, _traced.link_rows(reading))
            aside = _schema.set_aside.c
            connection.execute(delete(_schema.set_aside).where(aside.path == article.path, aside.name == article.name))

    def _forget(self, connection: Connection, article: str) -> None:
        of_it = select(_schema.statements.c.id).where(_schema.statements.c.article == article)
        for table in (_schema.positions, _schema.links):
            connection.execute(delete(table).where(table.c.statement.in_(of_it)))
        for table in (*_schema.OF_ONE_ARTICLE, _schema.statements):
            connection.execute(delete(table).where(table.c.article == article))
        connection.execute(delete(_schema.articles).where(_schema.articles.c.id == article))

    def set_aside(self, items: Iterable[SetAside], *, under: Iterable[Path] = ()) -> None:
        """Note what could not be read, in place of what was noted for the same paths before."""
        with self._engine.begin() as connection:
            column = _schema.set_aside.c.path
            for path in map(str, under):
                within = column.startswith(path.rstrip("/") + "/", autoescape=True)
                connection.execute(delete(_schema.set_aside).where((column == path) | within))
            for item in items:
                row = {"path": item.path, "name": item.name, "reason": item.reason}
                connection.execute(insert(_schema.set_aside).prefix_with("OR REPLACE"), row)

    def about(self, made_with: Mapping[str, str]) -> None:
        """Note the versions and settings that the record is made with."""
        with self._engine.begin() as connection:
            connection.execute(delete(_schema.about).where(~_COLLECTED))
            _fill(connection, _schema.about, [{"key": k, "value": v} for k, v in made_with.items()])

    def collect(
        self,
        actors: Iterable[Actor],
        statements: Iterable[Statement],
        events: Iterable[Event],
        reuse: Iterable[Reuse],
        figures: Iterable[Figure] = (),
        proposals: Iterable[Proposal] = (),
        utterances: Iterable[Utterance] = (),
        differences: Iterable[Difference] = (),
        precedences: Iterable[Precedence] = (),
    ) -> None:
        """Write what needs the whole collection, in place of what stood there before, in one transaction."""
        actors, events = tuple(actors), tuple(events)
        rows: dict[Table, list[dict[str, Any]]] = {
            _schema.actors: [{"id": a.id, "name": a.name, "kind": a.kind, "side": a.side} for a in actors],
            _schema.aliases: [{"actor": a.id, "alias": alias} for a in actors for alias in a.aliases],
            _schema.affiliations: [
                {
                    "actor": actor.id,
                    "number": number,
                    "title": role.title,
                    "of": role.of,
                    "article": role.article,
                    "start": role.span.start,
                    "end": role.span.end,
                }
                for actor in actors
                for number, role in enumerate(actor.affiliations)
            ],
            _schema.reuse: [_rows.reuse_row(pair) for pair in reuse],
        }
        more = _instruments.collected_rows(figures, proposals) | _traced.utterance_rows(utterances)
        more |= _differences.difference_rows(differences) | _events.collected_rows(events, precedences)
        for name, found in more.items():
            rows[_schema.metadata.tables[name]] = found
        with self._engine.begin() as connection:
            for table in _schema.OF_THE_COLLECTION:
                connection.execute(delete(table))
                _fill(connection, table, rows[table])
            statements = tuple(statements)
            _settle(connection, statements)
            _name_links(connection, statements)
            _index(connection)
            connection.execute(insert(_schema.about).prefix_with("OR REPLACE"), {"key": "collected", "value": "yes"})

    def finish(self) -> None:
        """Put what was written in the record's place, in a file whose bytes depend on what it holds and on nothing
        else. What people judged meanwhile goes with it."""
        fresh = self.path.with_name(self.path.name + "-fresh")
        fresh.unlink(missing_ok=True)
        _copied(self.path, fresh)
        self._engine.dispose()
        with judging(self._record):
            engine = engine_for(fresh, create=False)
            if self._record.exists():
                with engine_for(self._record, create=False).connect() as old, engine.begin() as new:
                    log.append(new, log.read(old))
                    _searches.append(new, _searches.read(old))
            with engine.begin() as connection:
                # SQLite counts changes of the schema in the file's head; how often the index was rebuilt must not show.
                connection.execute(text("PRAGMA schema_version = 1"))
            fresh.replace(self._record)
        self.path.unlink()


def judge(record: Path, judgements: Iterable[Judgement]) -> int:
    """Add judgements at the end of the record's log, without those that it holds already; how many were added.

    Waits for another who does the same, for as long as that takes: less than a second. Raises RecordError for a record
    that is not there or cannot be written to.
    """
    with for_judging(record) as connection:
        return log.append(connection, judgements)


def _copied(record: Path, to: Path) -> None:
    """Copy a record as it is at one moment, whoever reads or writes it."""
    with engine_for(record, create=False).connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM INTO :to"), {"to": str(to)})


def _earlier(connection: Connection, article: Article) -> list[str]:
    """The ids under which the same text, or an earlier state of the same file or row, is in the record."""
    column = _schema.articles.c
    same_place = (column.path == article.path) & (column.name == article.name) & (column.path != STANDARD_INPUT)
    return list(connection.execute(select(column.id).where((column.id == article.id) | same_place)).scalars())


def _fill(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _settle(connection: Connection, statements: Iterable[Statement]) -> None:
    """Write who said each statement, and which of its positions are whose."""
    read: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(_schema.positions).order_by(*_schema.positions.primary_key)).mappings():
        read[row["statement"]].append(row)
    for statement in statements:
        who = {"actor": statement.actor, "side": statement.side, "grade": statement.grade}
        connection.execute(update(_schema.statements).where(_schema.statements.c.id == statement.id).values(who))
        holders = _holders(statement.positions, read[statement.id])
        for row in read[statement.id]:
            number = row["number"]
            connection.execute(
                update(_schema.positions)
                .where(_schema.positions.c.statement == statement.id, _schema.positions.c.number == number)
                .values(holder=holders.get(number, row["holder_alone"]), held=int(number in holders))
            )


def _name_links(connection: Connection, statements: Iterable[Statement]) -> None:
    """Write which actor each link of a chain is."""
    links = _schema.links
    connection.execute(update(links).values(actor=None))
    if actors := _traced.link_actors(statements):
        place = (links.c.statement == bindparam("of")) & (links.c.number == bindparam("at"))
        connection.execute(update(links).where(place).values(actor=bindparam("who")), actors)


def _holders(positions: Iterable[Position], rows: Sequence[Mapping[Any, Any]]) -> dict[int, str | None]:
    """The holder of each position by the number of the row that it was made of: one alike in all but the holder."""
    found: dict[int, str | None] = {}
    for position in sorted(
        positions, key=lambda one: one.holder is None
    ):  # a row of another's is no choice for one's own
        alike = [row for row in rows if replace(_rows.position_of(row), holder=position.holder) == position]
        free = [row for row in alike if row["number"] not in found]
        row = min(free, key=lambda row: row["holder_alone"] != position.holder)
        found[row["number"]] = position.holder
    return found


def _index(connection: Connection) -> None:
    connection.execute(text("DROP TABLE search"))
    connection.execute(text(_schema.SEARCH_TABLE))
    connection.execute(
        text(
            "INSERT INTO search (words, speaker, statement, article) "
            "SELECT substr(a.text, s.start + 1, s.end - s.start), "
            "coalesce(c.name || ' ' || coalesce(s.as_written, ''), s.as_written, ''), s.id, a.id "
            "FROM statements s JOIN articles a ON a.id = s.article LEFT JOIN actors c ON c.id = s.actor ORDER BY s.id"
        )
    )
