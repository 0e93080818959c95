"""Dates as pages and feeds write them, into ISO 8601. What is not wholly said is not made up.

Only full dates and their ISO prefixes ("2015", "2015-03") are taken. "4/3/2025" can be read in two ways and is not.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime

FIRST_YEAR, LAST_YEAR = 1700, 2100  # before the oldest papers that are still read; after anyone's planning
MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_MONTH = rf"(?P<{{}}>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
WRITTEN = re.compile(
    rf"(?<!\w)(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-](?:of\s)?{_MONTH.format('m1')}[\s,-]+(?P<y1>\d{{4}})"
    rf"|{_MONTH.format('m2')}\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<d5>\d{1,2})\.(?P<m5>\d{1,2})\.(?P<y5>\d{4})|(?P<a4>\d{1,2})/(?P<b4>\d{1,2})/(?P<y4>\d{4}))(?!\d)",
    re.IGNORECASE,
)
ISO = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ].*)?)?)?\Z")
EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a text: the words and the ISO date."""

    words: str
    value: str


def iso(text: str) -> str | None:
    """The ISO date that a metadata value says, at its own granularity; None when it says none, or an impossible one."""
    text = text.strip()
    if match := ISO.match(text):
        year, month, day = (int(group) if group else None for group in match.groups())
        return _checked(year or 0, month, day)
    if match := EPOCH.fullmatch(text):
        seconds = int(match[1]) if match[1] else int(match[2]) // 1000
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    found = dates_in(text[:200])
    return found[0].value if found else None


def dates_in(text: str) -> list[WrittenDate]:
    """The full dates that a text writes out, in order; impossible and two-faced ones are passed over."""
    found = []
    for match in WRITTEN.finditer(text):
        value = _checked(*_read(match))
        if value:
            found.append(WrittenDate(match[0], value))
    return found


def _read(match: re.Match[str]) -> tuple[int, int, int]:
    if match["y1"]:
        return int(match["y1"]), MONTHS[match["m1"].casefold()], int(match["d1"])
    if match["y2"]:
        return int(match["y2"]), MONTHS[match["m2"].casefold()], int(match["d2"])
    if match["y3"]:
        return int(match["y3"]), int(match["m3"]), int(match["d3"])
    if match["y5"]:
        return int(match["y5"]), int(match["m5"]), int(match["d5"])  # who writes dots puts the day first
    first, second, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
    if first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else (0, 0, 0)


def _checked(year: int, month: int | None, day: int | None) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR or not (month is None or 1 <= month <= 12):
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(year, month)[1] else None
