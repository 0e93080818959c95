"""Calendar arithmetic on TIMEX3 values."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.date._expressions.meaning import Unit
from onrecord.date._expressions.periods import OF_THE_DAY
from onrecord.date._expressions.values import day_of, is_week, month_of, quarter_of, week_of, written, year_of


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
    kept = day_of(value) if keep and by and not is_week(value) else None
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
