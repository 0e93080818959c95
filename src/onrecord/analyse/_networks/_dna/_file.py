"""Files of the Discourse Network Analyzer (`.dna`, SQLite), read and written whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import InputError

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
MAGIC = b"SQLite format 3\x00"
ADVICE = "Give a file of the Discourse Network Analyzer 3.0."


@dataclass(frozen=True, slots=True)
class Dna:
    """A file's tables by name: their rows, by primary key, in the order of `columns()`.

    `unknown` names tables and columns that version 3.0 has not; they are not read.
    """

    tables: Mapping[str, tuple[Row, ...]]
    unknown: tuple[str, ...] = ()

    def rows(self, table: str) -> Iterator[dict[str, Value]]:
        """The rows of a table by the names of its columns."""
        names = columns()[table]
        return (dict(zip(names, row, strict=True)) for row in self.tables[table])


@cache
def schema() -> str:
    """The statements that make an empty file."""
    return (files("onrecord") / "data" / "analyse" / "dna.sql").read_text(encoding="utf-8")


@cache
def columns() -> Mapping[str, tuple[str, ...]]:
    """The tables of a file and their columns, each after those that it refers to; the primary key is the first."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(schema())
        return {name: _columns(empty, name) for name in _tables(empty)}


def read_dna(path: Path | str) -> Dna:
    """All that a file holds. Raises InputError for a file that is damaged, or is none of version 3.0."""
    path = Path(path)
    try:
        with path.open("rb") as start:
            if start.read(len(MAGIC)) != MAGIC:
                raise InputError("no SQLite file.", path=path, advice=ADVICE)
        address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            return _read(database, path)
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise InputError(f"the file is damaged: {error}.", path=path, advice=ADVICE) from error
    except OSError as error:
        raise InputError(f"{error.strerror or error}.", path=path, advice="Check the path.") from error


def write_dna(dna: Dna, path: Path | str) -> None:
    """Write a file anew; the same tables give the same bytes.

    Raises InputError when it cannot be written, when it would lose what `unknown` names, and when a row breaks a rule
    of the tables (a title of over 190 characters).
    """
    path = Path(path)
    if dna.unknown:
        raise InputError(f"writing it would lose {', '.join(dna.unknown)}.", path=path, advice="Keep the first file.")
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as database:
            database.executescript(schema())
            for table, names in columns().items():
                places = ", ".join("?" * len(names))
                database.executemany(f"INSERT INTO {table} VALUES ({places})", dna.tables[table])
            database.commit()
        unfinished.replace(path)
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        raise InputError(f"cannot be written: {error}.", path=path) from error
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}.", path=path) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _read(database: sqlite3.Connection, path: Path) -> Dna:
    there = _tables(database)
    tables: dict[str, tuple[Row, ...]] = {}
    unknown = [name for name in there if name not in columns()]
    for table, names in columns().items():
        has = _columns(database, table) if table in there else ()
        missing = [name for name in names if name not in has]
        if missing:
            problem = f"the table {table} has no {', '.join(missing)}." if has else f"there is no table {table}."
            raise InputError(problem, path=path, advice=ADVICE)
        unknown += [f"{table}.{name}" for name in has if name not in names]
        wanted = ", ".join(names)
        tables[table] = tuple(database.execute(f"SELECT {wanted} FROM {table} ORDER BY {names[0]}"))
    return Dna(tables, tuple(unknown))


def _tables(database: sqlite3.Connection) -> tuple[str, ...]:
    """Plain tables by name: no views and no virtual tables, which would run what a stranger wrote."""
    found = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    plain = ((name, str(sql)) for name, sql in found if not str(name).startswith("sqlite_"))
    return tuple(name for name, sql in plain if sql.upper().startswith("CREATE TABLE"))


def _columns(database: sqlite3.Connection, table: str) -> tuple[str, ...]:
    found = database.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
    return tuple(name for (name,) in found)
