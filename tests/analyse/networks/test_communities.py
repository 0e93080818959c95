"""Communities: the best there are, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analyse._networks import Choice, Network, communities, find, modularity, network
from onrecord.analyse._networks._communities import Groups
from onrecord.analyse._networks._counts import Floats
from onrecord.errors import InputError
from tests.analyse.networks.made import table, talks


def of(matrix: Floats) -> Network:
    """A network with this matrix."""
    names = tuple(f"party {number}" for number in range(len(matrix)))
    numbers = (1,) * len(matrix)
    return Network(names, names, matrix, numbers, numbers, Choice(), len(matrix), 0)


def partitions(size: int) -> Iterator[Groups]:
    """All ways to group so many nodes."""
    if size == 0:
        yield ()
        return
    for rest in partitions(size - 1):
        for group in range(1, max(rest, default=0) + 2):
            yield (*rest, group)


@settings(deadline=None, max_examples=15, derandomize=True)
@given(st.lists(st.floats(-3, 3, allow_nan=False).map(lambda tie: round(tie, 3)), min_size=15, max_size=15))
def test_no_other_grouping_has_a_higher_modularity(ties: list[float]) -> None:
    # given six parties with any ties, then of all 203 groupings none is clearer than the one found
    matrix = np.zeros((6, 6))
    matrix[np.triu_indices(6, 1)] = ties
    matrix += matrix.T

    found = communities(of(matrix))

    best = max(modularity(matrix, groups) for groups in partitions(6))
    assert modularity(matrix, found) == pytest.approx(best, abs=1e-9)


def test_without_negative_ties_modularity_is_newmans() -> None:
    graph = networkx.karate_club_graph()
    matrix = networkx.to_numpy_array(graph)
    groups = communities(of(matrix))
    members = [{at for at in graph if groups[at] == group} for group in set(groups)]

    assert modularity(matrix, groups) == pytest.approx(networkx.community.modularity(graph, members))
    assert modularity(matrix, groups) == pytest.approx(0.4449, abs=1e-4)  # the highest there is (Brandes et al. 2008)


def test_camps_that_contradict_each_other_are_communities_and_who_has_no_tie_is_in_none() -> None:
    claims = table(
        *[(side, "toll", 1) for side in ("Orlund", "Salmera", "Plough Party")],
        *[(side, "toll", 0) for side in ("Karshevia", "Uzmarat")],
        ("Sarne Guard", "ferry", 1),
    )

    found = network(claims)

    groups = dict(zip(found.rows, communities(found), strict=True))
    assert groups == {"Orlund": 1, "Salmera": 1, "Plough Party": 1, "Karshevia": 2, "Uzmarat": 2, "Sarne Guard": 0}


def test_where_conflict_alone_is_counted_those_who_clash_are_in_no_community_together() -> None:
    claims = table(*[(f"party {at}", option, int(at < 3)) for at in range(6) for option in ("toll", "bridge")])

    found = find(claims, Choice(measure="conflict"))

    groups = dict(zip(found.network.rows, found.groups, strict=True))
    assert all(groups[f"party {one}"] != groups[f"party {other}"] for one in range(3) for other in range(3, 6))
    assert found.modularity is not None
    assert found.modularity >= 0


def test_communities_are_the_same_whatever_was_drawn_before_and_draw_nothing_of_others() -> None:
    rng = np.random.default_rng(3)
    matrix = rng.normal(size=(30, 30))
    matrix = np.triu(matrix, 1) + np.triu(matrix, 1).T
    random.seed(1)
    first, after = communities(of(matrix)), random.random()
    random.seed(1)

    assert random.random() == after
    random.seed(99)
    assert communities(of(matrix)) == first


def test_a_network_without_ties_has_no_community_and_modularity_nought() -> None:
    empty = of(np.zeros((3, 3)))

    assert communities(empty) == (0, 0, 0)
    assert modularity(empty.matrix, (1, 1, 1)) == 0


def test_a_two_mode_network_has_none() -> None:
    found = network(talks(), Choice(between="both"))

    with pytest.raises(InputError, match="no communities"):
        communities(replace(found))
