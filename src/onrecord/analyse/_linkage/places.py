"""Where the options of a picture of linkage stand: layers from left to right, few crossings within them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx

from onrecord.analyse._linkage.graph import Arrow, graph
from onrecord.analyse._linkage.order import Order

SWEEPS = 8  # passes over the layers; after a few nothing moves any more
Places = dict[str, tuple[int, float]]


def places(arrows: Sequence[Arrow], order: Order, shown: Sequence[str]) -> Places:
    """The layer of each option shown, from 0, and its row in it; the rows of a layer lie around 0.

    A layer is the longest way of waiting, once the conditions that the order breaks are taken out. Within a layer an
    option stands near those that it has arrows with (the barycentre method of Sugiyama, Tagawa & Toda 1981).
    """
    kept = graph(arrow for arrow in arrows if arrow not in order.broken)
    layer_of = {option: at for at, of in enumerate(networkx.topological_generations(kept)) for option in of}
    layers: dict[int, list[str]] = {}
    for option in shown:
        layers.setdefault(layer_of.get(option, 0), []).append(option)
    beside: dict[str, list[str]] = {option: [] for option in shown}
    for arrow in arrows:
        if arrow.option in beside and arrow.needs in beside:
            beside[arrow.option].append(arrow.needs)
            beside[arrow.needs].append(arrow.option)
    found = _rows(layers)
    for _ in range(SWEEPS):
        for at, layer in layers.items():
            layers[at] = sorted(layer, key=lambda option: _middle(option, beside[option], found))
        found = _rows(layers)
    return found


def _rows(layers: Mapping[int, Sequence[str]]) -> Places:
    return {
        option: (at, row - (len(layer) - 1) / 2) for at, layer in layers.items() for row, option in enumerate(layer)
    }


def _middle(option: str, beside: Sequence[str], found: Places) -> float:
    rows = [found[other][1] for other in beside]
    return sum(rows) / len(rows) if rows else found[option][1]
