"""Weeks from Monday to Sunday, by their Mondays."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.publish._words import day


def monday(value: str | None) -> date | None:
    """The Monday of the week that an ISO date lies in; None for one without a day."""
    try:
        found = date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
    return found - timedelta(days=found.weekday()) if found.toordinal() > found.weekday() else None


def named(first: date) -> str:
    """A week in words: "3 – 9 March 2031", "30 March – 5 April 2015"; a year or month that both days share once."""
    last = first + timedelta(days=6) if first < date.max - timedelta(days=6) else date.max
    begins, ends = day(first.isoformat()).split(), day(last.isoformat()).split()
    while len(begins) > 1 and begins[-1] == ends[len(begins) - 1]:
        begins.pop()
    return f"{' '.join(begins)} – {' '.join(ends)}"
