"""A first table from a record, for a person to complete: nothing in it is guessed, what is not known stays empty.

A side's position on an issue is the mean place of the options that it supports, each weighed by its independent voices
(a condition counts half, as in sticking points). Salience is the side's share of attention: of all it is heard to say,
how much is on this issue. Capability is the same for all. A codebook's options have no order of their own: an option
has a place on the scale where the codebook gives it one (`place`), and else none, and then there is no position either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.analyse._cells import Cells
from onrecord.analyse._outcomes.builder import Given
from onrecord.analyse._outcomes.files.plain import in_rows
from onrecord.analyse._outcomes.numbers import plain
from onrecord.analyse._sticking import WEIGHTS
from onrecord.code import Codebook, Issue
from onrecord.model import Cell, Statement

DECIMALS = 3
Places = Mapping[str, float | None]  # of an issue's options, by id


@dataclass(frozen=True, slots=True)
class Heard:
    """What a side itself is heard to say on an issue: its cells, the number of statements, and by cell how sure the
    coding is on average (0 to 1)."""

    cells: tuple[Cell, ...]
    statements: int
    sure: tuple[float, ...]


def draft(cells: Cells, statements: Sequence[Statement], book: Codebook) -> str:
    """The table of a record as plain CSV. Rows whose position or place is empty are for the analyst to fill in or to
    delete; `label` tells what a position rests on."""
    heard = _heard(cells, statements)
    sides = [side for side in cells.sides() if any(key[0] == side for key in heard)]
    issues = [issue for issue in book.issues if any(key[1] == issue.id for key in heard)]
    return in_rows(_rows(heard, sides, issues))


def _rows(heard: Mapping[tuple[str, str], Heard], sides: Sequence[str], issues: Sequence[Issue]) -> Iterator[Given]:
    for issue in issues:
        yield {"what": "issue", "issue": issue.id, "label": issue.name}
        for option in issue.options:
            yield {"what": "option", "issue": issue.id, "position": plain(option.place), "label": option.name}
    for side in sides:
        total = sum(one.statements for (who, _), one in heard.items() if who == side)
        for issue in issues:
            if (side, issue.id) in heard:
                one = heard[side, issue.id]
                salience = (one.statements + 1) / (total + len(issues))  # one more for each issue: few words are no vow
                position = _position(one, {option.id: option.place for option in issue.options})
                yield {
                    "what": "position",
                    "issue": issue.id,
                    "actor": side,
                    **position,
                    "salience": plain(round(salience, DECIMALS)),
                    "capability": "1",
                    "label": _rests_on(one),
                }


def _heard(cells: Cells, statements: Sequence[Statement]) -> Mapping[tuple[str, str], Heard]:
    """By side and issue. What a side is only reported to hold is not its own word, and is left out."""
    sure = {
        (statement.id, position.issue, position.option, position.stance): position.confidence
        for statement in statements
        for position in statement.positions
    }
    groups: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells.of_sides:
        if cell.basis != "reported" and cell.side is not None:
            groups[cell.side, cell.issue].append(cell)
    return {
        key: Heard(
            tuple(group),
            len({statement for cell in group for statement in cell.statements}),
            tuple(
                float(np.mean([sure.get((id, cell.issue, cell.option, cell.stance), 0.5) for id in cell.statements]))
                for cell in group
            ),
        )
        for key, group in groups.items()
    }


def _position(heard: Heard, places: Places) -> Given:
    """Position and spread; nothing when an option that counts has no place, or none is supported.

    The variance of one voice is that of the places it may mean: those of the options supported, or, as far as the
    coding may be wrong, those of all options of the issue. The position is a mean of voices, so it is divided by their
    number.
    """
    counted = [
        (WEIGHTS[cell.stance][0] * cell.voices, places.get(cell.option), sure)
        for cell, sure in zip(heard.cells, heard.sure, strict=True)
        if WEIGHTS[cell.stance][0] > 0
    ]
    known = [place for place in places.values() if place is not None]
    if not counted or any(place is None for _, place, _ in counted):
        return {}
    weights = np.array([weight for weight, _, _ in counted])
    at = np.array([place for _, place, _ in counted], dtype=np.float64)
    sure = float(np.average([sure for _, _, sure in counted], weights=weights))
    centre = float(np.average(at, weights=weights))
    within = float(np.average((at - centre) ** 2, weights=weights))
    wrong = float(np.mean([(place - centre) ** 2 for place in known]))
    spread = np.sqrt((sure * within + (1 - sure) * wrong) / max(1.0, weights.sum()))
    return {"position": plain(round(centre, 1)), "spread": plain(round(float(spread), 1))}


def _rests_on(heard: Heard) -> str:
    """What a position rests on, in words: "2 voices support troops-out"."""
    told = ((cell.voices, cell.stance, cell.option) for cell in heard.cells)
    return "; ".join(f"{stance} {option}: {voices}" for voices, stance, option in told)
