"""All that the conditions of a table come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from onrecord import tables
from onrecord.analyse._linkage.awaited import Awaited, awaited
from onrecord.analyse._linkage.chart import chart
from onrecord.analyse._linkage.deadlocks import Deadlock, deadlocks
from onrecord.analyse._linkage.graph import Arrow, arrows
from onrecord.analyse._linkage.order import Order, order
from onrecord.analyse._linkage.source import Source, conditions_of
from onrecord.analyse._linkage.table import Condition
from onrecord.analyse._written import write

ARROWS = ("option", "needs", "sides", "kinds", "first", "last", "deadlock", "broken", "statements")


@dataclass(frozen=True, slots=True)
class Linkage:
    """The arrows, the deadlocks among them (`complete`: none is left out), what most wait for, and an order."""

    arrows: tuple[Arrow, ...]
    deadlocks: tuple[Deadlock, ...]
    complete: bool
    awaited: tuple[Awaited, ...]
    order: Order

    def rows(self) -> list[dict[str, Any]]:
        """A row for each arrow with the columns of `ARROWS`; `deadlock` says whether it is part of one between sides,
        `broken` whether the order of settling breaks it."""
        held = {arrow for one in self.deadlocks if not one.own for arrow in one.arrows}
        return [
            {
                "option": arrow.option,
                "needs": arrow.needs,
                "sides": list(arrow.sides),
                "kinds": list(arrow.kinds),
                "first": arrow.first,
                "last": arrow.last,
                "deadlock": arrow in held,
                "broken": arrow in self.order.broken,
                "statements": list(arrow.statements),
            }
            for arrow in self.arrows
        ]

    def values(self) -> dict[str, Any]:
        """All of it as plain values, for another program."""
        named = {arrow: number for number, arrow in enumerate(self.arrows)}
        return {
            "arrows": self.rows(),
            "deadlocks": [
                {
                    "options": list(one.options),
                    "sides": list(one.sides),
                    "own": one.own,
                    "arrows": [named[arrow] for arrow in one.arrows],
                }
                for one in self.deadlocks
            ],
            "all_deadlocks": self.complete,
            "awaited": [asdict(one) | {"sides": list(one.sides)} for one in self.awaited],
            "order": {
                "options": list(self.order.options),
                "broken": [named[arrow] for arrow in self.order.broken],
                "conditions": self.order.conditions,
                "exact": self.order.exact,
                "at_least": self.order.at_least,
            },
        }

    def csv(self) -> str:
        """The arrows as CSV."""
        return tables.written(self.rows(), ARROWS)

    def chart(self, names: Mapping[str, str] | None = None) -> dict[str, Any]:
        """A Vega-Lite specification: what comes first on the left, arrows to what waits for it. `names` are what to
        call options instead of their ids."""
        return chart(self.arrows, self.deadlocks, self.order, names)

    def write(self, path: Path | str) -> None:
        """Write the arrows as `F.csv` or `F.jsonl`, the chart as `F.svg`, `F.png` or `F.vl.json`. Raises InputError."""
        write(Path(path), self.rows(), ARROWS, self.chart)


def found(source: Source) -> Linkage:
    """The linkage in a record, a file or rows. Raises InputError for what cannot be used."""
    return linkage(conditions_of(source))


def linkage(table: Iterable[Condition]) -> Linkage:
    """What waits for what in a table of conditions, what blocks, and an order that breaks the fewest of them."""
    found = arrows(table)
    circles, complete = deadlocks(found)
    return Linkage(found, circles, complete, awaited(found), order(found))
