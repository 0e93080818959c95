"""The days of feasts."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from onrecord.date._expressions.values import written


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
