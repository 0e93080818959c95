"""The packages that bargaining theory singles out, among those that all accept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse._packages.problem import Floats, Problem
from onrecord.analyse._packages.solver import TIGHT, Model, acceptable

ROUNDS = 200  # of cuts, at most
CLOSE = 1e-7  # how far the logarithm of the product may be below its bound
EDGE = 1e-6  # is added to each gain, so that the logarithm of none is finite


@dataclass(frozen=True, slots=True)
class Point:
    """A package and why it is one: `name` is the solution's."""

    name: str
    package: tuple[int, ...]


def points(problem: Problem) -> tuple[Point, ...]:
    """The Nash and the Kalai-Smorodinsky solution and the package that is worth most in sum; none where no package is
    acceptable to all who must agree."""
    best = _ideal(problem)
    if best is None:
        return ()
    return (
        Point("Nash", nash(problem)),
        Point("Kalai-Smorodinsky", kalai_smorodinsky(problem, best)),
        Point("largest sum", _largest(acceptable(problem), _who(problem))),
    )


def nash(problem: Problem) -> tuple[int, ...]:
    """Where the product of the gains over no agreement is largest (Nash 1950, The bargaining problem, Econometrica 18).

    The sum of logarithms is concave, so each solution of the linear problem adds the tangents at its gains, until the
    bound that they give is met (outer approximation, Duran and Grossmann 1986). Raises ValueError where no package is
    acceptable.
    """
    model, who = acceptable(problem), _who(problem)
    logs = [model.variable(np.log(EDGE) - 1, np.log(2.0)) for _ in who]
    for gain in (0.0, 0.01, 0.1, 0.3, 1.0):
        _tangents(model, problem, who, logs, np.full(len(who), gain))
    best: tuple[float, tuple[int, ...]] | None = None
    for _ in range(ROUNDS):
        found = model.solve(dict.fromkeys(logs, 1.0))
        if found is None:
            break
        package = model.package(found)
        gains = np.maximum((problem.worth_of(package) - problem.without)[who], 0.0)
        reached = float(np.log(gains + EDGE).sum())
        if best is None or reached > best[0]:
            best = reached, package
        if float(found[logs].sum()) - best[0] <= CLOSE:
            break
        _tangents(model, problem, who, logs, gains)
    if best is None:
        raise ValueError("no package is acceptable to all who must agree")
    return best[1]


def kalai_smorodinsky(problem: Problem, ideal: Floats) -> tuple[int, ...]:
    """Where the least part that anybody gets of the most that they could get is largest (Kalai and Smorodinsky 1975,
    Other solutions to Nash's bargaining problem, Econometrica 43); of several, the one that is worth most in sum.

    `ideal` is the most that each of those who must agree could get in an acceptable package.
    """
    model, who = acceptable(problem), _who(problem)
    share = model.variable(-1, 1)
    for party, most in zip(who, ideal, strict=True):
        room = float(most - problem.without[party])
        if room > TIGHT:
            weights = model.worth(int(party)) | {share: -room}
            model.row(weights, float(problem.without[party]) - TIGHT, np.inf)
    found = model.solve({share: 1.0})
    if found is None:
        raise ValueError("no package is acceptable to all who must agree")
    model.lower[share] = float(found[share]) - 10 * TIGHT
    model.upper[share] = float(found[share]) + 10 * TIGHT
    return _largest(model, who)


def _ideal(problem: Problem) -> Floats | None:
    """The most that each of those who must agree could get; None where no package is acceptable."""
    model, most = acceptable(problem), []
    for party in _who(problem):
        found = model.solve(model.worth(int(party)))
        if found is None:
            return None
        most.append(problem.worth_of(model.package(found))[party])
    return np.array(most)


def _largest(model: Model, who: NDArray[np.intp]) -> tuple[int, ...]:
    total: dict[int, float] = {}
    for party in who:
        for variable, weight in model.worth(int(party)).items():
            total[variable] = total.get(variable, 0.0) + weight
    found = model.solve(total)
    if found is None:
        raise ValueError("no package is acceptable to all who must agree")
    return model.package(found)


def _tangents(model: Model, problem: Problem, who: NDArray[np.intp], logs: list[int], gains: Floats) -> None:
    for party, log, gain in zip(who, logs, gains, strict=True):
        slope = 1 / (gain + EDGE)
        weights = {variable: -weight * slope for variable, weight in model.worth(int(party)).items()} | {log: 1.0}
        model.row(weights, -np.inf, float(np.log(gain + EDGE) - (problem.without[party] + gain) * slope))


def _who(problem: Problem) -> NDArray[np.intp]:
    return np.flatnonzero(problem.must)
