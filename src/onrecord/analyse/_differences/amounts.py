"""Figures that independent articles give to one thing, whatever noun they measure it by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.analyse._differences.coverage import MAY_BE_TWO, Verdict, vaguer
from onrecord.code import only_rounds
from onrecord.model import FigureMention, Reading, Span

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, and its number as written; None where it is written in words."""

    figure: FigureMention
    digits: str | None


def amounts_of(reading: Reading) -> Iterator[tuple[Span, Amount]]:
    """The figures of an article, in order."""
    for figure in reading.figures:
        digits = _NUMBER.search(reading.article.text, figure.span.start, figure.span.end)
        yield figure.span, Amount(figure, digits.group() if digits else None)


def compare_amounts(one: Amount, other: Amount) -> Verdict | None:
    """How two figures of one thing stand to each other; None where they have two units or two nouns."""
    a, b = one.figure, other.figure
    nouns = {a.of, b.of} - {None}
    if (a.unit, a.per) != (b.unit, b.per) or len(nouns) > 1:
        return None
    if only_rounds(a, b) or only_rounds(b, a):
        return vaguer("The first only rounds or bounds the second.", swap=not only_rounds(a, b))
    return Verdict("open", MAY_BE_TWO)


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether two figures have the same value and unit."""
    a, b = one.figure, other.figure
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def stands_in(text: str, amount: Amount) -> bool:
    """Whether a text has the number anywhere: "at least 60 votes to pass and 67 to override" gives 67 too."""
    return any(found.group() == amount.digits for found in _NUMBER.finditer(text)) if amount.digits else False
