"""The publication date that a reader of a page can see: beside the headline, or marked as a date by the page."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from htmldate import find_date

from onrecord.model import DateEvidence
from onrecord.read import _bylines, _dates
from onrecord.read._shape import compared, word_count
from onrecord.read._units import clean

EARLIEST, LATEST = "1995-01-01", "2100-01-01"  # the web is younger than the first; the second keeps out today's date
MARKED = (
    "//time|//*[contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')"
    " or contains(@class, 'posted') or contains(@class, 'byline')]"
)
LONGEST_LINE = 16  # words of a block that can give a date: "By Ana Ruiz, Harbour Post | 4 March 2031, 10:15"
LONGEST_WORDS = 120  # characters of evidence that are kept
BEFORE, AFTER = 8, 2  # blocks around the first paragraph in which a date stands when there is no headline to see


def beside_title(visible: Sequence[str], main: Sequence[str], title: str | None) -> tuple[DateEvidence, ...]:
    """Dates in the short lines between the headline and the first paragraphs; that of a change comes last."""
    start, end = _head(visible, main, title)
    first: list[DateEvidence] = []
    changed: list[DateEvidence] = []
    for block in visible[start:end]:
        is_line = word_count(block) <= LONGEST_LINE and not block.startswith(("-", "–", "—"))  # a quotation's credit
        dates = _dates.dates_in(block) if is_line else []
        for date in dates[:1]:
            late = _bylines.is_change(block)
            where = "line of a change by the headline" if late else "line by the headline"
            (changed if late else first).append(DateEvidence("page", where, block, date.value))
    return (*first, *changed)


def _head(visible: Sequence[str], main: Sequence[str], title: str | None) -> tuple[int, int]:
    """The blocks from the headline to a little after the first paragraph of the main text."""
    blocks = [compared(block) for block in visible]
    opening = next((words[:60] for unit in main if len(words := compared(unit)) >= 30), None)
    if opening is None:
        return 0, 0
    first = next((i for i, block in enumerate(blocks) if block.startswith(opening)), None)
    if first is None:
        return 0, 0
    headline = compared(title or "")
    above = [i for i in range(first) if headline and blocks[i] == headline]
    return (above[-1] if above else max(0, first - BEFORE)), first + AFTER


def marked(tree: Any) -> tuple[DateEvidence, ...]:
    """The date that htmldate finds in a tree without its head, if an element marked as a date says the same.

    The extensive search is off, as it takes copyright years and the dates of links for the page's own.
    """
    found = find_date(
        copy.deepcopy(tree), extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST
    )
    if found is None:
        return ()
    for element in tree.xpath(MARKED):
        stamped = str(element.get("datetime") or "")
        words = clean(str(element.text_content()))
        if _dates.iso(stamped) == found:
            return (DateEvidence("page", f"<{element.tag} datetime>", (words or stamped)[:LONGEST_WORDS], found),)
        if word_count(words) <= LONGEST_LINE and any(date.value == found for date in _dates.dates_in(words)):
            return (DateEvidence("page", f"<{element.tag}>", words[:LONGEST_WORDS], found),)
    return ()
