"""The value of what an expression means, set against a date."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.date._expressions.feasts import feast_of
from onrecord.date._expressions.meaning import Calendar, Constant, Direction, Meaning, Shift, Weekday
from onrecord.date._expressions.shifts import shifted
from onrecord.date._expressions.values import UNKNOWN, day_of, month_of, week_of, written, year_of

AGAINST_TENSE = 140  # days; on four fifths of TimeBank and AQUAINT all from 100 to 180 do as well


def value_of(meaning: Meaning, anchor: str | None, direction: Direction) -> str:
    """The TIMEX3 value of a meaning. `anchor` is the date that it is set against, a value at its own granularity or
    None; `direction` says on which side of it a date lies that does not say so itself. What needs more of the anchor
    than is known has X in its place."""
    if isinstance(meaning, Constant):
        return meaning.value
    try:
        if isinstance(meaning, Weekday):
            return _weekday(meaning, anchor, direction) or f"XXXX-WXX-{meaning.number}"
        if isinstance(meaning, Shift):
            value = shifted(anchor, meaning.unit, meaning.by, keep=meaning.keep) if anchor else None
            return value or UNKNOWN[meaning.unit]
        return _calendar(meaning, anchor, direction)
    except (ValueError, OverflowError):  # no such day, or none that the calendar reaches
        return "XXXX-XX-XX"


def in_year(meaning: Calendar, year: int) -> str:
    """A calendar date in a year. Raises ValueError when that year has no such day."""
    if meaning.feast:
        return feast_of(meaning.feast, year)
    if meaning.part == "W":
        return week_of(date.fromisoformat(written(year, meaning.month, meaning.day)))
    if meaning.part:
        return f"{written(year)}-{meaning.part}"
    return written(year, meaning.month, meaning.day)


def _calendar(meaning: Calendar, anchor: str | None, direction: Direction) -> str:
    if meaning.year is not None:
        return in_year(meaning, meaning.year)
    known = year_of(anchor) if anchor else None
    if anchor is None or known is None:
        return _yearless(meaning)
    if meaning.year_by is not None:
        return in_year(meaning, known + meaning.year_by)
    if month_of(anchor) is None:  # within a year that is all that is known
        return in_year(meaning, known)
    return nearest(meaning, anchor, meaning.towards or direction)


def nearest(meaning: Calendar, anchor: str, direction: Direction) -> str:
    """The latest date of that name that is not after the anchor, or the earliest not before it."""
    year = year_of(anchor) or 1
    step = -1 if direction == "past" else 1
    for count in range(9):  # a leap day comes again after eight years at most
        try:
            value = in_year(meaning, year + step * count)
        except ValueError:
            continue
        at, here = _place(value), _place_at(anchor, meaning)
        at = at if day_of(anchor) else (*at[:2], 0)
        beyond = at > here if direction == "past" else at < here
        if not beyond and not (meaning.towards and at == here):
            return value
    return _yearless(meaning)


def closest(meaning: Calendar, anchor: str, lean: Direction | None) -> str:
    """The date of that name that lies closest to the anchor. A date on the side where `lean`, the tense, does not point
    has to be closer by `AGAINST_TENSE` days: "payable Nov. 21", told in the past on 2 November, is still to come."""
    fixed = meaning.year is not None or meaning.year_by is not None or meaning.towards is not None
    if fixed or month_of(anchor) is None:
        return value_of(meaning, anchor, "past")
    before, after = (nearest(meaning, anchor, side) for side in ("past", "future"))
    back, ahead = (abs(_days(_place(value)) - _days(_place_at(anchor, meaning))) for value in (before, after))
    if lean is not None:
        back += AGAINST_TENSE if lean == "future" else 0
        ahead += AGAINST_TENSE if lean == "past" else 0
    return before if back <= ahead else after


def _days(place: tuple[int, int, int]) -> float:
    year, month, day = place
    return year * 365.25 + month * 30.4 + day


_STARTS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _place(value: str) -> tuple[int, int, int]:
    """Where a value stands in time, as numbers to compare; parts of a year by their first month."""
    month = _STARTS.get(value[5:7]) or month_of(value) or 0
    day = day_of(value)
    return year_of(value) or 0, month, day.day if day and len(value) == len("2015-03-30") else 0


def _place_at(anchor: str, meaning: Calendar) -> tuple[int, int, int]:
    """Where the part of the year, month or day that holds the anchor stands."""
    year, month, day = _place(anchor)
    if not meaning.part:
        return year, month, day if meaning.day or meaning.feast else 0
    if meaning.part[0] in "QH":
        months = 3 if meaning.part[0] == "Q" else 6
        return year, (month - 1) // months * months + 1, 0
    return (year, month // 3 * 3, 0) if month >= 3 else (year - 1, 12, 0)


def _yearless(meaning: Calendar) -> str:
    if meaning.part:
        return f"XXXX-{meaning.part}"
    if meaning.month is None:
        return "XXXX-XX-XX"
    return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")


def _weekday(meaning: Weekday, anchor: str | None, direction: Direction) -> str | None:
    day = day_of(anchor) if anchor else None
    if day is None:
        return None
    if (meaning.towards or direction) == "past":
        back = (day.isoweekday() - meaning.number) % 7
        return (day - timedelta(days=back or (7 if meaning.towards else 0))).isoformat()
    ahead = (meaning.number - day.isoweekday()) % 7
    return (day + timedelta(days=ahead or (7 if meaning.towards else 0))).isoformat()
