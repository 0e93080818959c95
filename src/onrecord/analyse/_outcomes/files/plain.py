"""A plain CSV with a row for each position: issue, actor, position; salience, capability, red_line, spread if given.

A column `what` tells rows apart when there are others: "position" (also where it is empty), "option" (`label` says what
the place means), "reference" (where the issue stays without agreement), "actor" and "issue" (their name in `label`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord import tables
from onrecord.analyse._outcomes.builder import Builder, Given
from onrecord.analyse._outcomes.nouns import Table
from onrecord.analyse._outcomes.numbers import plain

NEEDED = ("issue", "actor", "position")
OTHERS = ("salience", "capability", "red_line", "spread", "label")
COLUMNS = ("what", *NEEDED, *OTHERS)
_KINDS = ("position", "option", "reference", "actor", "issue")


def read(text: str, path: Path) -> Table:
    """The table in the text of a file, as `tables.read` reads it. Raises InputError."""
    builder = Builder(path)
    columns, rows = tables.read(text, path)
    _check(builder, columns)
    for number, cells in rows:
        _row(builder, cells, number)
    return builder.table()


def of_rows(rows: Iterable[Mapping[str, Any]], name: str = "the table") -> Table:
    """The table in rows of plain values by column, as a notebook has them; None and NaN are empty.

    Raises InputError.
    """
    builder = Builder(Path(name))
    for number, row in enumerate(rows, 1):
        _check(builder, list(row))
        _row(builder, {column: _text(value) for column, value in row.items()}, number)
    return builder.table()


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value)


def _check(builder: Builder, columns: list[str]) -> None:
    for name in NEEDED:
        if name not in columns:
            advice = f"The first row names columns: {', '.join(NEEDED)}; others are {', '.join(OTHERS)}."
            raise builder.wrong("there is no such column.", 1, name, advice)
    for name in columns:
        if columns.count(name) > 1 or name not in COLUMNS:
            advice = f"Columns are {', '.join(COLUMNS)}, each once."
            raise builder.wrong("this column is not known, or there twice.", 1, name, advice)


def _row(builder: Builder, raw: Given, row: int) -> None:
    given = {name: text if name == "label" else text.strip() for name, text in raw.items()}
    what, issue, actor = given.get("what") or "position", given.get("issue", ""), given.get("actor", "")
    label, place = given.get("label", ""), given.get("position", "")
    if what not in _KINDS:
        raise builder.wrong(f"{what[:40]!r} is no kind of row.", row, "what", f"Write one of {', '.join(_KINDS)}.")
    if what == "actor":
        return builder.party(actor, label, row)
    if what == "issue":
        return builder.scale(issue, label, row)
    if issue and issue not in builder.scales:
        builder.scale(issue, issue, row)
    if what == "option":
        return builder.mark(issue, place, label, row)
    if what == "reference":
        return builder.reference(issue, place, row)
    if actor and actor not in builder.parties:
        builder.party(actor, actor, row)
    return builder.stake(given, row)


def written(table: Table) -> str:
    """A table as the text of a file."""
    return in_rows(_rows(table))


def in_rows(rows: Iterator[Given]) -> str:
    """Rows by column as the text of a file."""
    return tables.written(rows, COLUMNS)


def _rows(table: Table) -> Iterator[Given]:
    for party in table.parties:
        yield {"what": "actor", "actor": party.id, "label": party.name}
    for scale in table.scales:
        yield {"what": "issue", "issue": scale.id, "label": scale.name}
        for mark in scale.marks:
            yield {"what": "option", "issue": scale.id, "position": plain(mark.place), "label": mark.label}
        if scale.reference is not None:
            yield {"what": "reference", "issue": scale.id, "position": plain(scale.reference)}
    for one in table.stakes:
        yield {
            "what": "position",
            "issue": one.issue,
            "actor": one.party,
            "position": plain(one.position),
            "salience": plain(one.salience),
            "capability": plain(one.capability),
            "red_line": plain(one.red_line),
            "spread": plain(one.spread or None),
        }
