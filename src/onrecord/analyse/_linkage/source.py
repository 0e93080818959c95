"""The table of linkage from whatever a person has: a record, a file, rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.analyse._linkage.record import conditions_in
from onrecord.analyse._linkage.table import Condition, conditions, read_conditions
from onrecord.analyse._tables import TABLES
from onrecord.store import Record

Source = Record | Path | str | Iterable[Mapping[str, object]]


def conditions_of(source: Source) -> tuple[Condition, ...]:
    """The table of a record (a `Record` or its path), of a CSV or TSV file, or of rows of plain values.

    A record may hold no condition that ties two options: the table is then empty. Raises InputError for what cannot be
    used, naming row and field.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        if path.suffix.lower() in TABLES:
            return read_conditions(path)
        source = Record(path)
    if isinstance(source, Record):
        return conditions_in(source.statements(), source.articles(), source.actors(), source.utterances())
    return conditions(source)
