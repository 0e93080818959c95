"""Where a text speaks of a time, and what the words mean before they are set against the date of publication.

This is the seam for a full grammar of time expressions (TIMEX3): whoever finds more gives the same three meanings.
The grammar is `data/date/expressions.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from onrecord.model import Span

_SPACES = {ord(space): " " for space in "\u00a0\u2009\u202f\n\t"}  # one for one, so that offsets stay

Unit = Literal["day", "week", "month", "year"]
Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its numbers, such as "3 March"; the parts that are not said are None."""

    year: int | None
    month: int | None
    day: int | None
    towards: Direction | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 1; `towards` when a word says which way ("last Tuesday")."""

    number: int
    towards: Direction | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units after the date of publication; negative: before it."""

    unit: Unit
    by: int
    towards: Direction | None = None


Meaning = Calendar | Weekday | Shift


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that speak of a time: where they stand in the text that was given, and what they mean."""

    span: Span
    meaning: Meaning


def find(text: str) -> tuple[Expression, ...]:
    """The expressions of time in a text, in order; they do not overlap."""
    grammar = _grammar()
    found: list[Expression] = []
    for match in grammar.pattern.finditer(text.translate(_SPACES)):
        form = int(str(match.lastgroup).removeprefix("form"))  # the outermost group closes last
        groups = {name.partition("__")[0]: words for name, words in match.groupdict().items() if words is not None}
        it = f"it__{form}"
        span = match.span(it) if match.groupdict().get(it) else match.span()
        found.append(Expression(Span(*span), grammar.meaning(grammar.forms[form], groups)))
    return tuple(found)


def dateline(text: str) -> int:
    """Where the dateline at the head of a paragraph ends; 0 when it has none."""
    match = _grammar().dateline.match(text)
    return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    dateline: re.Pattern[str]
    forms: tuple[Mapping[str, Any], ...]
    words: Mapping[str, Mapping[str, Any]]

    def meaning(self, form: Mapping[str, Any], groups: Mapping[str, str]) -> Meaning:
        said = {name: self._value(name, words) for name, words in groups.items() if name in self.words}
        if form["means"] == "weekday":
            return Weekday(said["weekday"], said.get("towards"))
        if form["means"] == "shift":
            times = said.get("number", int(groups.get("digits", "1")))
            by = form["by"] * times
            towards = form.get("towards", "future" if by > 0 else "past" if by < 0 else None)
            return Shift(said["unit"] if "unit" in said else form["unit"], by, towards)
        month = groups.get("number_of_month")
        return Calendar(
            year=int(groups["year"]) if "year" in groups else None,
            month=int(month) if month else said.get("month"),
            day=int(groups["day"]) if "day" in groups else None,
            towards=said.get("towards"),
        )

    def _value(self, name: str, words: str) -> Any:
        table = self.words[name]
        return table[words] if words in table else {key.casefold(): table[key] for key in table}[words.casefold()]


@cache
def _grammar() -> _Grammar:
    source = files("onrecord").joinpath("data/date/expressions.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(source)
    words = {name: data[name] for name in ("month", "weekday", "unit", "number", "towards")}
    parts = {name: f"(?P<{name}>{_any(table, name)})" for name, table in words.items()}
    weekday_before = data["parts"]["weekday_before"].replace("{any_weekday}", _any(words["weekday"], "weekday"))
    parts |= {**data["parts"], "weekday_before": weekday_before}
    forms = tuple(data["forms"])
    branches = []
    for n, form in enumerate(forms):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda part: parts[part[1]], form["form"])
        pattern = re.sub(r"\(\?P<([a-z_]+)>", rf"(?P<\1__{n}>", pattern)
        branches.append(f"(?P<form{n}>{pattern})")
    return _Grammar(
        re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(branches)})", re.IGNORECASE), re.compile(data["dateline"]), forms, words
    )


def _any(table: Mapping[str, Any], name: str) -> str:
    """Any of the words. Names of days and months need their capital: "may" and "march" are other words without it.
    Units must have none: "This Week" is a broadcast."""
    words = sorted(table, key=len, reverse=True)
    if name == "unit":
        return "(?-i:" + "|".join(words) + ")"
    if name in ("month", "weekday"):
        return "(?-i:" + "|".join([*words, *(word.upper() for word in words)]) + ")"
    return "|".join(words)
