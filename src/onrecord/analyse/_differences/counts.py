"""Numbers that are no figures by themselves: lengths of time and counts of anything ("15 years", "47 senators").

Alone they say too little of what they measure; among the same words as in another article they can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.analyse._differences.words import root, words
from onrecord.code import amounts
from onrecord.date import tag
from onrecord.model import FigureMention, Reading, Span

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
BEHIND = 4  # words behind a number that can say what is counted
_RUN = re.compile(rf"(?:[ -][^\W\d_][\w’'-]{{0,40}}){{1,{BEHIND}}}")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_AGE = re.compile(r"[\s-]old\b")


def lengths_and_counts(reading: Reading) -> Iterator[tuple[FigureMention, frozenset[str]]]:
    """The lengths of time and the counts of an article that are neither dates nor figures, each with the roots of the
    words that say what is counted."""
    article = reading.article
    taken = bytearray(len(article.text))
    dates = (time.span for time in tag(article.text, article.published.value) if time.kind != "DURATION")
    for span in (*dates, *(figure.span for figure in reading.figures)):
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    for paragraph in article.paragraphs:
        start = paragraph.span.start
        for amount in amounts(article.text[start : paragraph.span.end]):
            span = Span(start + amount.start, start + amount.end)
            figure = FigureMention(amount.low, amount.high, amount.about, amount.unit, None, None, (), span)
            if any(taken[span.start : span.end]):
                continue
            if amount.unit in DAYS:
                if not _AGE.match(article.text, span.end):
                    yield figure, frozenset()
            elif amount.unit is None and not amount.is_year and not amount.low == amount.high == 1:
                of, end = _counted(article.text, span.end)
                if of:
                    yield replace(figure, span=Span(span.start, end)), of


def _counted(text: str, at: int) -> tuple[frozenset[str], int]:
    """The roots of the words behind a number, up to one that tells nothing of what is counted, and their end."""
    run = _RUN.match(text, at)
    found = []
    for match in _WORD.finditer(text, *(run.span() if run else (at, at))):
        word = match.group().casefold()
        if word in STOP_WORDS or word in words().calendar:
            break
        found.append(root(word))
        at = match.end()
    return frozenset(found), at
