"""Where a text speaks of a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.date._expressions.clock import clock_of
from onrecord.date._expressions.grammar import Grammar, grammar
from onrecord.date._expressions.join import joined
from onrecord.date._expressions.meaning import Expression, Shift
from onrecord.date._expressions.read import meaning_of
from onrecord.model import Span

_SPACES = {ord(space): " " for space in "\u00a0\u2007\u2009\u202f\t\r\f\v"}  # one for one, so that offsets stay
_WORD = re.compile(r"\w+")
_AROUND = 6  # words on either side of one that an expression cannot do without
_WORD_BEFORE = re.compile(r"(\w+)[ -]{1,2}(?:\(|the )?$")
_BREAK = re.compile(r"\n(?: *\n)*")


def find(text: str) -> tuple[Expression, ...]:
    """The expressions of time in a text, in order; they do not overlap, and do not run over a blank line."""
    flat = _BREAK.sub(lambda m: " " if len(m[0]) == 1 else "\n" * len(m[0]), text.translate(_SPACES))
    rules = grammar()
    dates: list[Expression] = []
    clocks: list[Expression] = []
    for start, end in _stretches(flat, rules.triggers):
        dates += _dates(flat, start, end, rules)
        clocks += _clocks(flat, start, end, rules)
    return joined(flat, dates, clocks)


def _stretches(text: str, triggers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that can hold an expression: some words around each that one cannot do without."""
    words = [match.span() for match in _WORD.finditer(text)]
    first = last = -1
    for number, (start, end) in enumerate(words):
        if not text[start].isdecimal() and text[start:end].casefold() not in triggers:
            continue
        if first < 0:
            first = max(number - _AROUND, 0)
        elif number - _AROUND > last:
            yield max(words[first][0] - 1, 0), words[last][1]
            first = number - _AROUND
        last = min(number + _AROUND, len(words) - 1)
    if first >= 0:
        yield max(words[first][0] - 1, 0), words[last][1]


def _dates(text: str, start: int, end: int, rules: Grammar) -> Iterator[Expression]:
    for match in rules.pattern.finditer(text, start, end):
        form = rules.forms[int(str(match.lastgroup).removeprefix("form"))]  # the outermost group closes last
        groups = {name: match[group] for group, name in form.groups if match[group] is not None}
        it = next((group for group, name in form.groups if name == "it" and match[group]), 0)
        span = Span(*match.span(it))
        if "after" in form.fields and not _comes_after(text, span.start, rules.lists[form.fields["after"]]):
            continue
        read = meaning_of(rules, form, groups)
        if read is not None and span.start < span.end:
            yield Expression(span, *read)


def _clocks(text: str, start: int, end: int, rules: Grammar) -> Iterator[Expression]:
    today = Shift("day", 0, anchor="narrative")
    for match in rules.clock.finditer(text, start, end):
        groups = {name.partition("__")[0]: words for name, words in match.groupdict().items() if words is not None}
        clock = clock_of(rules, groups)
        if clock is not None:
            yield Expression(Span(*match.span()), today, clock)


def _comes_after(text: str, at: int, words: frozenset[str]) -> bool:
    before = _WORD_BEFORE.search(text, max(0, at - 16), at)
    return before is not None and before[1].casefold() in words


def head_words() -> frozenset[str]:
    """Words that may stand beside a date in a line that gives the date of an article."""
    return grammar().lists["head"]


def dateline(text: str) -> int:
    """Where the dateline at the head of a paragraph ends; 0 when it has none."""
    match = grammar().patterns["dateline"].match(text)
    return match.end() if match else 0
