"""Neighbouring expressions that are one, and the words around them that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.date._expressions.grammar import grammar
from onrecord.date._expressions.meaning import Calendar, Constant, Expression, Shift, Weekday
from onrecord.model import Span

_BEFORE = 40  # characters in which the words before an expression are looked for
_BETWEEN = 12  # … and those between two that are one


def joined(text: str, dates: Iterable[Expression], clocks: Iterable[Expression]) -> tuple[Expression, ...]:
    """Dates and times of day in order, those that stand together as one ("10 p.m. on Friday", "Friday, 3 March"), each
    with the words before it that belong to it ("early", "the end of")."""
    one_each = _without_overlaps([*dates, *clocks])
    whole: list[Expression] = []
    for expression in one_each:
        both = _as_one(text, whole[-1], expression) if whole else None
        if both is not None:
            whole[-1] = both
        else:
            whole.append(expression)
    grown: list[Expression] = []
    for expression in whole:
        start = grown[-1].span.end if grown else 0
        grown.append(_with_words_around(text, expression, start))
    return tuple(grown)


def _without_overlaps(expressions: Sequence[Expression]) -> list[Expression]:
    """Of those that overlap the longer one."""
    kept: list[Expression] = []
    for one in sorted(expressions, key=lambda e: (e.span.start, -e.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
        elif one.span.end - one.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = one
    return kept


def _as_one(text: str, first: Expression, second: Expression) -> Expression | None:
    gap = text[first.span.end : second.span.start]
    if len(gap) > _BETWEEN:
        return None
    span = Span(first.span.start, second.span.end)
    if isinstance(first.meaning, Constant) or isinstance(second.meaning, Constant):
        return None
    patterns = grammar().patterns
    if isinstance(first.meaning, Weekday) and _is_day(second) and patterns["weekday_date"].fullmatch(gap):
        return replace(second, span=span, clock=second.clock or first.clock)
    if isinstance(second.meaning, Weekday) and _is_day(first) and patterns["date_weekday"].fullmatch(gap):
        return replace(first, span=span)
    if _only_clock(first) and not _only_clock(second) and patterns["clock_date"].fullmatch(gap):
        return replace(second, span=span, clock=first.clock) if _to_the_day(second) else None
    if _only_clock(second) and not _only_clock(first) and patterns["date_clock"].fullmatch(gap):
        return replace(first, span=span, clock=second.clock) if _to_the_day(first) else None
    return None


def _only_clock(expression: Expression) -> bool:
    return expression.clock is not None and expression.meaning == Shift("day", 0, anchor="narrative")


def _is_day(expression: Expression) -> bool:
    return isinstance(expression.meaning, Calendar) and expression.meaning.day is not None


def _to_the_day(expression: Expression) -> bool:
    meaning = expression.meaning
    day_shift = isinstance(meaning, Shift) and meaning.unit in ("day", "night")
    feast = isinstance(meaning, Calendar) and meaning.feast is not None
    return isinstance(meaning, Weekday) or _is_day(expression) or day_shift or feast


def _with_words_around(text: str, expression: Expression, start: int) -> Expression:
    patterns = grammar().patterns
    lasting = expression.kind in ("DURATION", "SET")
    low = max(start, expression.span.start - _BEFORE)
    opened = text[expression.span.start : expression.span.end].casefold().split(None, 1)[0]
    before = None
    if not lasting or opened not in grammar().lists["closed"]:
        kind = "before_length" if lasting else "before_point"
        before = patterns[kind].search(text[low : expression.span.start])
    after = patterns["after"].match(text, expression.span.end)
    span = Span(
        low + before.start() if before else expression.span.start, after.end() if after else expression.span.end
    )
    return replace(expression, span=span)
