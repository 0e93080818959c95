"""Dates as far as they are known, and the periods that they fall into."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

Granularity = Literal["year", "month", "day"]
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_GRANULARITIES: tuple[Granularity, ...] = ("year", "month", "day")


def granularity(written: str) -> Granularity | None:
    """How precise an ISO date is; None if it is no date."""
    parts = _ISO.fullmatch(written)
    if parts is None:
        return None
    known = [int(part) for part in parts.groups() if part is not None]
    try:
        date(*[*known, 1, 1][:3])
    except ValueError:
        return None
    return _GRANULARITIES[len(known) - 1]


def day(written: str | None) -> date | None:
    """The day of an ISO date, None if it is not known to the day."""
    return date.fromisoformat(written) if written and granularity(written) == "day" else None


def year(written: str | None) -> object:
    """The year, None if unknown."""
    return written[:4] if written else None


def month(written: str | None) -> object:
    """Year and month, None if unknown."""
    return written[:7] if written and len(written) > 4 else None


def week(written: str | None) -> object:
    """The week and its year by ISO 8601, None if the day is unknown."""
    known = day(written)
    return known.isocalendar()[:2] if known else None


def dna_month(written: str | None) -> object:
    """The month without its year, as the Discourse Network Analyzer compares months."""
    return written[5:7] if written and len(written) > 4 else None


def dna_week(written: str | None) -> object:
    """The week without its year, as the Discourse Network Analyzer compares weeks: they start on Sunday, the first is
    the one with 1 January in it (java.util.Calendar.WEEK_OF_YEAR, United States)."""
    known = day(written)
    if known is None:
        return None
    sunday = known - timedelta(days=(known.weekday() + 1) % 7)
    if (sunday + timedelta(days=6)).year > known.year:
        return 1
    first = date(known.year, 1, 1)
    return (known - first + timedelta(days=(first.weekday() + 1) % 7)).days // 7 + 1


PERIODS: dict[str, Callable[[str | None], object]] = {
    "week": week,
    "month": month,
    "year": year,
    "dna-week": dna_week,
    "dna-month": dna_month,
}
