"""The time that a text speaks of as it goes on, against which its next expressions are set."""

from __future__ import annotations

from onrecord.date._expressions.grammar import grammar
from onrecord.date._expressions.meaning import Calendar, Constant, Expression, Shift, Weekday
from onrecord.date._expressions.normalise import closest, value_of
from onrecord.date._expressions.shifts import shifted
from onrecord.date._expressions.tense import Tense
from onrecord.date._expressions.values import UNKNOWN

_Relative = Calendar | Weekday | Shift
_COMPARING = 100  # characters before "a year ago" in which a comparison is looked for


class Story:
    """What a text has spoken of so far. `history` says that it tells of another time than its own."""

    def __init__(self, text: str, published: str | None, tense: Tense, *, history: bool) -> None:
        self._text = text
        self._published = published
        self._tense = tense
        self._history = history
        self._spoken_of: str | None = None
        self._reported: str | None = None  # the quarter whose results the text gives

    def value(self, one: Expression) -> str:
        """The TIMEX3 value of the next expression; to be asked in the order of the text."""
        meaning = one.meaning
        if isinstance(meaning, Constant):
            return meaning.value
        value = self._of_results(meaning, one) or self._as_told(meaning) or self._by_tense(meaning, one)
        self._remember(meaning, value)
        return _with_clock(value, one.clock)

    def _of_results(self, meaning: _Relative, one: Expression) -> str | None:
        """The quarter that a report of results means. "The quarter" is the last that it named, else the last that is
        over; "a year earlier" is the same quarter of the year before where figures are compared."""
        if self._history or not isinstance(meaning, Shift):
            return None
        if meaning.unit == "quarter" and meaning.by == 0 and meaning.anchor == "narrative":
            return self._reported or shifted(self._published or "", "quarter", -1) or UNKNOWN["quarter"]
        year_before = meaning.unit == "year" and meaning.by == -1 and meaning.anchor != "either"
        if self._reported is None or not year_before or not (meaning.keep or self._compares(one)):
            return None
        return shifted(self._reported, "quarter", -4)

    def _compares(self, one: Expression) -> bool:
        at = one.span.start
        return grammar().patterns["compared"].search(self._text, max(0, at - _COMPARING), at) is not None

    def _as_told(self, meaning: _Relative) -> str | None:
        """The value that the time spoken of last gives, where it counts: for words that go back to it, and in a history
        for all but those that only the article's own date gives a meaning."""
        told = meaning.anchor == "narrative" or (self._history and meaning.anchor == "either")
        if not told or self._spoken_of is None:
            return None
        value = value_of(meaning, self._spoken_of, "future")
        if self._history and isinstance(meaning, Calendar):
            value = closest(meaning, self._spoken_of, None)
        return value if "X" not in value or self._history else None

    def _by_tense(self, meaning: _Relative, one: Expression) -> str:
        if isinstance(meaning, Calendar) and self._published is not None:
            return closest(meaning, self._published, self._tense.at(one.span))
        return value_of(meaning, self._published, self._tense.at(one.span) if isinstance(meaning, Weekday) else "past")

    def _remember(self, meaning: _Relative, value: str) -> None:
        compares = isinstance(meaning, Shift) and (meaning.keep or (self._history and meaning.anchor == "document"))
        if "X" in value or compares:
            return
        self._spoken_of = value
        quarter = shifted(self._published, "quarter", 0) if self._published else None
        if isinstance(meaning, Calendar) and "-Q" in value and quarter is not None and value < quarter:
            self._reported = value


def _with_clock(value: str, clock: str | None) -> str:
    if clock is None:
        return value
    day = value if len(value) == len("2015-03-30") else "XXXX-XX-XX"
    return f"{day}{clock}"
