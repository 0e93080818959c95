"""What was said on an issue over time, as a picture: a row per side, marks by stance, a bar where the side moved.

Drawn by hand rather than by Vega, so that every mark leads to its words, takes the colours of the page, light or dark,
and stays as large as it is on a narrow one: places are shares of the width.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.date import bounds
from onrecord.model import Stance
from onrecord.publish._lately import moved
from onrecord.publish._said import Held, Said
from onrecord.publish._views import Views

if TYPE_CHECKING:
    from onrecord.analyse._movement import Move

STRETCHES = 14  # of equal length, one mark for each stance in each: as many as a page of 360 pixels has room for
LANE = 18  # pixels of a stance's marks within a side's row
EDGE = 3.0  # per cent of the width left free at either end
_LANES: tuple[Stance, ...] = ("support", "conditional", "oppose", "unclear")

Taken = tuple[Said, Held]


@dataclass(frozen=True, slots=True)
class Mark:
    """The statements of a side with one stance in one stretch of time, the newest last, at `x` per cent of the width
    and `y` pixels from the top."""

    x: float
    y: int
    stance: Stance
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A side: its marks, where it moved, how many of its positions are undated; `height` is in pixels."""

    side: str
    height: int
    marks: tuple[Mark, ...]
    moves: tuple[tuple[float, Move], ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Course:
    """The rows, and the first and the last day that they lie between, ISO 8601; `before` says that what was said before
    the first article was published is drawn on the first day."""

    first: str
    last: str
    before: bool
    rows: tuple[Row, ...]


def course(views: Views, issue: str) -> Course | None:
    """The course of an issue: the positions that sides take on it themselves or are told to; None where fewer than two
    days are known. The sides that take most positions stand first."""
    by_side: dict[str, list[Taken]] = defaultdict(list)
    for said, held in _taken(views, issue):
        by_side[said.statement.side or ""].append((said, held))
    days = [_middle(said.when.value) for taken in by_side.values() for said, _ in taken if said.when.value]
    printed = _middle(views.corpus["first"]) if views.corpus["first"] else 0
    first, last = max(min(days, default=0), min(printed, max(days, default=0))), max(days, default=0)
    if first == last:
        return None
    moves = [move for move in views.lately.all_moves if moved(move)[0] == issue and move.date]
    rows = [
        _row(side, by_side[side], [move for move in moves if move.side == side], first, last)
        for side in sorted(by_side, key=views.stands.rank)
    ]
    begin, end = (date.fromordinal(day).isoformat() for day in (first, last))
    return Course(begin, end, min(days) < first, tuple(rows))


def _taken(views: Views, issue: str) -> Iterator[Taken]:
    for said in reversed(views.by_issue[issue]):
        for held in said.held:
            if said.statement.side and held.position.issue == issue and held.position.holder is None:
                yield said, held


def _row(side: str, taken: Sequence[Taken], moves: Sequence[Move], first: int, last: int) -> Row:
    def stretch(value: str) -> int:
        share = (min(max(_middle(value), first), last) - first) / (last - first)
        return min(int(share * STRETCHES), STRETCHES - 1)

    groups: dict[tuple[Stance, int], list[Taken]] = defaultdict(list)
    for said, held in taken:
        if said.when.value:
            groups[held.position.stance, stretch(said.when.value)].append((said, held))
    lanes = [stance for stance in _LANES if any(stance == key for key, _ in groups)]
    marks = [
        Mark(_place(at), LANE // 2 + LANE * lanes.index(stance), stance, tuple(found))
        for (stance, at), found in sorted(groups.items())
    ]
    undated = sum(not said.when.value for said, _ in taken)
    moved = tuple((_place(stretch(move.date)), move) for move in moves)
    return Row(side, LANE * max(len(lanes), 1), tuple(marks), moved, undated)


def _place(stretch: int) -> float:
    return round(EDGE + (100 - 2 * EDGE) * (stretch + 0.5) / STRETCHES, 2)


def _middle(value: str) -> int:
    """The day in the middle of what a date spans, as an ordinal."""
    begin, end = bounds(value)
    return (begin.toordinal() + end.toordinal()) // 2
