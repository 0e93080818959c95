"""A table and its conditions as the arrays that packages are chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse._outcomes.nouns import Mark, Scale, Table
from onrecord.analyse._packages.conditions import Tie
from onrecord.errors import InputError

WHOLE = 100.0  # length of a scale
NEAR = 1e-9  # places that differ by less are one

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two options that a party will not have together: by number of issue and option. `tie` is the condition."""

    party: int
    one: tuple[int, int]
    other: tuple[int, int]
    tie: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What there is to choose from, and what it is worth to whom. Lists go by issue.

    `options` are the marks of each issue, `worth` what each is worth to each party (options × parties), `beyond` how
    far it lies beyond the red line of each (0: it doesn't). What a package is worth to a party is the sum over issues,
    from 0 to 1. `without` is what no agreement is worth to it. `must` are those who must agree.
    """

    parties: tuple[str, ...]
    issues: tuple[Scale, ...]
    options: tuple[tuple[Mark, ...], ...]
    worth: tuple[Floats, ...]
    beyond: tuple[Floats, ...]
    clashes: tuple[Clash, ...]
    ties: tuple[Tie, ...]
    without: Floats
    must: NDArray[np.bool_]

    @property
    def packages(self) -> int:
        """How many packages there are, acceptable or not."""
        count = 1
        for options in self.options:
            count *= len(options)
        return count

    def worth_of(self, package: Sequence[int]) -> Floats:
        """What a package, an option's number for each issue, is worth to each party."""
        total = np.zeros(len(self.parties))
        for worth, option in zip(self.worth, package, strict=True):
            total += worth[option]
        return total


def problem(table: Table, ties: Sequence[Tie] = (), must: Sequence[str] = ()) -> Problem:
    """The problem of a table: each issue ends at one of its options, which are its labelled places, or without labels
    the positions that parties take and the reference point.

    A party's worth falls in a straight line with the distance from its position, and issues weigh by its salience. No
    agreement leaves each issue at its reference point; where that is not known, at what is worst for the party. `must`
    are the parties who must agree, all if none is named. Raises InputError for one that the table doesn't have.
    """
    known = [party.id for party in table.parties]
    for name in must:
        if name not in known:
            advice = f"Known actors: {', '.join(known)}."
            raise InputError(f"there is no actor {name!r}.", path="the table", field="actor", advice=advice)
    stakes = table.arrays()
    weights = np.nan_to_num(stakes.salience) / np.maximum(np.nansum(stakes.salience, axis=0), NEAR)
    options, worth, beyond = [], [], []
    without = np.zeros(len(known))
    for number, scale in enumerate(table.scales):
        position = stakes.position[number]
        marks = _options(scale, position)
        far = np.abs(np.array([mark.place for mark in marks])[:, None] - position)
        reach = np.abs(stakes.red_line[number] - position)
        options.append(marks)
        worth.append(_worth(weights[number], far))
        beyond.append(np.nan_to_num(np.maximum(far - reach - NEAR, 0.0)))
        if scale.reference is None:
            without += worth[-1].min(axis=0)
        else:
            without += _worth(weights[number], np.abs(scale.reference - position))
    return Problem(
        parties=tuple(known),
        issues=table.scales,
        options=tuple(options),
        worth=tuple(worth),
        beyond=tuple(beyond),
        clashes=tuple(_clashes(table, ties, options)),
        ties=tuple(ties),
        without=without,
        must=np.array([not must or name in must for name in known]),
    )


def _worth(weight: Floats, far: Floats) -> Floats:
    """What options so far from each party's position are worth to it; nothing where it has none."""
    worth: Floats = weight * (1 - np.nan_to_num(far) / WHOLE)
    return worth


def _options(scale: Scale, positions: Floats) -> tuple[Mark, ...]:
    if scale.marks:
        return tuple(sorted(scale.marks, key=lambda mark: mark.place))
    places = {float(place) for place in positions if not np.isnan(place)}
    if scale.reference is not None:
        places.add(scale.reference)
    return tuple(Mark(place, f"{place:g}") for place in sorted(places))


def _clashes(table: Table, ties: Sequence[Tie], options: Sequence[Sequence[Mark]]) -> list[Clash]:
    rows = {scale.id: number for number, scale in enumerate(table.scales)}
    columns = {party.id: number for number, party in enumerate(table.parties)}
    position = {(stake.party, stake.issue): stake.position for stake in table.stakes}
    found = []
    for number, tie in enumerate(ties):
        given, wanted = rows[tie.option.issue], rows[tie.needs.issue]
        from_own, there = position[tie.party, tie.option.issue], position[tie.party, tie.needs.issue]
        for o, one in enumerate(options[given]):
            if abs(one.place - from_own) < abs(tie.option.at - from_own) - NEAR:
                continue
            for p, other in enumerate(options[wanted]):
                if abs(other.place - there) > abs(tie.needs.at - there) + NEAR:
                    found.append(Clash(columns[tie.party], (given, o), (wanted, p), number))
    return found
