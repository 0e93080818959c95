"""Communities: groups that agree within and disagree, or have nothing to do, with each other."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

import igraph
import numpy as np

from onrecord.analyse._networks._counts import Floats
from onrecord.analyse._networks._network import Network
from onrecord.errors import InputError

Groups = tuple[int, ...]
TRIES = 10
STARTS = (None, 2, None, 3)  # groups of a random start; from single nodes (None) alone, small networks get stuck


def communities(network: Network, seed: int = 0, tries: int = TRIES) -> Groups:
    """The community of each row of a one-mode network: 1 for the largest, 0 for those without any tie.

    The Leiden algorithm (Traag, Waltman and van Eck 2019) looks for the highest modularity, in the form that Gómez,
    Jensen and Arenas (2009) gave it for ties that can be negative; the best of `tries` runs from different starts
    counts. The same network and seed give the same communities. Raises InputError for a two-mode network.
    """
    if network.two_mode:
        advice = "Find communities among speakers, or among options."
        raise InputError("a two-mode network has no communities here.", path="networks", field="between", advice=advice)
    gain = modularity_matrix(network.signed)
    tied = np.flatnonzero(np.abs(network.matrix).sum(axis=1))
    if not len(tied):
        return (0,) * len(network.rows)
    found = _leiden(gain[np.ix_(tied, tied)], seed, tries)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for at, group in zip(tied, found, strict=True):
        groups[group].append(int(at))
    of = dict.fromkeys(range(len(network.rows)), 0)
    for number, members in enumerate(sorted(groups.values(), key=lambda group: (-len(group), group)), 1):
        of |= dict.fromkeys(members, number)
    return tuple(of[at] for at in range(len(network.rows)))


def modularity(matrix: Floats, groups: Groups) -> float:
    """How far ties are within groups rather than between them, beyond what the strengths of the nodes make likely.

    -1 to 1; 0 when groups mean nothing. Ties that are negative count against a group (Gómez, Jensen and Arenas 2009,
    Analysis of community structure in networks of correlated data); without any it is Newman's modularity.
    """
    labels = np.array(groups)
    same = labels[:, None] == labels[None, :]
    return float(modularity_matrix(matrix)[same].sum())


def modularity_matrix(matrix: Floats) -> Floats:
    """What it adds to the modularity to have two nodes in one group."""
    total = np.abs(matrix).sum()
    if total == 0:
        return np.zeros_like(matrix)
    surplus = matrix - _expected(np.maximum(matrix, 0)) + _expected(np.maximum(-matrix, 0))
    gain: Floats = surplus / total
    return gain


def _expected(matrix: Floats) -> Floats:
    """Ties as the strengths alone would have them."""
    strength = matrix.sum(axis=1)
    total = strength.sum()
    expected: Floats = np.outer(strength, strength) / (total or 1.0)
    return expected


def _leiden(gain: Floats, seed: int, tries: int) -> list[int]:
    """The grouping with the highest sum of gains: Leiden on the modularity matrix itself, at resolution 0, where the
    constant Potts model is just that sum; from single nodes and from random groups."""
    graph: Any = igraph.Graph.Weighted_Adjacency(gain, mode="undirected", loops=False)
    best: list[int] = []
    highest = -np.inf
    try:
        for attempt in range(tries):
            chance = random.Random(f"{seed} {attempt}")
            igraph.set_random_number_generator(chance)
            groups = STARTS[attempt % len(STARTS)]
            start = [chance.randrange(groups) for _ in gain] if groups else None
            found = graph.community_leiden(
                objective_function="CPM", weights="weight", resolution=0.0, n_iterations=-1, initial_membership=start
            ).membership
            reached = float(gain[np.equal.outer(found, found)].sum())
            if reached > highest + 1e-12:
                best, highest = found, reached
    finally:
        igraph.set_random_number_generator(random)
    return best
