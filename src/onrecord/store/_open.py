"""Opening a record file: is it one, is it of this version, and how SQLite is set for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, QueuePool

from onrecord.errors import RecordError
from onrecord.store._schema import NOTHING_CHANGED, READABLE_VIEW, SCHEMA_VERSION, SEARCH_TABLE, metadata

# "onrc": marks the file as a record, so that another SQLite file is not taken for one.
APPLICATION_ID = 0x6F6E7263
CONNECTIONS = 4  # of a pinned engine: as many may read at a time
_PINNED: dict[str, Any] = {
    "poolclass": QueuePool,
    "pool_size": CONNECTIONS,
    "max_overflow": 0,
    "pool_timeout": 600,
    "connect_args": {"check_same_thread": False},
}
UNFINISHED = ".unfinished"  # what a record is called as long as it is being built


def engine_for(path: Path, *, create: bool, any_version: bool = False, pinned: bool = False) -> Engine:
    """An engine on the record at `path`; one that is `pinned` stays with the file that is there now. Raises RecordError
    when there is none, or it is something else, or (unless `any_version`) one that another version of onrecord made."""
    if path.is_dir():
        raise RecordError("this is a folder, not a record.", path=path, advice="Name a file.")
    if not create and not path.is_file():
        begun = path.with_name(path.name + UNFINISHED).is_file()
        advice = "Its build was stopped: run it again, it goes on." if begun else "`onrecord build` makes one."
        raise RecordError("there is no such record.", path=path, advice=advice)
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, **_PINNED) if pinned else create_engine(url, poolclass=NullPool)
    event.listen(engine, "connect", _set_up)
    try:
        if pinned:
            _open_all(engine)
        with engine.begin() as connection:
            _check(connection, path, create=create, any_version=any_version)
    except OperationalError as error:
        advice = "Is its folder read-only, or another program writing to it?"
        raise RecordError(f"it cannot be opened: {error.orig}.", path=path, advice=advice) from error
    except DatabaseError as error:
        raise RecordError("this is not an onrecord file.", path=path, advice="Give another name.") from error
    return engine


def _open_all(engine: Engine) -> None:
    """Open all connections that there will be now: an open one stays with its file, whatever takes its place."""
    for connection in [engine.connect() for _ in range(CONNECTIONS)]:
        connection.close()


def writable(path: Path) -> None:
    """Raises RecordError when no record can be written at `path`."""
    if not path.parent.is_dir():
        raise RecordError("its folder does not exist.", path=path, advice="Make the folder first.")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise RecordError("it cannot be written to.", path=path, advice="Is it, or its folder, read-only?")


def _set_up(connection: object, _: object) -> None:
    connection.execute("PRAGMA busy_timeout = 10000")  # type: ignore[attr-defined]
    connection.execute("PRAGMA synchronous = NORMAL")  # type: ignore[attr-defined]


def _check(connection: Connection, path: Path, *, create: bool, any_version: bool) -> None:
    found = connection.execute(text("PRAGMA application_id")).scalar_one()
    empty = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one() == 0
    if empty and create:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
        metadata.create_all(connection)
        connection.execute(text(READABLE_VIEW))
        connection.execute(text(SEARCH_TABLE))
        for trigger in NOTHING_CHANGED:
            connection.execute(text(trigger))
        return
    if found != APPLICATION_ID:
        raise RecordError("this is not an onrecord file.", path=path, advice="Give another name.")
    version = str(connection.execute(text("PRAGMA user_version")).scalar_one())
    if version != SCHEMA_VERSION and not any_version:
        raise RecordError(
            f"it was made with version {version} of the record's form; this onrecord reads {SCHEMA_VERSION}.",
            path=path,
            advice="Build it again under another name; `onrecord judgements export` takes along what people decided.",
        )
