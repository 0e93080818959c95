"""The tables of a record file, as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Engine, Select, Table, select, text

from onrecord.store._rows import Row


class Tables:
    """Rows of the file that an engine opens, in the order of their keys."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def rows(self, wanted: Select[Any] | Table) -> list[Row]:
        """What is wanted of one table, or all of it."""
        asked = select(wanted) if isinstance(wanted, Table) else wanted
        (table,) = asked.get_final_froms()
        with self.engine.connect() as connection:
            # All at once: who writes waits for as long as rows are being fetched.
            found = connection.execute(asked.order_by(*table.primary_key)).mappings().all()
        return [dict(row) for row in found]

    def grouped(self, wanted: Select[Any] | Table, key: str) -> Mapping[str, list[Row]]:
        """The same by one of the columns; a value that no row has, has none."""
        return grouped(self.rows(wanted), key)

    def matching(self, words: str, limit: int) -> tuple[str, ...]:
        """Ids of the machine's statements that hold all these words, or whose speaker bears them, best first."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not query:
            return ()
        asked = text("SELECT statement FROM search WHERE search MATCH :query ORDER BY rank, statement LIMIT :limit")
        with self.engine.connect() as connection:
            return tuple(connection.execute(asked, {"query": query, "limit": limit}).scalars())


def grouped(rows: Iterable[Row], key: str) -> Mapping[str, list[Row]]:
    """Rows by one of their columns, in the order they come."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
