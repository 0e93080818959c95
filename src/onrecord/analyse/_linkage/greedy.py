"""Ordering a part with too many options to try all subsets, and how far from the best that can be."""

from __future__ import annotations

from collections.abc import Sequence

import networkx

from onrecord.analyse._linkage.graph import Graph

ROUNDS = 50  # of moving options; each makes the order better, and few are needed


def greedy(inner: Graph, names: Sequence[str]) -> list[str]:
    """An order of the options of a part after Eades, Lin & Smyth (1993), then each moved to where it breaks least."""
    left = dict.fromkeys(names)
    front: list[str] = []
    back: list[str] = []
    while left:
        last = next((name for name in left if not _weight(inner, name, left, out=True)), None)
        first = next((name for name in left if not _weight(inner, name, left, out=False)), None)
        taken = last or first or max(left, key=lambda name: _surplus(inner, name, left))
        (back if taken == last else front).append(taken)
        del left[taken]
    return _moved(inner, [*front, *reversed(back)])


def at_least(inner: Graph) -> int:
    """What no order can do without breaking: circles that share no condition cost one each. Found one after the other,
    taking from each circle's arrows what the least of them weighs."""
    left = networkx.DiGraph(inner)
    found = 0
    while True:
        try:
            circle = networkx.find_cycle(left)
        except networkx.NetworkXNoCycle:
            return found
        least = min(left.edges[edge[:2]]["weight"] for edge in circle)
        found += least
        for needs, option in (edge[:2] for edge in circle):
            weight = left.edges[needs, option]["weight"] - least
            left.remove_edge(needs, option)
            if weight:
                left.add_edge(needs, option, weight=weight)


def _moved(inner: Graph, order: list[str]) -> list[str]:
    for _ in range(ROUNDS):
        better = False
        for name in sorted(order):
            at = order.index(name)
            costs = _costs_of_places(inner, order, name)
            best = min(range(len(costs)), key=costs.__getitem__)
            if costs[best] < costs[at]:
                order.remove(name)
                order.insert(best, name)
                better = True
        if not better:
            break
    return order


def _costs_of_places(inner: Graph, order: Sequence[str], name: str) -> list[int]:
    """What the arrows of one option break with it at each place among the others."""
    others = [other for other in order if other != name]
    cost = sum(inner.edges[other, name]["weight"] for other in others if inner.has_edge(other, name))
    found = [cost]
    for other in others:
        if inner.has_edge(other, name):
            cost -= inner.edges[other, name]["weight"]
        if inner.has_edge(name, other):
            cost += inner.edges[name, other]["weight"]
        found.append(cost)
    return found


def _surplus(inner: Graph, name: str, left: dict[str, None]) -> int:
    return _weight(inner, name, left, out=True) - _weight(inner, name, left, out=False)


def _weight(inner: Graph, name: str, left: dict[str, None], *, out: bool) -> int:
    ends = ((name, other) if out else (other, name) for other in left if other != name)
    return sum(inner.edges[edge]["weight"] for edge in ends if inner.has_edge(*edge))
