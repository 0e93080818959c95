"""Days and dates that independent articles give to one thing."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.analyse._differences.coverage import DAY, MAY_BE_TWO, Verdict, vaguer
from onrecord.analyse._differences.words import sentence, words
from onrecord.date import Timex, bounds, tag
from onrecord.model import Article, Span

BEFORE, BEHIND = 30, 12  # characters from a date within which a word of saying makes it the day of the saying
OPENS = 4  # characters before a date that opens its sentence ("On Monday, he said")
LONGER = "The first gives a longer time, in which the second lies."
LIKELY = 31  # days between two dates of one thing at most: a day or a month is easily mistaken, hardly more
WEEKDAYS = frozenset(name.casefold() for name in day_name)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_UNITS = (0, 1, 27, 364)  # days from the first to the last of a day, a weekend or week, a month, a year
_LENGTH = re.compile(r"P(\d{1,3})([DWM])")
_LENGTHS = {"D": timedelta(days=1), "W": timedelta(days=7), "M": timedelta(days=30)}
_THIRD = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that an expression of time allows, and its words. `said` is true where it dates a saying;
    `side` is where it lies from the day of publication: before (-1), on or around it (0), after (1)."""

    first: date
    last: date
    written: str
    said: bool
    side: int

    @property
    def weekdays(self) -> frozenset[str]:
        """The days of the week that its words name."""
        return frozenset(self.written.casefold().split()) & WEEKDAYS

    @property
    def long(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days

    @property
    def unit(self) -> int:
        """The longest unit that is no longer: a day (0), a week, or a part of a month (1), a month (2), a year (3)."""
        return max(number for number, unit in enumerate(_UNITS) if unit <= self.long)

    def holds(self, other: Days) -> bool:
        """Whether another, shorter time lies within this one."""
        return self.first <= other.first and other.last <= self.last and self.long > other.long


def days_of(article: Article) -> Iterator[tuple[Span, Days]]:
    """The days, weeks, months and years that an article with a day of publication names, in order."""
    published = (article.published.value or "")[:DAY]
    if len(published) < DAY:
        return
    today = date.fromisoformat(published)
    for time in tag(article.text, published):
        written = " ".join(article.text[time.span.start : time.span.end].split())
        known = _window(time, written, today) if time.kind == "DURATION" else _bounds(time, written, today)
        if known is not None:
            first, last = known
            side = -1 if last < today else 1 if first > today else 0
            yield time.span, Days(first, last, written, _said(article, time.span), side)


def compare_days(one: Days, other: Days) -> Verdict | None:
    """How two dates of one thing stand to each other; None where they don't differ, or may well be of two things.

    The vaguer one is of the next longer unit: a month for a day, a year for a month. Two that lie apart are of one
    thing only where both are days, weeks, months or years, on one side of publication, and not far from each other.
    """
    if one.said or other.said or one.written.casefold() == other.written.casefold() or one.weekdays & other.weekdays:
        return None  # "on Monday" in articles of two weeks is more often the program's mistake
    if one.holds(other) or other.holds(one):
        return vaguer(LONGER, swap=other.holds(one)) if abs(one.unit - other.unit) <= 1 else None
    apart = max((one.first - other.last).days, (other.first - one.last).days)
    comparable = one.unit == other.unit and one.side * other.side >= 0
    return Verdict("open", MAY_BE_TWO) if comparable and 0 < apart <= LIKELY else None


def same_days(one: Days, other: Days) -> bool:
    """Whether two expressions of time allow the same days."""
    return (one.first, one.last) == (other.first, other.last)


def _bounds(time: Timex, written: str, today: date) -> tuple[date, date] | None:
    """The first and last day of a date; a time of day alone ("at noon") has none, as its day is only guessed."""
    if time.kind == "SET" or (time.kind == "TIME" and not words().day.search(written)):
        return None
    try:
        if week := _WEEK.fullmatch(time.value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday + timedelta(days=5 if week[3] else 0), monday + timedelta(days=6)
        first, last = bounds(time.value[:DAY])
    except ValueError:
        return None
    return _part(first, last, written, today) if len(time.value) == len("2015-03") else (first, last)


def _window(time: Timex, written: str, today: date) -> tuple[date, date] | None:
    """The days from publication in which words say that something will be: "within 10 days", "the next two weeks"."""
    length = _LENGTH.fullmatch(time.value)
    if length is None or not words().within.match(written):
        return None
    return today, today + int(length[1]) * _LENGTHS[length[2]]


def _part(first: date, last: date, written: str, today: date) -> tuple[date, date]:
    """The part of a month that words mean: "late April", "the end of April", "later this month"."""
    part = next((part for part, pattern in words().parts if pattern.search(written)), None)
    if part == "early":
        return first, first + _THIRD
    if part == "middle":
        return first + _THIRD, first + 2 * _THIRD
    if part == "late":
        return first + 2 * _THIRD, last
    return (max(first, today) if part == "rest" and today <= last else first), last


def _said(article: Article, at: Span) -> bool:
    """Whether a word of saying stands beside a date, with no comma between unless the date opens the sentence."""
    around = sentence(article, at)
    before = article.text[max(around.start, at.start - BEFORE) : at.start]
    behind = article.text[at.end : min(around.end, at.end + BEHIND)]
    if at.start - around.start > OPENS:
        behind = behind.partition(",")[0]
    return any(words().saying.search(part) for part in (before, behind))
