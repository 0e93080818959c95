"""TIMEX3 values of dates: "1989", "1989-Q3", "1989-SU", "1989-10", "1989-W43", "1989-W43-WE", "1989-10-27", "198",
"19"; parts that are not known are X."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.date._expressions.meaning import Unit

UNKNOWN: dict[Unit, str] = {
    "second": "XXXX-XX-XX", "minute": "XXXX-XX-XX", "hour": "XXXX-XX-XX", "day": "XXXX-XX-XX", "night": "XXXX-XX-XX",
    "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def year_of(value: str) -> int | None:
    """The year of a value, below 1 before Christ; None when it has none."""
    if value.startswith("BC") and value[2:6].isdigit():
        return 1 - int(value[2:6])
    return int(value[:4]) if value[:4].isdigit() and len(value) >= 4 else None


def month_of(value: str) -> int | None:
    """The month of a value of a month or a day."""
    if value.startswith("BC"):
        return None
    if (day := day_of(value)) is not None:
        return day.month
    return int(value[5:7]) if re.match(r"\d{4}-\d\d", value) else None


def day_of(value: str) -> date | None:
    """The day of a value; of a week its Monday, of a weekend its Saturday."""
    try:
        if week := _WEEK.match(value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday + timedelta(days=5) if value.endswith("-WE") else monday
        return date.fromisoformat(value[:10]) if re.match(r"\d{4}-\d\d-\d\d", value) else None
    except ValueError:
        return None


def is_week(value: str) -> bool:
    """Whether a value is a week or a weekend."""
    return _WEEK.match(value) is not None


def written(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date by its numbers as a value; a year below 1 lies before Christ."""
    if month and day and year > 0:
        date(year, month, day)  # raises ValueError when there is no such day
    first = f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
    return first + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def week_of(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """The quarter of a month."""
    return (month - 1) // 3 + 1
