"""What would have to give: the fewest concessions that make some package acceptable to all who must agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from onrecord.analyse._packages.problem import Problem
from onrecord.analyse._packages.solver import TIGHT, Model


@dataclass(frozen=True, slots=True)
class Concession:
    """A party moves its red line on an issue to `place`, drops a condition (`tie`, by its number), or takes a package
    that is worth `short` less to it than no agreement."""

    kind: Literal["red line", "condition", "worth"]
    party: int
    issue: int | None = None
    place: float | None = None
    tie: int | None = None
    short: float | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A package, and what has to be conceded for it; nothing where it is acceptable as it is."""

    package: tuple[int, ...]
    concessions: tuple[Concession, ...]


def fewest(problem: Problem) -> Way:
    """The package that takes the fewest concessions; of several, the one where they go least far, each weighed by how
    much the issue matters to who concedes."""
    model = Model(problem)
    made: list[int] = []
    costs: dict[int, float] = {}
    for issue, beyond in enumerate(problem.beyond):
        for party in np.flatnonzero(problem.must & (beyond > 0).any(axis=0)):
            moved = model.variable(0, 1, whole=True)
            made.append(moved)
            for number in np.flatnonzero(beyond[:, party] > 0):
                option = model.option(issue, int(number))
                model.row({option: 1.0, moved: -1.0}, -np.inf, 0)
                weight = float(problem.worth[issue].max(axis=0)[party])
                costs[option] = costs.get(option, 0.0) + weight * float(beyond[number, party]) / 100
    dropped = {number: model.variable(0, 1, whole=True) for number in {clash.tie for clash in problem.clashes}}
    made += dropped.values()
    for clash in problem.clashes:
        if problem.must[clash.party]:
            weights = {model.option(*clash.one): 1.0, model.option(*clash.other): 1.0, dropped[clash.tie]: -1.0}
            model.row(weights, -np.inf, 1)
    for party in np.flatnonzero(problem.must):
        yields, short = model.variable(0, 1, whole=True), model.variable(0, 1)
        made.append(yields)
        costs[short] = 1.0
        model.row({short: 1.0, yields: -1.0}, -np.inf, 0)
        model.row(model.worth(int(party)) | {short: 1.0}, float(problem.without[party]) - TIGHT, np.inf)
    few = model.solve(dict.fromkeys(made, -1.0))
    assert few is not None, "who concedes everything accepts every package"
    model.row(dict.fromkeys(made, 1.0), -np.inf, round(float(few[made].sum())) + 0.5)
    near = model.solve({variable: -cost for variable, cost in costs.items()})
    package = model.package(few if near is None else near)
    return Way(package, tuple(needed(problem, package)))


def needed(problem: Problem, package: tuple[int, ...]) -> list[Concession]:
    """What those who must agree have to concede for a package."""
    found = []
    for issue, (number, beyond) in enumerate(zip(package, problem.beyond, strict=True)):
        for party in np.flatnonzero(problem.must & (beyond[number] > 0)):
            place = problem.options[issue][number].place
            found.append(Concession("red line", int(party), issue=issue, place=place))
    chosen = set(enumerate(package))
    broken = {
        (clash.tie, clash.party)
        for clash in problem.clashes
        if problem.must[clash.party] and {clash.one, clash.other} <= chosen
    }
    found += [Concession("condition", party, tie=tie) for tie, party in sorted(broken)]
    short = problem.without - problem.worth_of(package)
    for party in np.flatnonzero(problem.must & (short > 2 * TIGHT)):
        found.append(Concession("worth", int(party), short=float(short[party])))
    return found
