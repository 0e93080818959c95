"""Numbers in a text with their bounds, currency and unit: "at least $110 million", "35 to 40 per cent"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.code._terms.figures_words import key, words

FIRST_YEAR, LAST_YEAR = 1900, 2100
_REACH = 40  # characters before a number in which its bound and currency stand
_TO = re.compile(r"\s?(?:-|–|—|to|and|or)\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_MORE = re.compile(r"\s(?:or|and) (more|less|fewer)\b", re.IGNORECASE)
_SHORT = frozenset({"k", "m", "b"})  # scales that are units elsewhere: they need a currency


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from `start` to `end` of a text, what it is worth, and the unit that the words beside it give it.

    `core` is where the number itself starts, after a bound and a sign; `whole` says that it was written in plain
    digits, as a year is.
    """

    start: int
    core: int
    end: int
    low: float | None
    high: float | None
    about: bool
    unit: str | None
    whole: bool

    @property
    def is_year(self) -> bool:
        """Whether the number alone reads as a year."""
        plain = self.whole and not self.about and self.low is not None and self.low == self.high
        return plain and FIRST_YEAR <= (self.low or 0) <= LAST_YEAR


def amounts(text: str) -> Iterator[Amount]:
    """The numbers of a text in order, two that make a range as one; what is too large for a float is none."""
    kept: Amount | None = None
    for match in words().number.finditer(text):
        amount = _amount(text, match)
        if amount is None or (kept is not None and amount.core < kept.end):
            continue
        joined = _range(text, kept, amount) if kept is not None else None
        if kept is not None and joined is None:
            yield kept
        kept = joined or amount
    if kept is not None:
        yield kept


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    low, high = _value(match)
    if low is None or math.isinf(low):
        return None
    start = max(0, match.start() - _REACH)
    before = words().before.search(text[start : match.start()])
    after = words().after.match(text, match.end())
    money = (before and before["money"]) or (after and after["money"])
    scale = (match["scale"] or "").lower()
    end = match.end() if after is None else after.end()
    if text[end : end + 1].isalnum() or (scale in _SHORT and not money):
        return None
    unit = words().names.get(key(money or (after["unit"] if after else "")))
    if match["fraction"]:
        low, high, unit = low and 100 * low, high and 100 * high, "percent"
    bound = words().bounds.get(key(before["bound"])) if before and before["bound"] else None
    if bound in {"at_least", "up_to"} and unit in words().durations and key(str(before and before["bound"])) == "over":
        bound = None  # "over 15 years" is how long, not how much more
    more = _MORE.match(text, end)
    if more is not None:
        bound, end = ("at_least" if more[1].lower() == "more" else "up_to"), more.end()
    low, high = (low, None) if bound == "at_least" else (None, high or low) if bound == "up_to" else (low, high)
    head = start + before.start() if before and (bound or before["money"]) else match.start()
    return Amount(head, match.start(), end, low, high, bound == "about", unit, bool(match["digits"]) and not scale)


def _value(match: re.Match[str]) -> tuple[float | None, float | None]:
    values = words().values
    if match["vague"]:
        return values[key(match["vague"])] * (values[key(match["vaguer"])] if match["vaguer"] else 1), None
    if match["digits"]:
        number = float(match["digits"].replace(",", "")) * (values[key(match["scale"])] if match["scale"] else 1)
    elif match["fraction"]:
        number = values[key(match["fraction"])]
    else:
        number = _spelled(match["word"])
        for scale in key(match["wordscale"] or "").split():
            number *= values[scale]
    number = round(number, 6)
    return number, number


def _spelled(word: str) -> float:
    values = words().values
    return values[key(word)] if key(word) in values else sum(values[part] for part in key(word).split())


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    """Two numbers that are the ends of one range, "$35 billion to $40 billion", "10-15 per cent"; else None."""
    between = _TO.fullmatch(text, first.end, second.start)
    if between is None or first.low is None or second.high is None or first.low >= second.high or first.high is None:
        return None
    word = between.group().strip().lower()
    opened = _BETWEEN.search(text, max(0, first.start - _REACH), first.start) is not None
    if (word == "and") != opened or _FROM.search(text, max(0, first.start - _REACH), first.start):
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    low = first.low
    if first.whole and not first.unit and not second.whole:  # "35 to 40 billion": the scale belongs to both
        low *= _scale_of(second)
    if low >= second.high or (first.is_year and not second.whole):
        return None
    return replace(
        second,
        start=first.start,
        core=first.core,
        low=low,
        about=first.about or second.about,
        unit=second.unit or first.unit,
        whole=False,
    )


def _scale_of(amount: Amount) -> float:
    value = amount.high or 1
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1)
