"""Conditions as a graph: options are nodes, and an arrow leads from what has to come first to what waits for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import networkx

from onrecord.analyse._linkage.table import Condition
from onrecord.model import ConditionKind

Graph: TypeAlias = "networkx.DiGraph[str]"


@dataclass(frozen=True, slots=True)
class Arrow:
    """`option` waits for `needs`: the sides that hold it so, the statements that show it, and how it binds."""

    option: str
    needs: str
    sides: tuple[str, ...]
    statements: tuple[str, ...]
    kinds: tuple[ConditionKind, ...]
    first: str | None
    last: str | None


def arrows(table: Iterable[Condition]) -> tuple[Arrow, ...]:
    """The arrows of a table, by option. A threat ("sanctions unless they withdraw") makes nothing wait, and is none."""
    groups: dict[tuple[str, str], list[Condition]] = defaultdict(list)
    for condition in table:
        if condition.kind != "threat":
            groups[condition.option, condition.needs].append(condition)
    return tuple(_arrow(*key, groups[key]) for key in sorted(groups))


def graph(found: Iterable[Arrow]) -> Graph:
    """The graph, each arrow weighing as many as the sides that hold it. Nodes come in the order of their names."""
    made: Graph = networkx.DiGraph()
    found = tuple(found)
    made.add_nodes_from(sorted({name for arrow in found for name in (arrow.option, arrow.needs)}))
    for arrow in found:
        made.add_edge(arrow.needs, arrow.option, weight=len(arrow.sides))
    return made


def _arrow(option: str, needs: str, held: list[Condition]) -> Arrow:
    dates = sorted(one.date for one in held if one.date)
    return Arrow(
        option=option,
        needs=needs,
        sides=tuple(sorted({one.side for one in held})),
        statements=tuple(dict.fromkeys(one.id for one in held)),
        kinds=tuple(sorted({one.kind for one in held})),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
