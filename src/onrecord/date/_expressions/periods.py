"""Stretches of time: how many units words say, and how TIMEX3 writes them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from onrecord.date._expressions.grammar import Grammar
from onrecord.date._expressions.meaning import Unit
from onrecord.date._expressions.numbers import number

Groups = Mapping[str, str]  # of a match: the words by the name of the part of the grammar that they fit
Count = Fraction | Literal["X"]
OF_THE_DAY: frozenset[Unit] = frozenset({"second", "minute", "hour"})
_DESIGNATORS: dict[Unit, tuple[str, int]] = {
    "second": ("S", 1), "minute": ("M", 1), "hour": ("H", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("D", 2), "month": ("M", 1), "quarter": ("M", 3), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100),
}  # fmt: skip
_UNCOUNTED: Mapping[Unit, str] = {"quarter": "Q", "decade": "DE", "century": "CE", "night": "D", "weekend": "WE"}
_SMALLER = {"Y": ("M", 12), "D": ("H", 24), "TH": ("M", 60), "TM": ("S", 60)}


def count_of(rules: Grammar, groups: Groups) -> Count | None:
    """How many units a match says; X when it says no number ("a few"), None when its words are no number."""
    words = " ".join(groups["counted"].casefold().split())
    if words in rules.words["uncounted"]:
        few = rules.words["uncounted"][words]
        return "X" if few == "X" else Fraction(few)
    return number(words, rules.words["number"], rules.words["scale"])


def period(unit: Unit, count: Count) -> str:
    """A stretch of time as TIMEX3 writes it; the half of a unit is given in the next smaller one."""
    letter, times = _DESIGNATORS[unit]
    of_day = "T" if unit in OF_THE_DAY else ""
    if count == "X":
        return f"P{of_day}X{_UNCOUNTED.get(unit, letter)}"
    whole, rest = divmod(count * times, 1)
    if not rest:
        return f"P{of_day}{whole}{letter}"
    smaller = _SMALLER.get(letter if not of_day else f"T{letter}")
    if smaller is None or rest * smaller[1] % 1:
        return f"P{of_day}{float(count * times):g}{letter}"
    first = f"{whole}{letter}" if whole else ""
    mark = "T" if smaller[0] in "H" and not of_day else ""
    return f"P{of_day}{first}{mark}{rest * smaller[1]}{smaller[0]}"
