"""The table of movement from whatever a person has: a record, a file, rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.analyse._movement.record import said
from onrecord.analyse._movement.table import Saying, read_sayings, sayings
from onrecord.analyse._tables import TABLES
from onrecord.store import Record

Source = Record | Path | str | Iterable[Mapping[str, object]]


def sayings_of(source: Source) -> tuple[Saying, ...]:
    """The table of a record (a `Record` or its path), of a CSV or TSV file, or of rows of plain values.

    Raises InputError for what cannot be used, naming row and field.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        if path.suffix.lower() in TABLES:
            return read_sayings(path)
        source = Record(path)
    if isinstance(source, Record):
        return said(source.statements(), source.articles(), source.actors(), source.utterances())
    return sayings(source)
