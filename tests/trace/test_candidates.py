"""Candidates are those that all pairs looked at one by one would give, whatever the blocks they are counted in."""

from __future__ import annotations

from itertools import combinations
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.trace import _candidates, _postings
from onrecord.trace._candidates import MANY, SHARED, candidates

PRINTS = st.lists(st.sets(st.integers(0, 30), max_size=8), min_size=1, max_size=20)


def arrays(prints: list[set[int]]) -> list[np.typing.NDArray[np.uint64]]:
    return [np.array(sorted(held), dtype=np.uint64) for held in prints]


def by_looking_at_all(prints: list[set[int]], families: list[int]) -> list[tuple[int, int]]:
    held: dict[int, set[int]] = {}
    for family, own in zip(families, prints, strict=True):
        held.setdefault(family, set()).update(own)
    common = {one for own in held.values() for one in own if sum(one in other for other in held.values()) > MANY}
    near = {(one, other) for one, other in combinations(held, 2) if len((held[one] & held[other]) - common) >= SHARED}
    return [
        (a, b)
        for a, b in combinations(range(len(prints)), 2)
        if families[a] == families[b] or {(families[a], families[b]), (families[b], families[a])} & near
    ]


@given(PRINTS, st.data(), st.sampled_from([1, 3, 1 << 21]))
def test_candidates_are_those_of_all_pairs(prints: list[set[int]], data: st.DataObject, block: int) -> None:
    # given articles of which each is of its own family or of that of one before it
    families: list[int] = []
    for number in range(len(prints)):
        of = data.draw(st.integers(0, number))
        families.append(families[of] if of < number else number)
    # when they are counted in blocks
    with patch.object(_candidates, "_BLOCK", block), patch.object(_postings, "_BLOCK", block):
        found = list(candidates(arrays(prints), np.array(families, dtype=np.int32)))
    # then
    assert found == by_looking_at_all(prints, families)
