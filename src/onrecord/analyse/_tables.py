"""Tables that an analyst brings: rows of plain values or a CSV, and what to say of a cell that can't be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord import tables
from onrecord.date import bounds
from onrecord.errors import InputError

_DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ][0-9:.+Z-]*)?")
TABLES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with where it stands. Its methods raise InputError with the row and the field."""

    cells: Mapping[str, object]
    number: int
    path: str | Path

    def text(self, field: str) -> str | None:
        """A cell without the space around and within it; None where it is empty."""
        given = self.cells.get(field)
        if given is None or (isinstance(given, float) and given != given):  # a missing cell of a data frame
            return None
        if isinstance(given, bool) or not isinstance(given, str | int):
            raise self.wrong("no text.", field, "Give text, or leave it empty.")
        return " ".join(str(given).split()) or None

    def needed(self, field: str) -> str:
        """A cell that may not be empty."""
        found = self.text(field)
        if found is None:
            raise self.wrong("it is empty.", field, "Every row needs one.")
        return found

    def one_of(self, field: str, possible: Sequence[str], default: str | None = None) -> str:
        """One of some words, in small letters; an empty cell is the `default`, if there is one."""
        found = (self.text(field) if default is not None else self.needed(field)) or default or ""
        if found.lower() not in possible:
            raise self.wrong(f"{found[:40]!r} is not known.", field, f"Write one of {', '.join(possible)}.")
        return found.lower()

    def yes(self, field: str) -> bool | None:
        """Yes, no, or None for an empty cell."""
        given = self.cells.get(field)
        if isinstance(given, bool):
            return given
        found = (self.text(field) or "").lower()
        if found in {"yes", "true", "1"}:
            return True
        if found in {"no", "false", "0"}:
            return False
        if found:
            raise self.wrong(f"{found[:40]!r} is neither yes nor no.", field, "Write yes or no, or leave it empty.")
        return None

    def date(self, field: str) -> str | None:
        """An ISO date at its own granularity, None for an empty cell; a time of day is dropped."""
        given = self.cells.get(field)
        found = self.text(field) if isinstance(given, str | int | None) else str(given)  # a data frame's date
        if found is None or found == "NaT":
            return None
        written = _DATE.fullmatch(found)
        try:
            bounds(written[1] if written else "")
        except ValueError:
            raise self.wrong(f"{found[:40]!r} is no ISO date.", field, "Write 2015-03-30.") from None
        return written[1] if written else None

    def wrong(self, problem: str, field: str, advice: str) -> InputError:
        """An error about this row."""
        return InputError(problem, path=self.path, row=self.number, field=field, advice=advice)


def rows_of(cells: Iterable[Mapping[str, object]], path: str | Path) -> Iterator[Row]:
    """Rows of plain values with their numbers, from 1."""
    return (Row(one, number, path) for number, one in enumerate(cells, 1))


def read_rows(
    path: Path, columns: Sequence[str], needed: Sequence[str], also: Mapping[str, str] | None = None
) -> Iterator[Row]:
    """The rows of a CSV or TSV file, as `tables.read` reads it; columns that are not asked for are passed over. `also`
    are other names of columns.

    Raises InputError for a file that can't be read, and for columns that lack or are there twice.
    """
    found, rows = tables.read(tables.text_of(path), path)
    of = {name: (also or {}).get(name, name) for name in found}
    _check([of[name] for name in found], columns, needed, path)
    for number, cells in rows:
        yield Row({of[name]: cell for name, cell in cells.items()}, number, path)


def _check(header: Sequence[str], columns: Sequence[str], needed: Sequence[str], path: Path) -> None:
    for field in needed:
        if field not in header:
            advice = f"The first row names the columns: {', '.join(columns)}."
            raise InputError("there is no such column.", path=path, row=1, field=field, advice=advice)
    for field in columns:
        if header.count(field) > 1:
            raise InputError("two columns have this name.", path=path, row=1, field=field, advice="Keep one of them.")
