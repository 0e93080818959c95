"""What an expression of time means once the date of publication is known: a date at its own granularity, or unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.date._expressions import Calendar, Constant, Direction, Meaning, value_of
from onrecord.model import Dated

UNKNOWN = Dated()
_UNFIT = re.compile(r"X|BC|\A\d{1,3}\Z")  # not known, before Christ, a decade or century
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
# A date without a year that is farther away than this may as well lie on the other side of publication: writers then
# give the year, or say "last" and "next".
_AHEAD, _BACK = timedelta(days=183), timedelta(days=274)


def resolve(meaning: Meaning, published: str | None, direction: Direction) -> Dated:
    """The date that an expression means. `published` is ISO 8601 or None; `direction` is where the verb's tense points.

    The basis is "text" when the words alone give the date, "inferred" when the date of publication was needed. A date
    that needs more of the date of publication than is known stays unknown. Values are years, months or days, which
    sort as text: a week is given as the month that holds it, and is unknown when it lies in two, a quarter or season as
    its year. What is set against another time of the text ("three days later") is unknown.
    """
    if isinstance(meaning, Constant) or meaning.anchor == "narrative" or _needs_more(meaning, published):
        return UNKNOWN
    value = _to_the_calendar(value_of(meaning, published, direction))
    if value is None:
        return UNKNOWN
    if isinstance(meaning, Calendar) and meaning.year is not None:
        return Dated(value, "text")
    return UNKNOWN if _is_far(meaning, value, str(published), direction) else Dated(value, "inferred")


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


def _to_the_calendar(value: str) -> str | None:
    """A TIMEX3 value as a year, month or day; None for one not known, and for a week in two months."""
    if _UNFIT.search(value):
        return None
    if week := _WEEK.match(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        sunday = monday + timedelta(days=6)
        return monday.isoformat()[: len("2015-03")] if monday.month == sunday.month else None
    return value[: len("2015")] if value[5:6].isalpha() else value  # a quarter or season is known by its year


def _needs_more(meaning: Meaning, published: str | None) -> bool:
    """Whether a date of a year that is not said needs more of the date of publication than is known."""
    if not isinstance(meaning, Calendar) or meaning.year is not None:
        return False
    whole = meaning.day is not None or meaning.feast is not None
    return len(published or "") < len("2015-03-30" if whole else "2015" if meaning.year_by is not None else "2015-03")


def _is_far(meaning: Meaning, value: str, published: str, direction: Direction) -> bool:
    """Whether a date without a year lies where writers would give the year, or say "last" or "next"."""
    if not isinstance(meaning, Calendar) or meaning.towards or meaning.year_by is not None:
        return False
    (first, last), (first_known, last_known) = bounds(value), bounds(published)
    return max(first - last_known, first_known - last) > (_AHEAD if direction == "future" else _BACK)
