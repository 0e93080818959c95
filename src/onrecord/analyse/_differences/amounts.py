"""Numbers that independent articles give to one thing: figures, lengths of time, and whatever else is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.analyse._differences.counts import DAYS, lengths_and_counts
from onrecord.analyse._differences.coverage import MAY_BE_TWO, Verdict, vaguer
from onrecord.analyse._differences.words import root
from onrecord.code import only_rounds
from onrecord.model import FigureMention, Reading, Span

SAME = 0.04  # how far one time in two units may be off, as a share: "60 days" and "two months"
FAR = 2  # how many times its bound a value may be
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it is of: `of` are the roots of the words behind a count, or of a figure's noun. `digits` is
    the number as written; None where it is written in words."""

    figure: FigureMention
    of: frozenset[str]
    digits: str | None


def amounts_of(reading: Reading) -> Iterator[tuple[Span, Amount]]:
    """The numbers of an article that measure something, in order."""
    figures = [(f, frozenset({root(f.of)} if f.of and f.unit not in DAYS else ())) for f in reading.figures]
    for figure, of in sorted([*figures, *lengths_and_counts(reading)], key=lambda pair: pair[0].span):
        digits = _NUMBER.search(reading.article.text, figure.span.start, figure.span.end)
        yield figure.span, Amount(figure, of, digits.group() if digits else None)


def compare_amounts(one: Amount, other: Amount) -> Verdict | None:
    """How two numbers of one thing stand to each other; None where they have two units or are of two things."""
    a, b = _in_one_unit(one.figure, other.figure)
    if (a.unit, a.per) != (b.unit, b.per) or not (one.of <= other.of or other.of <= one.of):
        return None
    if a.unit is None and not (one.of and other.of):
        return None
    for rough, sharp in ((a, b), (b, a)):
        if only_rounds(rough, sharp):
            close = _close(rough, sharp)
            return vaguer("The first only rounds or bounds the second.", swap=rough is b) if close else None
    return Verdict("open", MAY_BE_TWO)


def _close(rough: FigureMention, sharp: FigureMention) -> bool:
    """Whether what bounds a value lies near it: "thousands" says nothing of 20,000."""
    bounds = [bound for bound in (rough.low, rough.high) if bound]
    values = [value for value in (sharp.low, sharp.high) if value]
    return any(1 / FAR <= value / bound <= FAR for bound in bounds for value in values)


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether two numbers have the same value and unit."""
    a, b = _in_one_unit(one.figure, other.figure)
    if a.unit != b.unit or (a.unit is None and one.of and other.of and not one.of & other.of):
        return False
    return (a.low, a.high) == (b.low, b.high) or (one.figure.unit != other.figure.unit and _near(a, b))


def stands_in(text: str, amount: Amount) -> bool:
    """Whether a text has the number anywhere: "at least 60 votes to pass and 67 to override" gives 67 too."""
    return any(found.group() == amount.digits for found in _NUMBER.finditer(text)) if amount.digits else False


def _in_one_unit(a: FigureMention, b: FigureMention) -> tuple[FigureMention, FigureMention]:
    """Two lengths of time in days where they have two units; else as they are."""
    if a.unit == b.unit or a.unit not in DAYS or b.unit not in DAYS:
        return a, b
    return _in_days(a, DAYS[a.unit]), _in_days(b, DAYS[b.unit])


def _in_days(figure: FigureMention, days: float) -> FigureMention:
    low, high = (None if bound is None else bound * days for bound in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit="day")


def _near(a: FigureMention, b: FigureMention) -> bool:
    bounds = ((a.low, b.low), (a.high, b.high))
    return all((x is None) == (y is None) and abs((x or 0) - (y or 0)) <= SAME * (y or 0) for x, y in bounds)
