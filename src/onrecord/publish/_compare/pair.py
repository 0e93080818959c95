"""Two outlets, sides or weeks next to each other. static/compare-pair.js does the same with the same rows."""

from __future__ import annotations

from onrecord.publish._compare.by_place import ByPlace
from onrecord.publish._compare.by_side import BySide
from onrecord.publish._compare.figures import KINDS, Kind, figures
from onrecord.publish._compare.pairing import Pairing, names
from onrecord.publish._compare.parts import Pair
from onrecord.publish._compare.rows import Rows


def pair(rows: Rows, kind: Kind, both: tuple[int, int]) -> Pair:
    """Compare two outlets, sides or weeks, each given by its number."""
    made: Pairing = BySide(rows, kind, both) if kind == "sides" else ByPlace(rows, kind, both)
    groups = made.groups()
    counted = [group for key in ("stands", "positions") for group in groups.get(key, ())]
    numbers = {name: sum(len(getattr(group, name)) for group in counted) for name in ("both", "one", "other")}
    sections = [made.section(key, found) for key, found in groups.items()]
    lead = made.phrase(made.words["lead"], **numbers)
    return Pair(kind, *made.names, lead, figures(rows, kind, both), sections)


def default(rows: Rows, kind: Kind) -> tuple[int, int] | None:
    """The two that are shown first: the outlets with most articles, the sides with most statements, the last weeks."""
    last = len(names(rows, kind)) - 1
    if last < 1:
        return None
    return (last - 1, last) if kind == "weeks" else (0, 1)


def defaults(rows: Rows) -> list[Pair]:
    """The first pair of each kind that has two."""
    return [pair(rows, kind, both) for kind in KINDS if (both := default(rows, kind))]
