"""Packages: agreement with NegMAS on small tables, and the time for large ones: `python -m evals.packages`.

NegMAS has many dependencies and lives in an environment of its own, whose Python is named in the environment variable
ONRECORD_NEGMAS: `python -m venv negmas && negmas/bin/pip install negmas`. Without one only the times are printed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analyse import _outcomes as outcomes
from onrecord.analyse import _packages as packages

TABLES = 60
CLOSE = 1e-6
ASKED = Path(__file__).with_name("packages_negmas.py")
KINDS = ("frontier", "Nash", "Kalai-Smorodinsky", "largest sum")


@dataclass(frozen=True, slots=True)
class Agreed:
    """By kind, in how many tables the answer is the same, and in how many of the others ours is the better one by the
    solution's definition (a larger product of gains, a larger least share, a
    larger sum)."""

    tables: int
    same: dict[str, int]
    better: dict[str, int]


def rows(draw: random.Random, actors: int, issues: int, options: int, red: float) -> list[dict[str, Any]]:
    """A table drawn at random: `red` is the share of positions with a red line."""
    made: list[dict[str, Any]] = [
        {"what": "actor", "actor": f"a{a}", "issue": "", "position": ""} for a in range(actors)
    ]
    made += [{"what": "issue", "issue": f"i{i}", "actor": "", "position": ""} for i in range(issues)]
    for i in range(issues):
        for o in range(options):
            place = 100 * o / (options - 1)
            made.append({"what": "option", "issue": f"i{i}", "actor": "", "position": place, "label": o})
        made.append({"what": "reference", "issue": f"i{i}", "actor": "", "position": draw.choice([0, 50, 100])})
        for a in range(actors):
            position = draw.uniform(0, 100)
            own = {"issue": f"i{i}", "actor": f"a{a}", "position": position, "salience": draw.uniform(0.05, 1)}
            if draw.random() < red:
                own["red_line"] = min(100.0, max(0.0, position + draw.choice([-1, 1]) * draw.uniform(30, 80)))
            made.append(own)
    return made


def compared(python: str, tables: int = TABLES) -> Agreed:
    """Ask NegMAS about tables that have an acceptable package, and compare what a package is worth to each party."""
    draw, asked, ours = random.Random(1), list[dict[str, Any]](), list[dict[str, Any]]()
    while len(asked) < tables:
        table = outcomes.table(rows(draw, draw.randint(2, 4), draw.randint(1, 4), draw.randint(2, 4), 0.1))
        problem = packages.problem(table)
        listed = packages.listed(problem)
        if listed is None or not len(listed):
            continue
        efficient = packages.efficient(problem, listed)
        assert efficient is not None
        asked.append({"worth": packages.worths(problem, listed).tolist(), "without": problem.without.tolist()})
        singled_out = {point.name: problem.worth_of(point.package).tolist() for point in packages.points(problem)}
        ours.append({"frontier": packages.worths(problem, efficient).tolist(), **singled_out})
    run = subprocess.run([python, str(ASKED)], input=json.dumps(asked), capture_output=True, text=True, check=True)
    theirs = json.loads(run.stdout)
    same, better = Counter[str](), Counter[str]()
    for told, one, other in zip(asked, ours, theirs, strict=True):
        for kind in KINDS:
            alike = _same(kind, one, other)
            same[kind] += alike
            better[kind] += not alike and _better(kind, told, one[kind], other[kind])
    return Agreed(tables, same, better)


def _better(kind: str, table: dict[str, Any], ours: Sequence[float], theirs: Sequence[Sequence[float]]) -> bool:
    without, most = np.array(table["without"]), np.max(table["worth"], axis=0)

    def goal(worth: Sequence[float]) -> float:
        gain = np.array(worth) - without
        if kind == "Nash":
            return float(np.prod(gain))
        if kind == "largest sum":
            return float(np.sum(gain))
        return float(np.min(gain[most > without] / (most - without)[most > without]))

    return kind != "frontier" and all(goal(ours) > goal(one) for one in theirs)


def _same(kind: str, ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """The frontier as a set; of the other solutions NegMAS gives all that tie."""
    if kind == "frontier":
        return _points(ours[kind]) == _points(theirs[kind])
    return any(np.allclose(ours[kind], one, atol=CLOSE) for one in theirs[kind])


def _points(worth: Sequence[Sequence[float]]) -> set[tuple[float, ...]]:
    return {tuple(round(value, 6) for value in one) for one in worth}


def timed(actors: int, issues: int, options: int, red: float) -> tuple[float, packages.Packages]:
    """CPU seconds for one table of this size, and what came out."""
    table = rows(random.Random(7), actors, issues, options, red)
    start = time.process_time()
    found = packages.found(table)
    return time.process_time() - start, found


def main() -> None:
    """Print times, and how often NegMAS agrees."""
    for actors, issues, options, red in ((15, 12, 5, 0.0), (15, 12, 5, 0.02), (15, 12, 5, 0.2), (5, 8, 5, 0.05)):
        seconds, found = timed(actors, issues, options, red)
        out = "none acceptable" if found.conceded else "acceptable"
        print(
            f"{issues} issues × {options} options × {actors} actors, {red:.0%} with a red line: {seconds:5.1f} CPU "
            f"seconds; {found.of:,} packages, {out}, {len(found.concessions)} concessions"
        )
    python = os.environ.get("ONRECORD_NEGMAS")
    if python is None:
        print("NegMAS: left out, as ONRECORD_NEGMAS names no Python that has it")
        return
    agreed = compared(python)
    for kind, count in agreed.same.items():
        more = f"; in {agreed.better[kind]} of the others better by its definition" if count < agreed.tables else ""
        print(f"{kind:18} the same as by NegMAS in {count} of {agreed.tables} tables{more}")


if __name__ == "__main__":
    main()
