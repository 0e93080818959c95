"""Lines that say who wrote, where and when: bylines, datelines on their own, date lines."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read import _dates
from onrecord.read._items import Known
from onrecord.read._patterns import data
from onrecord.read._shape import compared, ends_sentence, word_count

NAME = r"[A-Z][\w.’'-]*(?:\s(?:de|da|di|van|von|der|den|bin|al|el|la|le|[A-Z][\w.’'-]*)){0,4}"
BYLINE = re.compile(
    rf"(?:(?i:(?:written |story |reported |text )?by):?)\s(?P<names>{NAME}(?:(?:,\s|\s(?:and|&)\s|,\sand\s){NAME})*)"
    r"(?:\s?[|,–—-]\s?.{2,60})?"
)
PLACE = r"[A-Z][A-Z.’'/-]+(?:\s[A-Z.’'/-]+){0,3}"
REGION = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
DATELINE = re.compile(rf"{PLACE}(?:,\s{REGION}){{0,2}}(?:\s?\([^()]{{2,40}}\))?\s?[-–—:]?")
WORDS = re.compile(r"[^\W\d_](?:[\w.]*\w)?")
LONGEST_LINE = 160  # characters
LONGEST_DATE_LINE = 16  # words


def byline(text: str) -> str | None:
    """The names in a line that is a byline and nothing else: "By Ana Ruiz and Per Holm, Reuters"."""
    if len(text) > LONGEST_LINE or (ends_sentence(text) and word_count(text) > 6):
        return None
    match = BYLINE.fullmatch(text)
    return match["names"].strip() if match else None


def is_dateline(text: str) -> bool:
    """Whether a line is a dateline alone: a place in capitals with a region, an agency or a dash ("OSLO, Norway")."""
    match = DATELINE.fullmatch(text) if len(text) <= LONGEST_LINE else None
    return match is not None and any(mark in text for mark in ",(-–—:") and word_count(text) <= 8


def repeats_the_known(text: str, known: Known) -> str | None:
    """The reason to leave a line out that only says again who wrote or published the article."""
    if len(text) > LONGEST_LINE:
        return None
    words = compared(text)
    people = {compared(name) for name in known.authors}
    if known.outlet and words == compared(known.outlet):
        return "label"
    named = [compared(name) for name in re.split(r",|\band\b|&|\|", text) if name.strip()]
    outlet = compared(known.outlet) if known.outlet else None
    if named and people & set(named) and all(name in people or name == outlet for name in named):
        return "byline"
    return None


@cache
def _beside() -> tuple[frozenset[str], frozenset[str]]:
    words = data("dates.yaml")
    return frozenset(words["beside"]), frozenset(words["changed"])


def date_line(text: str) -> tuple[str, bool] | None:
    """The date in a line that holds nothing else, and whether it dates a later change; None for other lines."""
    if len(text) > LONGEST_LINE or word_count(text) > LONGEST_DATE_LINE:
        return None
    found = _dates.dates_in(text)
    if not found:
        return None
    rest = text
    for date in found:
        rest = rest.replace(date.words, " ")
    beside, _ = _beside()
    if any(word not in beside for word in WORDS.findall(rest.casefold())):
        return None
    return found[0].value, is_change(text)


def is_change(text: str) -> bool:
    """Whether a line with a date speaks of a change first: "Updated 4 March 2031"."""
    beside, changed = _beside()
    known = [word for word in WORDS.findall(text.casefold()) if word in beside]
    return bool(known) and known[0] in changed
