"""The options that most others wait for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx

from onrecord.analyse._linkage.graph import Arrow, graph


@dataclass(frozen=True, slots=True)
class Awaited:
    """`direct` options wait for this one itself, `all` for it or for something that waits for it; `sides` make them."""

    option: str
    direct: int
    all: int
    sides: tuple[str, ...]


def awaited(arrows: Iterable[Arrow]) -> tuple[Awaited, ...]:
    """Every option that another waits for: the one that most wait for first, directly or through others."""
    arrows = tuple(arrows)
    made = graph(arrows)
    found = []
    for option in made:
        waiting = [arrow for arrow in arrows if arrow.needs == option]
        if waiting:
            sides = tuple(sorted({side for arrow in waiting for side in arrow.sides}))
            found.append(Awaited(option, len(waiting), len(networkx.descendants(made, option)), sides))
    return tuple(sorted(found, key=lambda one: (-one.all, -one.direct, one.option)))
