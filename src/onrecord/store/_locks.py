"""Who may write to a record: one builds it, and one at a time adds to what people decided."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from onrecord.errors import RecordError
from onrecord.store._open import engine_for, writable

PATIENCE = 20.0  # seconds to wait for another who writes a judgement


def locked(record: Path, for_what: str, refused: str, patience: float = 0) -> FileLock:
    """The right to do something with a record, in the form of a file that goes by the record's place."""
    name = hashlib.sha256(str(record.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"onrecord-{name}-{for_what}.lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise RecordError(refused, path=record, advice="Wait until it has ended.") from error
    return lock


def judging(record: Path) -> FileLock:
    """The right to add to what people decided; waits for another who does."""
    return locked(record, "judgements", "it is in use.", patience=PATIENCE)


@contextmanager
def for_judging(record: Path) -> Iterator[Connection]:
    """A transaction that adds to what people decided. Raises RecordError when the record cannot be written to."""
    writable(record)
    with judging(record), engine_for(record, create=False).begin() as connection:
        yield connection
