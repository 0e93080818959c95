"""What an expression of time means once the date of publication is known: a date at its own granularity, or unknown."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.date._expressions import Calendar, Direction, Meaning, Shift, Weekday
from onrecord.model import Dated

UNKNOWN = Dated()
# A date without a year that is farther away than this may as well lie on the other side of publication: writers then
# give the year, or say "last" and "next".
_AHEAD, _BACK = timedelta(days=183), timedelta(days=274)


def resolve(meaning: Meaning, published: str | None, direction: Direction) -> Dated:
    """The date that an expression means. `published` is ISO 8601 or None; `direction` is where the verb's tense points.

    The basis is "text" when the words alone give the date, "inferred" when the date of publication was needed. A date
    that needs more of the date of publication than is known stays unknown. Values are years, months or days, which
    sort as text: a week is given as the month that holds it, and is unknown when it lies in two.
    """
    try:
        if isinstance(meaning, Calendar):
            return _calendar(meaning, published, meaning.towards or direction)
        value = _weekday(meaning, published, direction) if isinstance(meaning, Weekday) else _shift(meaning, published)
    except (ValueError, OverflowError):  # no such day, or none that the calendar reaches
        return UNKNOWN
    return Dated(value, "inferred") if value and _exists(value) else UNKNOWN


def bounds(value: str) -> tuple[date, date]:
    """The first and last day of a date at its own granularity: year, month or day; a time of day is ignored.

    Raises ValueError when the value is none of these.
    """
    if len(value) == len("2015"):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == len("2015-03"):
        first = date.fromisoformat(f"{value}-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = date.fromisoformat(value[:10])
    return day, day


def _calendar(meaning: Calendar, published: str | None, direction: Direction) -> Dated:
    if meaning.year is not None:
        value = _iso(meaning.year, meaning.month, meaning.day)
        bounds(value)
        return Dated(value, "text")
    known = (published or "")[: len("2015-03" if meaning.day is None else "2015-03-30")]
    if len(known) < len("2015-03" if meaning.day is None else "2015-03-30"):
        return UNKNOWN
    for step in (0, 1):
        value = _iso(int(known[:4]) + (-step if direction == "past" else step), meaning.month, meaning.day)
        beyond = value > known if direction == "past" else value < known
        if not beyond and _exists(value) and not (meaning.towards and value == known):
            away = max(bounds(value)[0] - bounds(known)[1], bounds(known)[0] - bounds(value)[1])
            far = not meaning.towards and away > (_AHEAD if direction == "future" else _BACK)
            return UNKNOWN if far else Dated(value, "inferred")
    return UNKNOWN


def _weekday(meaning: Weekday, published: str | None, direction: Direction) -> str | None:
    day = _day(published)
    if day is None:
        return None
    if (meaning.towards or direction) == "past":
        back = (day.isoweekday() - meaning.number) % 7
        return (day - timedelta(days=back or (7 if meaning.towards else 0))).isoformat()
    ahead = (meaning.number - day.isoweekday()) % 7
    return (day + timedelta(days=ahead or (7 if meaning.towards else 0))).isoformat()


def _shift(meaning: Shift, published: str | None) -> str | None:
    if meaning.unit == "year":
        return f"{int(published[:4]) + meaning.by:04d}" if published else None
    if meaning.unit == "month":
        if not published or len(published) < len("2015-03"):
            return None
        months = int(published[:4]) * 12 + int(published[5:7]) - 1 + meaning.by
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    day = _day(published)
    if day is None:
        return None
    if meaning.unit == "week":
        monday = day + timedelta(weeks=meaning.by, days=1 - day.isoweekday())
        sunday = monday + timedelta(days=6)
        return monday.isoformat()[: len("2015-03")] if monday.month == sunday.month else None
    return (day + timedelta(days=meaning.by)).isoformat()


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published and len(published) >= 10 else None


def _iso(year: int, month: int | None, day: int | None) -> str:
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _exists(value: str) -> bool:
    try:
        bounds(value)
    except ValueError:
        return False
    return True
