"""Packages by mixed-integer programming (HiGHS, through SciPy): exact, however many packages there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from onrecord.analyse._packages.problem import Floats, Problem

TIGHT = 1e-9  # what two figures may differ by and be equal to the solver's purposes


@dataclass(slots=True)
class Model:
    """A package as binary variables, one for each option, of which each issue has one; others can be added.

    `offsets` are the numbers of each issue's first variable.
    """

    problem: Problem
    offsets: list[int] = field(default_factory=list)
    size: int = 0
    whole: list[bool] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for options in self.problem.options:
            self.offsets.append(self.size)
            for _ in options:
                self.variable(0, 1, whole=True)
            first = self.offsets[-1]
            self.row({first + number: 1.0 for number in range(len(options))}, 1, 1)

    def variable(self, lower: float, upper: float, *, whole: bool = False) -> int:
        """A new variable; its number."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(whole)
        self.size += 1
        return self.size - 1

    def row(self, weights: dict[int, float], low: float, high: float) -> None:
        """Ask that a weighted sum of variables lies between two values."""
        self.rows.append((weights, low, high))

    def option(self, issue: int, number: int) -> int:
        """The variable of an option."""
        return self.offsets[issue] + number

    def worth(self, party: int) -> dict[int, float]:
        """What the package is worth to a party, as weights of variables."""
        return {
            self.option(issue, number): float(value)
            for issue, worth in enumerate(self.problem.worth)
            for number, value in enumerate(worth[:, party])
        }

    def solve(self, objective: dict[int, float]) -> Floats | None:
        """The values of all variables where a weighted sum is largest; None where nothing meets what is asked."""
        costs = np.zeros(self.size)
        for variable, weight in objective.items():
            costs[variable] -= weight
        entries = [(r, v, w) for r, (weights, _, _) in enumerate(self.rows) for v, w in weights.items()]
        rows, columns, values = zip(*entries, strict=True)
        matrix = csr_array((values, (rows, columns)), shape=(len(self.rows), self.size))
        limits = LinearConstraint(matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows])
        bounds = Bounds(self.lower, self.upper)
        found = milp(costs, constraints=limits, bounds=bounds, integrality=self.whole, options={"mip_rel_gap": 0})
        return None if found.x is None else found.x

    def package(self, values: Sequence[float] | Floats) -> tuple[int, ...]:
        """The package that values of variables stand for."""
        return tuple(
            int(np.argmax(values[first : first + len(options)]))
            for first, options in zip(self.offsets, self.problem.options, strict=True)
        )


def acceptable(problem: Problem) -> Model:
    """The packages that all who must agree accept: within red lines, with conditions met, and worth no less to each
    than no agreement."""
    model = Model(problem)
    for issue, beyond in enumerate(problem.beyond):
        for number in np.flatnonzero((beyond[:, problem.must] > 0).any(axis=1)):
            model.upper[model.option(issue, int(number))] = 0
    for clash in problem.clashes:
        if problem.must[clash.party]:
            model.row({model.option(*clash.one): 1.0, model.option(*clash.other): 1.0}, 0, 1)
    for party in np.flatnonzero(problem.must):
        model.row(model.worth(int(party)), float(problem.without[party]) - TIGHT, np.inf)
    return model
