"""An axis of days: where a day stands on it, and the days that it names. timeline.js computes the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.publish._words import MONTHS

_BY_DAYS = (1, 7)  # a week begins on Monday
_BY_MONTHS = (1, 3, 12, 24, 60, 120, 240, 600, 1200)
_LONGEST = 31  # days of a month
_DAY, _MONTH, _YEAR = 100, 80, 45  # pixels that a name needs: "14 Jul 2015", "Jul 2015", "2015"


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names: where it begins, in per cent of the width, and its name."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last`, as ordinals, both of them on it."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many there are."""
        return self.last - self.first + 1

    def within(self, day: int) -> int:
        """The day, or the nearest one on the axis."""
        return min(max(day, self.first), self.last)

    def begin(self, day: int) -> float:
        """Where a day begins, in per cent of the width."""
        return round(100 * (day - self.first) / self.days, 2)

    def stretch(self, day: float, stretches: int) -> int:
        """In which of so many stretches of equal length a day lies."""
        return min(int((day - self.first) * stretches / self.days), stretches - 1)

    def ticks(self, width: int) -> tuple[Tick, ...]:
        """The days to name in so many pixels: each, or those that begin a week, month, quarter, year, or so many years;
        the last of them may have no room for its name."""
        for step in _BY_DAYS:
            first = self.first + (1 - self.first) % step  # ordinal 1 is a Monday
            if (self.last - first) // step < width // _DAY:
                return tuple(Tick(self.begin(day), _day(day)) for day in range(first, self.last + 1, step))
        for step in _BY_MONTHS[:-1]:
            most = width // (_YEAR if step >= 12 else _MONTH)
            if self.days < _LONGEST * step * (most + 1) and len(found := self._begun(step)) <= most:
                return found
        return self._begun(_BY_MONTHS[-1])

    def _begun(self, step: int) -> tuple[Tick, ...]:
        return tuple(Tick(self.begin(day), name) for day, name in _months(self.first, self.last, step))


def _day(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _months(first: int, last: int, step: int) -> Iterator[tuple[int, str]]:
    """The first days of months on the axis, every `step` months since year 0, and the names of what they begin."""
    number = (date.fromordinal(first).year * 12 + date.fromordinal(first).month - 1) // step * step
    while number < (date.max.year + 1) * 12:
        year, at = divmod(number, 12)
        begin = date(year, at + 1, 1).toordinal() if year else 0
        if begin > last:
            return
        if begin >= first:
            yield begin, str(year) if step >= 12 else f"{MONTHS[at][:3]} {year}"
        number += step
