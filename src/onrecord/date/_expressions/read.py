"""A match of the grammar, read: what its words mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from onrecord.date._expressions.grammar import Form, Grammar
from onrecord.date._expressions.meaning import Calendar, Constant, Direction, Meaning, Shift, Unit, Weekday
from onrecord.date._expressions.numbers import year
from onrecord.date._expressions.periods import OF_THE_DAY, Groups, count_of, period

Read = tuple[Meaning, str | None]  # and the time of day, if any
_TURN_OF_CENTURY = 30  # of years in two figures: '29 is 2029, '30 is 1930
_TOWARDS: dict[int, Direction | None] = {-1: "past", 0: None, 1: "future"}


def meaning_of(rules: Grammar, form: Form, groups: Groups) -> Read | None:
    """What a match means, and the time of day in it; None when its numbers mean nothing."""
    said = {name: rules.words[name][words.casefold()] for name, words in groups.items() if name in rules.words}
    meaning = _READERS[form.means](rules, form.fields, groups, said)
    if meaning is None:
        return None
    clock = said.get("daypart") or form.fields.get("clock")
    return meaning, clock if not isinstance(meaning, Constant) else None


def _calendar(rules: Grammar, fields: Mapping[str, Any], groups: Groups, said: Mapping[str, Any]) -> Meaning | None:
    which, year_which = said.get("which", said.get("told")), groups.get("year_which")
    by = rules.words["which"][year_which.casefold()] if year_which else None
    if which == 0 and "month" not in fields:
        by = 0
    part = said.get("season")
    if fields.get("part") == "W":
        part = "W"
    elif "part" in fields:
        place = said["ordinal"] if "ordinal" in said else int(groups["place"])
        if place > {"Q": 4, "H": 2}[fields["part"]]:
            return None
        part = f"{fields['part']}{place}"
    return Calendar(
        year=_year(rules, groups),
        month=int(groups["month_number"])
        if "month_number" in groups
        else _first(said, "month", "sure_month", "short_month"),
        day=int(groups["day"]) if "day" in groups else None,
        towards=_TOWARDS[which] if which is not None else None,
        part=part or said.get("sure_season"),
        feast=said.get("feast"),
        year_by=by if by is not None else fields.get("year_by"),
        anchor=fields.get("from", "either"),
    )


def _first(said: Mapping[str, Any], *names: str) -> Any:
    return next((said[name] for name in names if name in said), None)


def _year(rules: Grammar, groups: Groups) -> int | None:
    if "bc" in groups:
        return 1 - int(groups["bc"])
    if "year_words" in groups:
        return year(groups["year_words"], rules.words["number"], rules.words["scale"])
    if "year" not in groups:
        return None
    digits = groups["year"]
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < _TURN_OF_CENTURY else 1900)
    return int(digits) or None


def _weekday(_rules: Grammar, fields: Mapping[str, Any], _groups: Groups, said: Mapping[str, Any]) -> Meaning:
    towards = _TOWARDS[said.get("which", said.get("told", 0))]
    return Weekday(said["weekday"], towards, fields.get("from", "either"))


def _shift(rules: Grammar, fields: Mapping[str, Any], groups: Groups, said: Mapping[str, Any]) -> Meaning | None:
    unit: Unit = said.get("unit") or fields.get("unit", "day")
    if "daypart" in said and "unit" not in fields:
        unit = "day"
    by = fields.get("by", said.get("which", said.get("told", 0)))
    lasts = None
    if "counted" in groups:
        count = count_of(rules, groups)
        if count is not None and "lasts" in fields:
            lasts = period(unit, count)
        if count == "X" and lasts:
            return Constant("DURATION", lasts)
        if count == "X":
            return Constant("DATE", "PAST_REF" if by < 0 else "FUTURE_REF")
        if count is None or count % 1 or count > 10_000:
            return Constant("DURATION", period(unit, count)) if count else None
        if unit in OF_THE_DAY:  # an hour later than what: a text seldom gives the hour
            return Constant("DURATION", period(unit, count))
        by *= int(count)
    towards = fields.get("towards", "future" if by > 0 else "past" if by < 0 else None)
    return Shift(unit, by, towards, fields.get("from", "document"), fields.get("keep", False), lasts)


def _duration(rules: Grammar, fields: Mapping[str, Any], groups: Groups, said: Mapping[str, Any]) -> Meaning | None:
    unit: Unit = said["unit"]
    count = count_of(rules, groups) if "counted" in groups else fields.get("count", "X")
    if count is None:
        return None
    if "and_half" in groups and count != "X":
        count += Fraction(1, 2)
    return Constant("DURATION", period(unit, count))


def _repeated(rules: Grammar, fields: Mapping[str, Any], groups: Groups, said: Mapping[str, Any]) -> Meaning | None:
    if "weekday" in said or "weekdays" in said:
        return Constant("SET", f"XXXX-WXX-{said.get('weekday', said.get('weekdays'))}{said.get('daypart', '')}")
    if "month" in said:
        return Constant("SET", f"XXXX-{said['month']:02d}")
    if "season" in said:
        return Constant("SET", f"XXXX-{said['season']}")
    if "unit" not in said:
        return Constant("SET", f"XXXX-XX-XX{said['daypart']}")
    count = count_of(rules, groups) if "counted" in groups else fields.get("count", 1)
    return Constant("SET", period(said["unit"], count)) if count is not None else None


def _constant(_rules: Grammar, fields: Mapping[str, Any], groups: Groups, said: Mapping[str, Any]) -> Meaning:
    value = fields.get("value") or said.get("vague") or said.get("often")
    if "decade" in groups:
        value = groups["decade"]
    elif "short_decade" in groups or "nineties" in said:
        value = f"19{groups.get('short_decade') or said['nineties']}"
    elif "century" in groups or "nth" in said:
        count = int(groups["century"]) if "century" in groups else said["nth"]
        value = ("BC" if "era" in groups else "") + f"{max(count - 1, 0):02d}"
    return Constant(fields.get("type", "DATE"), str(value))


def _clock(_rules: Grammar, _fields: Mapping[str, Any], _groups: Groups, _said: Mapping[str, Any]) -> Meaning:
    return Shift("day", 0, anchor="narrative")


_READERS: Mapping[str, Callable[[Grammar, Mapping[str, Any], Groups, Mapping[str, Any]], Meaning | None]] = {
    "calendar": _calendar,
    "weekday": _weekday,
    "shift": _shift,
    "duration": _duration,
    "repeated": _repeated,
    "constant": _constant,
    "clock": _clock,
}
