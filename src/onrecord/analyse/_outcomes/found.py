"""Forecasts with the table that they are of: to read, draw and write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import tables
from onrecord.analyse._outcomes.changes import Change, changed
from onrecord.analyse._outcomes.draws import SEED
from onrecord.analyse._outcomes.forecast import forecasts
from onrecord.analyse._outcomes.nouns import Table
from onrecord.analyse._outcomes.rows import rows
from onrecord.analyse._written import write


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`rows` as `rows.rows` makes them, the table after all changes, and the models that were asked (none: all)."""

    rows: list[dict[str, Any]]
    table: Table
    models: Sequence[str]

    def csv(self) -> str:
        """The rows as CSV."""
        return tables.written(self.rows, list(self.rows[0]))

    def chart(self) -> dict[str, Any]:
        """A Vega-Lite specification: who stands where, above the outcomes."""
        from onrecord.analyse._outcomes.chart import chart  # charts take a second to load

        specification: dict[str, Any] = chart(self.table, forecasts(self.table, self.models)).to_dict()
        return specification

    def write(self, path: Path | str) -> None:
        """Write the rows as `F.csv` or `F.jsonl`, the chart as `F.svg`, `F.png` or `F.vl.json`. Raises InputError."""
        write(Path(path), self.rows, list(self.rows[0]), self.chart)


def found(
    table: Table, models: Sequence[str] = (), changes: Sequence[Change] = (), count: int = 0, seed: int = SEED
) -> Outcomes:
    """What the models say of a table after changes; with draws when `count` is not 0. Raises InputError."""
    now = changed(table, changes) if changes else table
    return Outcomes(rows(table, models, changes, count, seed), now, models)
