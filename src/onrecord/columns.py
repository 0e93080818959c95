"""How wide the columns of a table are, so that it fits a terminal and words that run on stay readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BETWEEN = 2  # characters between two columns
LEAST = 6  # characters; a column that is cut further tells nothing
TELLING = 8  # characters of a cell that tell something, where there are so many columns that some have to go
READABLE = 28  # characters that words need to be read over several lines


@dataclass(frozen=True, slots=True)
class Column:
    """What a column would take (`natural`, characters), what it needs at least, and whether its words run over several
    lines instead of being cut."""

    natural: int
    least: int
    folded: bool


def that_fit(columns: Sequence[Column], room: int) -> int:
    """How many of the columns, from the left, fit a terminal of `room` characters and still tell something; all do
    where they need less, and the first does in any case."""
    taken = 0
    for number, one in enumerate(columns):
        taken += max(one.least, min(one.natural, READABLE if one.folded else TELLING)) + BETWEEN * (number > 0)
        if taken > room and number:
            return number
    return len(columns)


def fitted(columns: Sequence[Column], room: int) -> list[int]:
    """The width of each column so that all fit a terminal of `room` characters, as far as they can.

    Columns that are cut get what they would take, the widest of them losing first; folded ones share what is left,
    and none gets less than `READABLE`, or its natural width.
    """
    widths = [min(one.natural, READABLE) if one.folded else one.natural for one in columns]
    left = room - BETWEEN * (len(columns) - 1) - sum(widths)
    while left < 0:
        loose = [n for n, one in enumerate(columns) if not one.folded and widths[n] > max(one.least, LEAST)]
        if not loose:
            return widths
        widths[max(loose, key=lambda n: (widths[n], -n))] -= 1
        left += 1
    for number, one in sorted(enumerate(columns), key=lambda item: item[1].natural):
        if one.folded:
            waiting = sum(c.folded and c.natural > widths[n] for n, c in enumerate(columns))
            more = min(one.natural - widths[number], left // max(1, waiting))
            widths[number] += more
            left -= more
    return widths
