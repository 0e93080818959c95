"""The words of statements in a full-text index of SQLite, by the places that the columns give them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from onrecord.serve._index.rows import Row

_TABLES = """
CREATE TABLE said (place INTEGER PRIMARY KEY, id TEXT, article TEXT, words TEXT, speaker TEXT, shown TEXT);
CREATE INDEX said_id ON said (id);
CREATE INDEX said_article ON said (article);
CREATE VIRTUAL TABLE found USING fts5(
  words, speaker, content = 'said', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER said_added AFTER INSERT ON said BEGIN
  INSERT INTO found (rowid, words, speaker) VALUES (new.place, new.words, new.speaker); END;
CREATE TRIGGER said_gone AFTER DELETE ON said BEGIN
  INSERT INTO found (found, rowid, words, speaker) VALUES ('delete', old.place, old.words, old.speaker); END;
"""
_VALUES = attrgetter(*(field.name for field in fields(Row)))  # `held` is the last


class Words:
    """The full-text index. It lives in memory, as it is made anew from the record; many threads may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.executescript(_TABLES)

    def add(self, rows: Sequence[Row], first: int) -> None:
        """Add rows, the first of them at the place `first`."""
        values = (
            (place, row.id, row.article, _plain(row.words), _plain(row.speaker), json.dumps(_VALUES(row)))
            for place, row in enumerate(rows, first)
        )
        with self._lock, self._database as database:
            database.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)", values)

    def drop(self, article: str) -> list[int]:
        """Forget the statements of an article; the places they had."""
        with self._lock, self._database as database:
            places = [place for (place,) in database.execute("SELECT place FROM said WHERE article = ?", (article,))]
            database.execute("DELETE FROM said WHERE article = ?", (article,))
            return places

    def matching(self, words: str) -> NDArray[np.int64]:
        """The places of the statements that hold all these words, in their own words or in their speaker's name; none
        where there is nothing to look for. Every word is quoted: what is typed is never a query."""
        asked = " ".join('"' + word.replace('"', '""') + '"' for word in _plain(words).split())
        with self._lock:
            # As one text: to take a hundred thousand rows one by one takes longer than to find them.
            wanted = "SELECT group_concat(rowid) FROM found WHERE found MATCH ?"
            (places,) = self._database.execute(wanted, (asked,)).fetchone() if asked else (None,)
        return np.fromstring(places or "", np.int64, sep=",")

    def rows(self, places: Iterable[int]) -> list[Row]:
        """The statements at some places, in their order."""
        return [_row(shown) for shown in self._of("shown", places)]

    def ids(self, places: Iterable[int]) -> list[str]:
        """The ids of the statements at some places, in their order."""
        return self._of("id", places)

    def article_of(self, id: str) -> str | None:
        """The article of a statement; None where there is no such statement."""
        with self._lock:
            found = self._database.execute("SELECT article FROM said WHERE id = ?", (id,)).fetchone()
            return found[0] if found else None

    def _of(self, column: str, places: Iterable[int]) -> list[str]:
        with self._lock:
            wanted = f"SELECT {column} FROM said WHERE place = ?"
            found = (self._database.execute(wanted, (int(place),)).fetchone() for place in places)
            return [row[0] for row in found if row is not None]


def _row(shown: str) -> Row:
    values = json.loads(shown)
    values[-1] = tuple((issue, option, stance) for issue, option, stance in values[-1])
    return Row(*values)


def _plain(words: str) -> str:
    """Words that SQLite takes: it has no half of a surrogate pair, and ends a text at a null."""
    return words.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
