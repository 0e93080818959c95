"""Searches that people keep: rows are added and never changed, as judgements are, and survive a rebuild as they do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text

from onrecord.model import SavedSearch
from onrecord.store import _schema
from onrecord.store._columns import as_json
from onrecord.store._locks import for_judging

_FIELDS = ("id", "at", "by", "name", "query")


def save_search(record: Path, name: str, query: str, *, by: str) -> SavedSearch:
    """Keep a search (a query string) by a name; an empty query gives the name up.

    Raises RecordError as `judge` does.
    """
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    id = hashlib.sha256(as_json([at, by, name, query]).encode()).hexdigest()[:16]
    one = SavedSearch(id, at, by, name, query)
    with for_judging(record) as connection:
        append(connection, [one])
    return one


def read(connection: Connection) -> tuple[SavedSearch, ...]:
    """All rows, in the order in which they were written; none where the record is from before searches were kept."""
    if not inspect(connection).has_table(_schema.saved_searches.name):
        return ()
    rows = connection.execute(select(_schema.saved_searches).order_by(_schema.saved_searches.c.number)).mappings()
    return tuple(SavedSearch(**{name: row[name] for name in _FIELDS}) for row in rows)


def append(connection: Connection, searches: Iterable[SavedSearch]) -> None:
    """Add rows, without those that are there already, and the table where the record is from before it was."""
    _schema.saved_searches.create(connection, checkfirst=True)
    for trigger in _schema.NOTHING_CHANGED:
        connection.execute(text(trigger))
    known = set(connection.execute(select(_schema.saved_searches.c.id)).scalars())
    fresh = [{name: getattr(one, name) for name in _FIELDS} for one in searches if one.id not in known]
    if fresh:
        connection.execute(insert(_schema.saved_searches), fresh)


def kept(searches: Iterable[SavedSearch]) -> tuple[SavedSearch, ...]:
    """The last of each name, without names that were given up, by name."""
    last: Mapping[str, SavedSearch] = {one.name: one for one in searches}
    return tuple(sorted((one for one in last.values() if one.query), key=lambda one: one.name))
