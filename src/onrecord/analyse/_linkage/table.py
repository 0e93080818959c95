"""The table that linkage is read from: a row for each time that somebody tied one option to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from onrecord.analyse._tables import Row, read_rows, rows_of
from onrecord.errors import InputError
from onrecord.model import ConditionKind, Spans

COLUMNS = ("id", "date", "side", "option", "needs", "kind", "words")
NEEDED = ("side", "option", "needs")
KINDS = get_args(ConditionKind)


@dataclass(frozen=True, slots=True)
class Condition:
    """A side ties `option` to `needs`: it will have the one only with or after the other.

    `kind` is how it binds, `id` refers to the statement, `words` are the condition's. In a record `article` and `spans`
    say where they stand.
    """

    id: str
    date: str | None
    side: str
    option: str
    needs: str
    kind: ConditionKind = "precondition"
    words: str = ""
    article: str | None = None
    spans: Spans = ()


def conditions(rows: Iterable[Mapping[str, object]], *, path: str | Path = "conditions") -> tuple[Condition, ...]:
    """A table from rows of plain values, in their order.

    A row has `side`, `option` and `needs`; it may have `id` (else its number), `date` (ISO), `kind` (precondition,
    exchange, threat, deadline, sequencing; else precondition) and `words`. Raises InputError naming the row, from 1,
    and the field.
    """
    return _table(rows_of(rows, path), path)


def read_conditions(path: Path | str) -> tuple[Condition, ...]:
    """The table in a CSV or TSV file with the columns of `conditions`. Raises InputError naming row and field."""
    return _table(read_rows(Path(path), COLUMNS, NEEDED), path)


def _table(rows: Iterable[Row], path: str | Path) -> tuple[Condition, ...]:
    found = tuple(map(_condition, rows))
    if not found:
        raise InputError("there is no row in it.", path=path, advice="Give at least one.")
    return found


def _condition(row: Row) -> Condition:
    option, needs = row.needed("option"), row.needed("needs")
    if option == needs:
        raise row.wrong("an option can't wait for itself.", "needs", "Name another, or leave the row out.")
    return Condition(
        id=row.text("id") or str(row.number),
        date=row.date("date"),
        side=row.needed("side"),
        option=option,
        needs=needs,
        kind=cast(ConditionKind, row.one_of("kind", KINDS, "precondition")),
        words=row.text("words") or "",
    )
