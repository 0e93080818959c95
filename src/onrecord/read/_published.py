"""When an article was published: every piece of evidence, and the one that is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.model import Dated, DateEvidence, Declared
from onrecord.read import _bylines, _dates, _metadata
from onrecord.read._confidence import FIRST_DATE, is_believed
from onrecord.read._items import Item

ORDER = ("metadata", "page", "url", "text")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
IN_URL = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?:[/-](?P<month>0?[1-9]|1[0-2]|(?:{'|'.join(MONTHS)})[a-z]{{0,6}})(?:[/-](?P<day>\d{{1,2}}))?"
    r"|(?P<month2>0[1-9]|1[0-2])(?P<day2>[0-3]\d))(?=[/_.-]|\Z)",
    re.IGNORECASE,
)
DATELINE_DATE = re.compile(r"[^.!?“\"]{3,60}?\s?(?:\([^()]{2,30}\)\s?)?[-–—]")


def declared_date(declared: Declared) -> tuple[tuple[DateEvidence, ...], tuple[str, ...]]:
    """The date that came with a document, as evidence, and a note if it is none."""
    return _metadata.evidence([(declared.published_where or "declared", declared.published)])


def url_date(url: str | None) -> tuple[DateEvidence, ...]:
    """The date in an article's address."""
    for match in IN_URL.finditer(url or ""):
        month = match["month"] or match["month2"]
        number = MONTHS.index(month[:3].casefold()) + 1 if month.isalpha() else int(month)
        day = match["day"] or match["day2"]
        value = _dates.iso(f"{match['year']}-{number:02}" + (f"-{int(day):02}" if day else ""))
        if value:
            return (DateEvidence("url", "url", match[0], value),)
    return ()


def line_dates(items: Iterable[Item]) -> tuple[DateEvidence, ...]:
    """The dates of date lines, and of a dateline that has a year. The date of a change comes after the others."""
    first: list[DateEvidence] = []
    changed: list[DateEvidence] = []
    for item in items:
        for part in item.parts:
            if part.reason == "date line" and (line := _bylines.date_line(part.text)):
                where = "line of a change" if line[1] else "date line"
                (changed if line[1] else first).append(DateEvidence("page", where, part.text, line[0]))
    return (*first, *changed)


def dateline_date(first_paragraph: str) -> tuple[DateEvidence, ...]:
    """The date in the dateline of a first sentence, if it has its year: "OSLO, 4 March 2031 (Reuters) -"."""
    match = DATELINE_DATE.match(first_paragraph)
    dates = _dates.dates_in(match[0]) if match and match[0][:3].isupper() else []
    return tuple(DateEvidence("text", "dateline", date.words, date.value) for date in dates[:1])


def first_date(body: str) -> tuple[DateEvidence, ...]:
    """The first whole date in a text: kept as evidence, and never believed, as it may be of anything."""
    return tuple(DateEvidence("text", FIRST_DATE, date.words, date.value) for date in _dates.dates_in(body)[:1])


def published(evidence: Sequence[DateEvidence]) -> Dated:
    """The first piece of evidence of the best basis that is to be believed; unknown when there is none."""
    for basis in ORDER:
        for piece in evidence:
            if piece.basis == basis and is_believed(piece):
                return Dated(piece.value, piece.basis)
    return Dated()
