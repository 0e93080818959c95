"""An order of settling the options that breaks the fewest conditions: the minimum feedback arc set.

Circles lie within strongly connected parts, so each part is ordered by itself and the parts by what waits for what.
A part of up to 20 options is ordered exactly, by dynamic programming over its subsets (Lawler 1964, Management Science
10:594); a larger one by the heuristic of Eades, Lin & Smyth (1993, Information Processing Letters 47:319), mended by
moving single options as long as that helps, with a bound below which no order can come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx
import numpy as np
from numpy.typing import NDArray

from onrecord.analyse._linkage.graph import Arrow, Graph, graph
from onrecord.analyse._linkage.greedy import at_least, greedy

EXACT = 20  # options in a part; twice the memory and time for each more

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Order:
    """Options in an order of settling, with the arrows that it breaks: something is settled before what it waits for.

    `conditions` counts those by the sides that hold them. No order breaks fewer than `at_least`; where the order is
    `exact`, that is the number it breaks.
    """

    options: tuple[str, ...]
    broken: tuple[Arrow, ...]
    conditions: int
    exact: bool
    at_least: int


def order(arrows: Iterable[Arrow], exact_up_to: int = EXACT) -> Order:
    """The order that breaks the fewest conditions, each side's counting once for an arrow.

    Among equals, what more options wait for comes first, then what comes first by name.
    """
    arrows = tuple(arrows)
    made = graph(arrows)
    whole = networkx.condensation(made)
    first = {part: (-len(networkx.descendants(whole, part)), min(whole.nodes[part]["members"])) for part in whole}
    options: list[str] = []
    bound, exact = 0, True
    for part in networkx.lexicographical_topological_sort(whole, key=first.__getitem__):
        inner = made.subgraph(whole.nodes[part]["members"])
        names = sorted(inner, key=lambda name: (-made.out_degree(name), name))
        if len(names) <= exact_up_to:
            placed = exactly(_weights(inner, names))
            options += (names[at] for at in placed)
            bound += _cost(inner, [names[at] for at in placed])
        else:
            options += greedy(inner, names)
            bound, exact = bound + at_least(inner), False
    place = {option: number for number, option in enumerate(options)}
    broken = tuple(arrow for arrow in arrows if place[arrow.option] < place[arrow.needs])
    conditions = sum(len(arrow.sides) for arrow in broken)
    return Order(tuple(options), broken, conditions, exact or conditions == bound, bound)


def exactly(weights: Ints) -> list[int]:
    """The order of 0 … n - 1 that breaks the least: `weights[a, b]` is broken when b comes before a."""
    n = len(weights)
    added = _added(weights)
    subsets = np.arange(1 << n, dtype=np.int32)
    sizes = _sizes(n)
    rest = np.zeros(1 << n, dtype=np.int32)  # what placing all that is not in a subset breaks at least
    for size in range(n - 1, -1, -1):
        placed = subsets[sizes == size]
        best = np.full(len(placed), np.iinfo(np.int32).max, dtype=np.int32)
        for option in range(n):
            free = (placed >> option) & 1 == 0
            which = placed[free]
            best[free] = np.minimum(best[free], added[option][which] + rest[which | 1 << option])
        rest[placed] = best
    return _read_back(n, added, rest)


def _read_back(n: int, added: Sequence[Ints], rest: Ints) -> list[int]:
    found: list[int] = []
    placed = 0
    while len(found) < n:
        free = (option for option in range(n) if not placed >> option & 1)
        step = next(o for o in free if added[o][placed] + rest[placed | 1 << o] == rest[placed])
        found.append(step)
        placed |= 1 << step
    return found


def _added(weights: Ints) -> list[Ints]:
    """For each option and each subset that is placed before it, what placing it breaks."""
    found = []
    for option in range(len(weights)):
        kept = np.zeros(1, dtype=np.int32)
        for other in range(len(weights)):
            kept = np.concatenate([kept, kept + weights[other, option]])
        found.append(kept[-1] - kept - weights[option, option])
    return found


def _sizes(n: int) -> Ints:
    found = np.zeros(1, dtype=np.int32)
    for _ in range(n):
        found = np.concatenate([found, found + 1])
    return found


def _weights(inner: Graph, names: Sequence[str]) -> Ints:
    at = {name: number for number, name in enumerate(names)}
    found = np.zeros((len(names), len(names)), dtype=np.int32)
    for needs, option, weight in inner.edges(data="weight"):
        found[at[needs], at[option]] = weight
    return found


def _cost(inner: Graph, names: Sequence[str]) -> int:
    place = {name: number for number, name in enumerate(names)}
    return sum(weight for needs, option, weight in inner.edges(data="weight") if place[option] < place[needs])
