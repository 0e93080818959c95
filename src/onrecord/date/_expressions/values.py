"""TIMEX3 values of dates: "1989", "1989-Q3", "1989-SU", "1989-10", "1989-W43", "1989-W43-WE", "1989-10-27", "198",
"19"; parts that are not known are X. Calendar arithmetic on them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

from onrecord.date._expressions.meaning import Unit

UNKNOWN: dict[Unit, str] = {
    "second": "XXXX-XX-XX", "minute": "XXXX-XX-XX", "hour": "XXXX-XX-XX", "day": "XXXX-XX-XX", "night": "XXXX-XX-XX",
    "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
DESIGNATORS: dict[Unit, tuple[str, int]] = {
    "second": ("S", 1), "minute": ("M", 1), "hour": ("H", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("D", 2), "month": ("M", 1), "quarter": ("M", 3), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100),
}  # fmt: skip
OF_THE_DAY: frozenset[Unit] = frozenset({"second", "minute", "hour"})
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_SEASONS = ("SP", "SU", "FA", "WI")


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


def season_of(month: int) -> str:
    """The season of a month, by the meteorologists' reckoning in the north."""
    return _SEASONS[(month - 3) % 12 // 3]


def feast_of(feast: str, year: int) -> str:
    """The day of a feast in a year. `feast` is "month-day", "month-nth-weekday" (nth 9 is
    the last), either with "+days", or "easter±days"."""
    if feast.startswith("easter"):
        return (easter(year) + timedelta(days=int(feast.removeprefix("easter")))).isoformat()
    named, _, later = feast.partition("+")
    numbers = [int(number) for number in named.split("-")]
    if len(numbers) == 2:
        return written(year, *numbers)
    month, nth, weekday = numbers
    days = [day for day in _days_of(year, month) if day.isoweekday() == weekday]
    return (days[-1 if nth == 9 else nth - 1] + timedelta(days=int(later or 0))).isoformat()


def _days_of(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    days = (first + timedelta(days=n) for n in range(31))
    return [day for day in days if day.month == month]


def shifted(value: str, unit: Unit, by: int, *, keep: bool = False) -> str | None:
    """A value so many units later, at the granularity of the unit, or at its own if `keep` and it is a finer one of
    months or years. None when the value is too coarse for it, or the calendar ends."""
    try:
        if unit in OF_THE_DAY:
            return value[:10] if by == 0 else None
        if unit in ("day", "night", "week", "fortnight", "weekend"):
            return _by_days(value, unit, by)
        return _by_months(value, unit, by, keep=keep)
    except (ValueError, OverflowError):
        return None


def _by_days(value: str, unit: Unit, by: int) -> str | None:
    day = day_of(value)
    if day is None:
        return None
    if unit in ("day", "night"):
        return (day + timedelta(days=by)).isoformat()
    return week_of(day + timedelta(weeks=by * (2 if unit == "fortnight" else 1))) + ("-WE" if unit == "weekend" else "")


def _by_months(value: str, unit: Unit, by: int, *, keep: bool) -> str | None:
    year, month = year_of(value), month_of(value)
    if year is None:
        return None
    if unit == "decade":
        return f"{(year // 10) + by:03d}" if year > 0 else None
    if unit == "century":
        return f"{(year // 100) + by:02d}" if year > 0 else None
    if unit == "year":
        return _in_year(value, year + by) if keep else written(year + by)
    if unit == "quarter":
        quarter = int(value[6]) if re.match(r"\d{4}-Q\d", value) else quarter_of(month) if month else None
        if quarter is None:
            return None
        count = year * 4 + quarter - 1 + by
        return f"{count // 4:04d}-Q{count % 4 + 1}"
    if month is None:
        return None
    count = year * 12 + month - 1 + by
    kept = day_of(value) if keep and by and not _WEEK.match(value) else None
    try:
        return written(count // 12, count % 12 + 1, kept.day if kept else None)
    except ValueError:
        return written(count // 12, count % 12 + 1)


def _in_year(value: str, year: int) -> str:
    """The same day, month or quarter of another year; a week stays none, as its number means another week there."""
    rest = value[4:] if value[:4].isdigit() and "W" not in value else ""
    try:
        if re.fullmatch(r"-\d\d-\d\d", rest):
            date.fromisoformat(f"{year:04d}{rest}")
    except ValueError:
        rest = rest[:3]
    return written(year) + rest
