"""Where a table comes from: a file, or a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from onrecord.analyse._cells import cells
from onrecord.analyse._outcomes import files
from onrecord.analyse._outcomes.draft import draft
from onrecord.analyse._outcomes.files import plain
from onrecord.analyse._outcomes.nouns import Table
from onrecord.errors import InputError
from onrecord.store import Record

_SQLITE = b"SQLite format 3\0"


def table(source: Path | Iterable[Mapping[str, Any]]) -> Table:
    """The table of a file, of a record whose codebook gives places to its options, or of rows of plain values.

    Raises InputError, RecordError; for a record that leaves something open, the error tells how to fill it in.
    """
    if not isinstance(source, Path):
        return plain.of_rows(source)
    if not is_record(source):
        return files.read(source)
    try:
        return plain.read(of_record(source), source)
    except InputError as error:
        advice = "Write its table with --table F.csv, fill in or delete that row, and give F.csv instead."
        problem = f"the table of this record is not complete: {error.problem}"
        raise InputError(problem, path=source, row=error.row, field=error.field, advice=advice) from error


def of_record(path: Path) -> str:
    """The table of a record as plain CSV, for a person to complete. Raises RecordError."""
    record = Record(path)
    counted = cells(record.statements(), record.articles(), record.reuse(), record.actors(), record.utterances())
    return draft(counted, record.statements(), record.codebook())


def write_draft(record: Path, to: Path) -> None:
    """Write the table of a record as plain CSV, for a person to complete. Raises RecordError, InputError."""
    files.write_text(of_record(record), to)


def is_record(path: Path) -> bool:
    """Whether a file is a record (or another database, which is then told to be none)."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False
