"""What statements are filtered and counted by, in memory: a column of small numbers for each thing.

A filter over 200,000 statements is a comparison of numbers, and a count of its values another, so that every page of a
search can say how many there are of each value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.serve._index.rows import REJECTED, Row

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

PLAIN = ("side", "actor", "outlet", "mode", "grade")
HELD = ("issue", "option", "stance")
FILTERS = (*PLAIN[:2], *HELD, *PLAIN[2:])
_NO_DATE = 0


class Codes:
    """Values as numbers, in the order in which they came; None is the value ""."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._codes: dict[str, int] = {}

    def code(self, value: str | None) -> int:
        """The number of a value, given to it now if it has none yet."""
        key = value or ""
        if key not in self._codes:
            self._codes[key] = len(self.values)
            self.values.append(key)
        return self._codes[key]

    def known(self, value: str) -> int:
        """The number of a value, -1 where no statement has it."""
        return self._codes.get(value, -1)


class Columns:
    """The columns of all statements, one place a statement. Places are never given twice."""

    def __init__(self) -> None:
        self.codes = {name: Codes() for name in FILTERS}
        self._plain = np.empty((len(PLAIN), 0), np.int64)
        self._held = np.empty((1 + len(HELD), 0), np.int64)  # place, issue, option, stance
        self.dates = np.empty(0, np.int64)  # 20150330; the day or month 0 where it is not known
        self.sure = np.empty(0, np.float64)
        self.judged = np.empty(0, np.bool_)
        self.rejected = np.empty(0, np.bool_)
        self.alive = np.empty(0, np.bool_)

    def __len__(self) -> int:
        return len(self.alive)

    def add(self, rows: Sequence[Row]) -> None:
        """Give rows the next places."""
        self._forget_orders()
        first = len(self)
        plain = [[self.codes[name].code(getattr(row, name)) for row in rows] for name in PLAIN]
        held = [
            (place, *(self.codes[name].code(value) for name, value in zip(HELD, coded, strict=True)))
            for place, row in enumerate(rows, first)
            for coded in row.held
        ]
        self._plain = np.hstack((self._plain, np.array(plain, np.int64).reshape(len(PLAIN), len(rows))))
        self._held = np.hstack((self._held, np.array(held, np.int64).reshape(len(held), 1 + len(HELD)).T))
        self.dates = np.append(self.dates, np.array([_date(row.date) for row in rows], np.int64))
        self.sure = np.append(self.sure, np.array([row.sure for row in rows], np.float64))
        self.judged = np.append(self.judged, np.array([row.judged is not None for row in rows], np.bool_))
        self.rejected = np.append(self.rejected, np.array([row.judged == REJECTED for row in rows], np.bool_))
        self.alive = np.append(self.alive, np.ones(len(rows), np.bool_))

    def drop(self, places: Iterable[int]) -> None:
        """Let nothing be found at these places any more."""
        self.alive[np.fromiter(places, np.int64)] = False

    def between(self, since: str, until: str) -> Mask:
        """Statements of some days: a date that is a month or a year fits where any of its days does."""
        bounds = np.array([_date(since), _date(until or "9999")], np.int64)
        first, last = bounds[0], _last_day(bounds)[1]
        found: Mask = (self.dates != _NO_DATE) & (_last_day(self.dates) >= first) & (self.dates <= last)
        return found

    def with_all(self, filters: Mapping[str, str]) -> Mask:
        """Statements that fit all filters; issue, option and stance have to be those of one position."""
        fits = np.ones(len(self), np.bool_)
        for number, name in enumerate(PLAIN):
            if name in filters:
                fits &= self._plain[number] == self.codes[name].known(filters[name])
        wanted = {name: value for name, value in filters.items() if name in HELD}
        if wanted:
            fits &= self._holding(wanted)
        return fits

    def _holding(self, wanted: Mapping[str, str]) -> Mask:
        found = np.zeros(len(self), np.bool_)
        if not any(wanted.values()):  # no position at all
            found[self._held[0]] = True
            return ~found
        found[self._held[0, self._coded(wanted)]] = True
        return found

    def _coded(self, wanted: Mapping[str, str]) -> Mask:
        """The positions that are what is wanted."""
        coded = np.ones(self._held.shape[1], np.bool_)
        for number, name in enumerate(HELD, 1):
            if name in wanted:
                coded &= self._held[number] == self.codes[name].known(wanted[name])
        return coded

    def counted(self, name: str, found: Mask, filters: Mapping[str, str]) -> list[tuple[str, int]]:
        """The values that the statements found have of a filter, in positions that fit the other filters, with how
        many statements have each, most first."""
        values = self.codes[name].values
        if name in PLAIN:
            codes = self._plain[PLAIN.index(name), found]
        elif any(other in filters for other in HELD):
            codes = _once(self._held, HELD.index(name), found[self._held[0]] & self._coded(filters))[1]
        else:
            places, every = self._once[name]
            codes = every[found[places]]
        numbers = np.bincount(codes, minlength=len(values))
        counted = [(values[code], int(numbers[code])) for code in np.flatnonzero(numbers)]
        return sorted(counted, key=lambda pair: (-pair[1], pair[0]))

    @cached_property
    def _once(self) -> Mapping[str, tuple[Numbers, Numbers]]:
        """For issue, option and stance: each value of a statement once, as the statement's place and the value."""
        every = np.ones(self._held.shape[1], np.bool_)
        return {name: _once(self._held, number, every) for number, name in enumerate(HELD)}

    @cached_property
    def newest(self) -> Numbers:
        """All places, the newest statement first and undated ones last."""
        return np.argsort(-self.dates, kind="stable")

    @cached_property
    def least_sure(self) -> Numbers:
        """All places in the order in which statements are to be looked over."""
        return np.argsort(self.sure, kind="stable")

    def _forget_orders(self) -> None:
        for name in ("newest", "least_sure", "_once"):
            self.__dict__.pop(name, None)


def _once(held: Numbers, column: int, fits: Mask) -> tuple[Numbers, Numbers]:
    """The places and the values of a column of positions that fit, no pair twice."""
    places, values = held[0, fits], held[1 + column, fits]
    most = int(values.max(initial=0)) + 1
    once = np.unique(places * most + values)
    return once // most, once % most


def _last_day(dates: Numbers) -> Numbers:
    """Dates as numbers, those of a month or a year as one after its last day."""
    return dates + np.where(dates % 10000 == 0, 9999, np.where(dates % 100 == 0, 99, 0))


def _date(value: str | None) -> int:
    parts = [int(part) for part in (value or "")[:10].split("-") if part.isdecimal()]
    year, month, day = (*parts, 0, 0, 0)[:3] if parts else (_NO_DATE, 0, 0)
    return year * 10000 + month * 100 + day
