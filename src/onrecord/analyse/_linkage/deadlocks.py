"""Deadlocks: options that wait for each other in a circle, by conditions of different sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import networkx

from onrecord.analyse._linkage.graph import Arrow, graph

LONGEST = 6  # options in a circle; a longer one is several quarrels, and nobody reads it
MOST = 1_000  # circles; a dense graph has more than can be told


@dataclass(frozen=True, slots=True)
class Deadlock:
    """A circle of options, each waiting for the one before it and the first for the last.

    `arrows` are its conditions in that order and `sides` who holds them. Where one side holds them all (`own`), it
    contradicts itself, and no other side is needed to block it.
    """

    options: tuple[str, ...]
    arrows: tuple[Arrow, ...]
    sides: tuple[str, ...]
    own: bool


def deadlocks(arrows: Iterable[Arrow]) -> tuple[tuple[Deadlock, ...], bool]:
    """The circles of at most `LONGEST` options, those between sides first, then the shortest; and whether these are all
    (there may be more than `MOST`, or longer ones). After Johnson (1975), SIAM Journal on Computing 4:77."""
    by_ends = {(arrow.needs, arrow.option): arrow for arrow in arrows}
    named = graph(by_ends.values())
    names = list(named)
    made = networkx.convert_node_labels_to_integers(named)  # which of too many are told must not hang on hashes
    circles = list(islice(networkx.simple_cycles(made, length_bound=LONGEST), MOST + 1))
    found = [_deadlock([names[at] for at in circle], by_ends) for circle in circles[:MOST]]
    largest = max((len(part) for part in networkx.strongly_connected_components(made)), default=0)
    found.sort(key=lambda one: (one.own, len(one.options), one.options))
    return tuple(found), len(circles) <= MOST and largest <= LONGEST


def _deadlock(circle: list[str], by_ends: dict[tuple[str, str], Arrow]) -> Deadlock:
    start = circle.index(min(circle))
    options = (*circle[start:], *circle[:start])
    arrows = tuple(by_ends[ends] for ends in zip(options, (*options[1:], options[0]), strict=True))
    sides = tuple(sorted({side for arrow in arrows for side in arrow.sides}))
    own = any(all(side in arrow.sides for arrow in arrows) for side in sides)
    return Deadlock(options, arrows, sides, own)
