"""Every expression of time in a text as TIMEX3: where it stands, its type and its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.date._expressions.find import find
from onrecord.date._expressions.grammar import grammar
from onrecord.date._expressions.meaning import Calendar, Constant, Expression, Kind, Shift, Weekday
from onrecord.date._expressions.story import Story
from onrecord.date._expressions.tense import Tense
from onrecord.date._expressions.values import year_of
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time: `text[span.start:span.end]`, its TIMEX3 type, and its value at its own granularity."""

    span: Span
    kind: Kind
    value: str


def tag(text: str, published: str | None = None) -> tuple[Timex, ...]:
    """The expressions of time in a text, in order, after TimeML's TIMEX3 (ISO-TimeML, Pustejovsky and others 2010).

    Values are set against `published`, an ISO 8601 date at its own granularity, and against the dates that the text
    has spoken of before; what neither gives is X ("XXXX-11" for "November" in a text without a date).
    """
    found = _with_shared_years(text, find(text))
    tense = Tense(text)
    story = Story(text, published, tense, history=_is_history(found, published))
    settled = (_settled(one, tense) for one in found)
    return tuple(Timex(one.span, one.kind, story.value(one)) for one in settled)


def _settled(one: Expression, tense: Tense) -> Expression:
    """An expression that is a date or a duration by its tense, as the one that it is."""
    lasts = one.meaning.lasts if isinstance(one.meaning, Shift) else None
    if lasts is None or tense.at(one.span) == "future":
        return one
    return replace(one, meaning=Constant("DURATION", lasts))


def _with_shared_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """Dates that stand before another one with its year, and share it: "in August and September 1914"."""
    shared: list[Expression] = []
    for one in reversed(found):
        year = _shared_year(text, one, shared[-1]) if shared else None
        if year is not None and isinstance(one.meaning, Calendar):
            shared.append(replace(one, meaning=replace(one.meaning, year=year)))
        else:
            shared.append(one)
    return shared[::-1]


def _shared_year(text: str, one: Expression, after: Expression) -> int | None:
    meaning, other = one.meaning, after.meaning
    if not (isinstance(meaning, Calendar) and isinstance(other, Calendar)):
        return None
    if meaning.year is not None or meaning.year_by is not None or (meaning.month is None) != (other.month is None):
        return None
    near = after.span.start - one.span.end < _SHARING
    joint = near and grammar().patterns["shared"].fullmatch(text, one.span.end, after.span.start)
    return other.year if joint else None


_SHARING = 12  # characters between two dates that share a year


def _is_history(found: Sequence[Expression], published: str | None) -> bool:
    """Whether a text tells of another time than its own: most of its years are said, and lie far from its date."""
    years = [e.meaning.year for e in found if isinstance(e.meaning, Calendar) and e.meaning.year is not None]
    here = [e for e in found if isinstance(e.meaning, Weekday | Shift) and e.meaning.anchor != "narrative"]
    known = year_of(published) if published else None
    far = [year for year in years if known is None or abs(year - known) > 1]
    return len(far) > 2 * len(here) and len(far) >= 2
