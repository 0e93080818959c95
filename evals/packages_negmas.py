"""What NegMAS says of tables of packages: JSON in, JSON out. Runs in its own environment (see packages.py)."""

from __future__ import annotations

import json
import sys
from typing import Any

from negmas import make_issue
from negmas.preferences import (
    MappingUtilityFunction,
    ks_points,
    max_welfare_points,
    nash_points,
    pareto_frontier,
)


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """The frontier and the solutions for packages of which it is known what each is worth to whom."""
    worth, without = asked["worth"], asked["without"]
    outcomes = [(number,) for number in range(len(worth))]
    issues = [make_issue(len(worth), "package")]
    ufuns = [
        MappingUtilityFunction(
            {outcome: worth[outcome[0]][party] for outcome in outcomes},
            issues=issues,
            reserved_value=without[party] - 1e-9,
        )
        for party in range(len(without))
    ]
    frontier, _ = pareto_frontier(ufuns, outcomes=outcomes, issues=issues)
    ranges = [(min(column), max(column)) for column in zip(*worth, strict=True)]
    found = {
        "Nash": nash_points(ufuns, frontier, ranges=ranges, issues=issues, outcomes=outcomes),
        "Kalai-Smorodinsky": ks_points(ufuns, frontier, ranges=ranges, issues=issues, outcomes=outcomes),
        "largest sum": max_welfare_points(ufuns, frontier, ranges=ranges, issues=issues, outcomes=outcomes),
    }
    return {"frontier": frontier, **{kind: [point for point, _ in points] for kind, points in found.items()}}


if __name__ == "__main__":
    json.dump([answer(asked) for asked in json.load(sys.stdin)], sys.stdout)
