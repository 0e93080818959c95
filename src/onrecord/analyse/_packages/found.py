"""What comes out for a table: the packages that all accept, those that theory singles out, and what would have to
give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import tables
from onrecord.analyse import _outcomes as outcomes
from onrecord.analyse._packages import conditions
from onrecord.analyse._packages.concessions import Concession, fewest
from onrecord.analyse._packages.frontier import efficient, listed, worths
from onrecord.analyse._packages.points import points
from onrecord.analyse._packages.problem import Problem, problem
from onrecord.analyse._written import write

Rows = Iterable[Mapping[str, Any]]
SHOWN = 20  # packages of the frontier, those worth most to who gets least first


@dataclass(frozen=True, slots=True)
class Package:
    """A package in words: `why` it is shown, the option of each issue, and what it is worth to each party (0 to 1) over
    what no agreement is worth to it."""

    why: str
    options: Mapping[str, str]
    worth: Mapping[str, float]
    gain: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Packages:
    """The packages of a table.

    `of` is how many there are, `acceptable` and `efficient` how many of them all accept and how many of these nobody
    could better without another's loss (None: too many to look at). `singled_out` are the solutions of bargaining
    theory, `frontier` the first of the efficient ones. Where no package is acceptable, `concessions` are the fewest
    that make one so, in words, and `conceded` is that package.
    """

    of: int
    acceptable: int | None
    efficient: int | None
    singled_out: tuple[Package, ...]
    frontier: tuple[Package, ...]
    concessions: tuple[str, ...]
    conceded: Package | None

    def values(self) -> dict[str, Any]:
        """All of it as plain values, for JSON."""
        counted = {"of": self.of, "acceptable": self.acceptable, "efficient": self.efficient}
        return counted | {"packages": self.rows(), "concessions": list(self.concessions)}

    def csv(self) -> str:
        """The packages as CSV, with a column for each issue and for each party's gain."""
        rows = self._flat()
        return tables.written(rows, list(rows[0]))

    def chart(self) -> dict[str, Any]:
        """A Vega-Lite specification."""
        from onrecord.analyse._packages.chart import chart  # charts take a second to load

        return chart(self)

    def write(self, path: Path | str) -> None:
        """Write the packages as `F.csv` or `F.jsonl`, the chart as `F.svg`, `F.png` or
        `F.vl.json`. Raises InputError."""
        rows = self._flat()
        write(Path(path), rows, list(rows[0]), self.chart)

    def _flat(self) -> list[dict[str, Any]]:
        return [_flat(row) for row in self.rows()]

    def rows(self) -> list[dict[str, Any]]:
        """The packages as rows of plain values."""
        shown = self.singled_out if self.conceded is None else (self.conceded,)
        return [
            {"package": one.why, "options": dict(one.options), "worth": dict(one.worth), "gain": dict(one.gain)}
            for one in (*shown, *self.frontier)
        ]


def found(source: Path | Rows, ties: Path | Rows = (), must: Sequence[str] = ()) -> Packages:
    """The packages of a table (`outcomes.table`), under conditions (`conditions.read`).

    Raises InputError, RecordError.
    """
    table = outcomes.table(source)
    asked = problem(table, conditions.read(ties, table), must)
    every = listed(asked)
    best = efficient(asked, every) if every is not None else None
    frontier: list[tuple[int, ...]] = []
    if best is not None:
        gains = (worths(asked, best) - asked.without)[:, asked.must]
        order = sorted(range(len(best)), key=lambda n: (-float(gains[n].min()), tuple(best[n])))
        frontier = [tuple(map(int, best[n])) for n in order[:SHOWN]]
    way = fewest(asked)
    return Packages(
        of=asked.packages,
        acceptable=len(every) if every is not None else None,
        efficient=len(best) if best is not None else None,
        singled_out=tuple(_package(asked, one.name, one.package) for one in points(asked)),
        frontier=tuple(_package(asked, "efficient", one) for one in frontier),
        concessions=tuple(in_words(asked, one) for one in way.concessions),
        conceded=_package(asked, "fewest concessions", way.package) if way.concessions else None,
    )


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with a column for each issue and for each party's gain."""
    options = {f"option of {issue}": option for issue, option in row["options"].items()}
    return {"package": row["package"], **options, **{f"gain of {who}": gain for who, gain in row["gain"].items()}}


def _package(asked: Problem, why: str, package: Sequence[int]) -> Package:
    worth = asked.worth_of(package)
    return Package(
        why=why,
        options={
            scale.id: options[number].label
            for scale, options, number in zip(asked.issues, asked.options, package, strict=True)
        },
        worth={party: round(float(value), 4) for party, value in zip(asked.parties, worth, strict=True)},
        gain={party: round(float(value), 4) for party, value in zip(asked.parties, worth - asked.without, strict=True)},
    )


def in_words(asked: Problem, one: Concession) -> str:
    """A concession in a sentence."""
    party = asked.parties[one.party]
    if one.kind == "red line" and one.issue is not None:
        label = next(mark.label for mark in asked.options[one.issue] if mark.place == one.place)
        return f"{party} accepts {label!r} on {asked.issues[one.issue].id}, beyond its red line."
    if one.kind == "condition" and one.tie is not None:
        tie = asked.ties[one.tie]
        return f"{party} drops its condition that {tie.option.issue} waits for {tie.needs.issue}."
    return f"{party} takes a package worth {one.short:.2f} less to it than no agreement."
