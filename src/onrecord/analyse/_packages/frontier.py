"""All packages that are acceptable, and those of them that nobody could better without making another worse off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse._packages.problem import Floats, Problem
from onrecord.analyse._packages.solver import TIGHT

MOST = 2_000_000  # packages that are looked at one by one
COMPARED = 20_000  # acceptable ones that are compared with each other
_AT_ONCE = 200_000

Packages = NDArray[np.intp]


def listed(problem: Problem) -> Packages | None:
    """The acceptable packages (packages × issues, an option's number each); None where there are more than MOST
    packages to look at."""
    if problem.packages > MOST:
        return None
    found = [_acceptable(problem, block) for block in _blocks(problem)]
    return np.concatenate(found)


def worths(problem: Problem, packages: Packages) -> Floats:
    """What packages are worth: packages × parties."""
    total = np.zeros((len(packages), len(problem.parties)))
    for issue, worth in enumerate(problem.worth):
        total += worth[packages[:, issue]]
    return total


def efficient(problem: Problem, packages: Packages) -> Packages | None:
    """The packages of a list that no other of it betters for one of those who must agree without loss to another of
    them (Pareto); None where there are more than COMPARED."""
    if len(packages) > COMPARED:
        return None
    worth = worths(problem, packages)[:, problem.must]
    order = np.argsort(-worth.sum(axis=1), kind="stable")  # what betters another is worth more in sum, and comes before
    kept: list[int] = []
    for number in order:
        gain: Floats = worth[np.array(kept, dtype=np.intp)] - worth[number]
        if not np.any((gain.min(axis=1) >= -TIGHT) & (gain.max(axis=1) > TIGHT)):
            kept.append(int(number))
    return packages[kept]


def _blocks(problem: Problem) -> Iterator[Packages]:
    every = product(*(range(len(options)) for options in problem.options))
    while block := list(islice(every, _AT_ONCE)):
        yield np.array(block, dtype=np.intp)


def _acceptable(problem: Problem, packages: Packages) -> Packages:
    kept = np.ones(len(packages), dtype=bool)
    for issue, beyond in enumerate(problem.beyond):
        farthest: Floats = beyond[:, problem.must].max(axis=1)
        kept &= farthest[packages[:, issue]] <= 0
    for clash in problem.clashes:
        if problem.must[clash.party]:
            kept &= ~((packages[:, clash.one[0]] == clash.one[1]) & (packages[:, clash.other[0]] == clash.other[1]))
    worth = worths(problem, packages)
    kept &= (worth[:, problem.must] >= problem.without[problem.must] - TIGHT).all(axis=1)
    return packages[kept]
