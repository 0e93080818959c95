"""Quotation marks → quotations, a paragraph at a time, so that an unbalanced mark never swallows the article.

Known marks: “ ” „ « » " '' `` and the British single ‘ ’ and '. A quotation within a quotation is part of the outer.
A mark that opens and never closes holds to the end of its sentence, or of its paragraph when the next paragraph opens
with a mark again (the way newspapers run a quotation over paragraphs).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span

Role = Literal["open", "close"]

_MARK = re.compile(r"''|``|[“”„«»\"‘’']")
_SENTENCE_END = re.compile(r"[.?!…](?=\s|$)")
_OPENERS = frozenset("“„«‘") | {"``"}
_CLOSERS = frozenset("”»’")
_SINGLE = frozenset("‘’'")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/:“‘\"'«")
PLURAL = "s"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks. `outer` holds the marks, `inner` does not.

    `carried` says that it goes on from the paragraph before, `runs_on` that it goes on in the next; `opens_sentence`
    that its first letter is a capital.
    """

    outer: Span
    inner: Span
    opens_sentence: bool = False
    carried: bool = False
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool
    closes: bool

    @property
    def single(self) -> bool:
        return self.text in _SINGLE


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text in order; positions are indices into `text`."""
    found: list[Quotation] = []
    running = False
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and _opens_with_mark(text, following)
        here = list(_in_paragraph(text, paragraph, running, goes_on))
        running = bool(here) and here[-1].runs_on
        found += [quotation for quotation in here if quotation.inner.start < quotation.inner.end]
    return tuple(found)


def overlapping(quotes: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of the quotations, which are in order and apart, that share a character with a span."""
    low = bisect_right(quotes, span.start, key=lambda q: q.outer.end)
    high = bisect_left(quotes, span.end, key=lambda q: q.outer.start)
    return quotes[low:high]


def _opens_with_mark(text: str, paragraph: Span) -> bool:
    mark = _MARK.match(text, paragraph.start, paragraph.end)
    return mark is not None and mark.group() not in _SINGLE and mark.group() not in _CLOSERS


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        spaced = before in _BEFORE_OPENING and not after.isspace()
        opens = mark in _OPENERS or (mark not in _CLOSERS and spaced)
        closes = mark in _CLOSERS or (mark not in _OPENERS and (after.isspace() or not before.isspace()))
        if mark in _SINGLE:
            opens = opens and spaced and after.isalpha()
            closes = closes and not after.isalnum() and not before.isspace()
        if opens or closes:
            yield _Mark(start, end, mark, opens, closes)


def _in_paragraph(text: str, paragraph: Span, running: bool, goes_on: bool) -> Iterator[Quotation]:
    marks = list(_marks(text, paragraph))
    at = 0
    if running and marks and marks[0].closes and not marks[0].opens and not marks[0].single:
        yield _quotation(text, paragraph.start, marks[0].end, paragraph.start, marks[0].start, carried=True)
        at = 1
    while at < len(marks):
        opening = marks[at]
        if not opening.opens:
            at += 1
            continue
        closing = _closing(text, marks, at)
        carried = running and opening.start == paragraph.start
        if closing is not None:
            end = marks[closing]
            yield _quotation(text, opening.start, end.end, opening.end, end.start, carried=carried)
            at = closing + 1
        elif opening.single:
            at += 1
        else:
            yield _unclosed(text, paragraph, marks, at, carried, goes_on)
            at = next((n for n in range(at + 1, len(marks)) if marks[n].opens and not marks[n].single), len(marks))


def _closing(text: str, marks: Sequence[_Mark], at: int) -> int | None:
    """Number of the mark that closes the one at `at`; nested marks of the other kind are stepped over."""
    opening = marks[at]
    possible: int | None = None
    nested = 0
    for number in range(at + 1, len(marks)):
        mark = marks[number]
        if mark.single != opening.single:
            continue
        if mark.text in _OPENERS and mark.text != opening.text:
            nested += 1
        elif nested and mark.text in _CLOSERS:
            nested -= 1
        elif mark.closes and not (mark.text == '"' and opening.text in _OPENERS and mark.opens):
            if not opening.single or not _possessive(text, mark):
                return number
            possible = number
        elif mark.opens:
            break
    return possible


def _possessive(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1] == PLURAL and text[mark.end : mark.end + 1] == " "


def _unclosed(text: str, paragraph: Span, marks: Sequence[_Mark], at: int, carried: bool, goes_on: bool) -> Quotation:
    opening = marks[at]
    reopened = next((m.start for m in marks[at + 1 :] if m.opens and not m.single), None)
    limit = paragraph.end if reopened is None else reopened
    if reopened is None and (goes_on or carried):
        end = limit
    else:
        stop = _SENTENCE_END.search(text, opening.end, limit)
        end = stop.end() if stop else limit
    end = opening.end + len(text[opening.end : end].rstrip())
    return _quotation(text, opening.start, end, opening.end, end, carried=carried, runs_on=reopened is None and goes_on)


def _quotation(
    text: str, start: int, end: int, inner_start: int, inner_end: int, *, carried: bool = False, runs_on: bool = False
) -> Quotation:
    inner = Span(inner_start, max(inner_start, inner_end))
    first = text[inner.start : inner.end].lstrip(" \u00a0\n‘'’[(.…")[:1]
    return Quotation(Span(start, end), inner, first.isupper() or first.isdigit(), carried, runs_on)
