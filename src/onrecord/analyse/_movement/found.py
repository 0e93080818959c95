"""All that a table comes to: the courses of its sides, to read, draw and write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import tables
from onrecord.analyse._movement.chart import chart
from onrecord.analyse._movement.courses import Choice, Course, movement
from onrecord.analyse._movement.rows import MOVES, move_rows, stance_rows
from onrecord.analyse._movement.source import Source, sayings_of
from onrecord.analyse._movement.table import Saying
from onrecord.analyse._written import write


@dataclass(frozen=True, slots=True)
class Movement:
    """A table and the courses in it, by option and side."""

    table: tuple[Saying, ...]
    courses: tuple[Course, ...]

    def moves(self) -> list[dict[str, Any]]:
        """A row for each move, by date, with both statements."""
        return move_rows(self.courses, self.table)

    def stances(self) -> list[dict[str, Any]]:
        """A row for each stance of a side on an option: when it was first and last taken, and in which statements."""
        return stance_rows(self.courses)

    def csv(self) -> str:
        """The moves as CSV."""
        return tables.written(self.moves(), MOVES)

    def chart(self) -> dict[str, Any]:
        """A Vega-Lite specification: a row for each side, a mark for each statement, a bar where it moved."""
        return chart(self.courses, self.table)

    def write(self, path: Path | str) -> None:
        """Write the moves as `F.csv` or `F.jsonl`, the chart as `F.svg`, `F.png` or `F.vl.json`. Raises InputError."""
        write(Path(path), self.moves(), MOVES, self.chart)


def found(source: Source, choice: Choice | None = None) -> Movement:
    """The movement in a record, a file or rows. Raises InputError for what cannot be used."""
    table = sayings_of(source)
    return Movement(table, movement(table, choice))
