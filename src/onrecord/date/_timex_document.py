"""When an article was written, as far as what came with it or the head of its text says."""

from __future__ import annotations

import re
from datetime import datetime

from onrecord.date._expressions import Calendar, Expression, dateline, find, head_words, value_of
from onrecord.date._resolve import UNKNOWN
from onrecord.model import Dated

_HEAD = 1500  # characters in which a dateline or a byline stands, if there is one
_LINES = 10
_COARSE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")  # a year or a month, which datetime does not read
_BYLINE_WORDS = 14


def given_date(published: str | None) -> str | None:
    """A date that came with an article, as ISO 8601 and to the day at most; None for none.

    Raises ValueError for what is no date.
    """
    words = (published or "").strip()
    if not words or _COARSE.fullmatch(words):
        return words or None
    return datetime.fromisoformat(words).date().isoformat()


def document_date(text: str, published: str | None) -> Dated:
    """The date of an article: `published` if it is given (basis "metadata"), else a whole date in a dateline, a byline
    or a line of its own at the head of the text (basis "text"), else unknown. Nothing is inferred from the article's
    body. Raises ValueError when `published` is no date."""
    value = given_date(published)
    if value is not None:
        return Dated(value, "metadata")
    lines = [line.strip() for line in text[:_HEAD].splitlines() if line.strip()]
    for line in lines[:_LINES]:
        for one in find(line):
            value = _whole(one)
            if value and (one.span.end <= dateline(line) or _gives_the_date(line, one)):
                return Dated(value, "text")
    return UNKNOWN


def _whole(one: Expression) -> str | None:
    meaning = one.meaning
    if not isinstance(meaning, Calendar) or None in (meaning.year, meaning.month, meaning.day):
        return None
    value = value_of(meaning, None, "past")
    return None if "X" in value else value


def _gives_the_date(line: str, one: Expression) -> bool:
    """Whether a line has nothing but a date, or names who wrote it."""
    rest = re.findall(r"[^\W\d_]+", (line[: one.span.start] + " " + line[one.span.end :]).casefold())
    if rest and rest[0] == "by":
        return len(rest) <= _BYLINE_WORDS
    return all(word in head_words() for word in rest)
