"""What blocks: options on which sides stand against each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.analyse._cells import Cells
from onrecord.model import Stance

# What a stance weighs for and against. A condition is half a yes and half a no; what is unclear is neither.
WEIGHTS: dict[Stance, tuple[float, float]] = {
    "support": (1, 0),
    "oppose": (0, 1),
    "conditional": (0.5, 0.5),
    "unclear": (0, 0),
}


@dataclass(frozen=True, slots=True)
class StickingPoint:
    """An option that some sides are for and others against; `score` is F·A / (F + A), see `sticking_points`."""

    issue: str
    option: str
    score: float
    backing: tuple[str, ...]
    opposing: tuple[str, ...]
    conditional: tuple[str, ...]


def sticking_points(cells: Cells) -> tuple[StickingPoint, ...]:
    """The options on which at least one side stands for and another against, the hardest first.

    A side stands where most of its independent voices are (a condition counts half for, half against). The score is
    F·A / (F + A) with F and A the voices for and against over all sides: half the harmonic mean of the two camps, so
    that an option is hard when both camps are large, not when one is (cf. the conflict network of Leifeld 2017,
    Discourse Network Analysis, where ties are weighted by the statements on either side). What a side is only reported
    to hold puts it in no camp: an adversary's word for it is not its own.
    """
    sides: dict[tuple[str, str], dict[str, dict[Stance, int]]] = defaultdict(lambda: defaultdict(dict))
    for cell in cells.of_sides:
        if cell.basis == "reported":
            continue
        sides[cell.issue, cell.option][cell.side or ""][cell.stance] = cell.voices
    points = (_point(issue, option, by_side) for (issue, option), by_side in sides.items())
    found = (point for point in points if point.score > 0)
    return tuple(sorted(found, key=lambda p: (-p.score, p.issue, p.option)))


def _point(issue: str, option: str, by_side: dict[str, dict[Stance, int]]) -> StickingPoint:
    backing, opposing, conditional = [], [], []
    total_for = total_against = 0.0
    for side in sorted(by_side):
        stances = by_side[side]
        weight_for = sum(WEIGHTS[stance][0] * voices for stance, voices in stances.items())
        weight_against = sum(WEIGHTS[stance][1] * voices for stance, voices in stances.items())
        total_for, total_against = total_for + weight_for, total_against + weight_against
        if weight_for > weight_against:
            backing.append(side)
        elif weight_against > weight_for:
            opposing.append(side)
        elif weight_for:
            conditional.append(side)
    opposed = bool(opposing and (backing or conditional))
    score = total_for * total_against / (total_for + total_against) if opposed else 0.0
    return StickingPoint(issue, option, round(score, 3), tuple(backing), tuple(opposing), tuple(conditional))
