"""Conditions that tie issues to each other: a party gives way here only for something there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx

from onrecord.analyse._outcomes.nouns import HIGHEST, LOWEST, Scale, Table
from onrecord.analyse._tables import Row, read_rows, rows_of

COLUMNS = ("actor", "option", "needs")


@dataclass(frozen=True, slots=True)
class Place:
    """A place on an issue's scale."""

    issue: str
    at: float


@dataclass(frozen=True, slots=True)
class Tie:
    """`party` goes as far from its position as `option`, or farther, only where the other issue ends at `needs` or
    nearer to its position there."""

    party: str
    option: Place
    needs: Place


def read(source: Path | Iterable[Mapping[str, Any]], table: Table) -> tuple[Tie, ...]:
    """The conditions in a CSV or TSV file, or in rows of plain values: `actor`, `option`, `needs`.

    An option is written as ISSUE=LABEL or ISSUE=PLACE: "troops=all of them", "troops=100". Raises InputError with the
    row and the field for what the table doesn't know, and for conditions of one party that wait for each other.
    """
    path: Path | str = source if isinstance(source, Path) else "the conditions"
    rows = read_rows(source, COLUMNS, COLUMNS) if isinstance(source, Path) else rows_of(source, path)
    found = [(_tie(row, table), row) for row in rows]
    _no_circle(found)
    return tuple(tie for tie, _ in found)


def _tie(row: Row, table: Table) -> Tie:
    party = row.needed("actor")
    if party not in {known.id for known in table.parties}:
        known = ", ".join(one.id for one in table.parties)
        raise row.wrong(f"there is no actor {party!r}.", "actor", f"Known actors: {known}.")
    tie = Tie(party, _place(row, "option", table.scales), _place(row, "needs", table.scales))
    if tie.option.issue == tie.needs.issue:
        raise row.wrong("both are of one issue.", "needs", "Name an option of another issue.")
    stakes = {one.issue for one in table.stakes if one.party == party}
    for field, place in (("option", tie.option), ("needs", tie.needs)):
        if place.issue not in stakes:
            raise row.wrong(f"{party!r} has no position on {place.issue!r}.", field, "Give it one in the table.")
    return tie


def _place(row: Row, field: str, scales: Sequence[Scale]) -> Place:
    issue, equals, told = (part.strip() for part in row.needed(field).partition("="))
    scale = next((one for one in scales if one.id == issue), None)
    if scale is None or not equals:
        known = ", ".join(one.id for one in scales)
        raise row.wrong(f"there is no issue {issue!r}.", field, f"Write ISSUE=LABEL or ISSUE=PLACE. Issues: {known}.")
    marked = {mark.place for mark in scale.marks if mark.label.strip().casefold() == told.casefold()}
    if len(marked) > 1:
        raise row.wrong(f"{told!r} is the label of two places.", field, f"Write the place, as {issue}=50.")
    if marked:
        return Place(issue, marked.pop())
    try:
        at = float(told)
    except ValueError:
        at = float("nan")
    if not LOWEST <= at <= HIGHEST:
        known = ", ".join(mark.label for mark in scale.marks) or "none has a label"
        raise row.wrong(f"{told!r} is neither an option of {issue!r} nor a place from 0 to 100.", field, known + ".")
    return Place(issue, at)


def _no_circle(found: Sequence[tuple[Tie, Row]]) -> None:
    """Refuse conditions of a party by which it gives way on each issue only for the other. Each could be met by itself,
    so this is a fault of how they are written and not of what they ask."""
    for party in dict.fromkeys(tie.party for tie, _ in found):
        own = [(tie, row) for tie, row in found if tie.party == party]
        graph = networkx.DiGraph((tie.option.issue, tie.needs.issue) for tie, _ in own)
        for tie, row in own:
            if networkx.has_path(graph, tie.needs.issue, tie.option.issue):
                circle = networkx.shortest_path(graph, tie.needs.issue, tie.option.issue)
                raise row.wrong(
                    f"the conditions of {party!r} wait for each other: {' → '.join([tie.option.issue, *circle])}.",
                    "needs",
                    "Take one of them out.",
                )
