"""What the words of an expression of time mean before they are set against a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span

Unit = Literal[
    "second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade",
    "century",
]  # fmt: skip
Direction = Literal["past", "future"]
# The article's own date; the date that the text spoke of last; that in a history, the article's in news.
Anchor = Literal["document", "narrative", "either"]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its numbers, such as "3 March"; the parts that are not said are None.

    `part` is a quarter ("Q3"), a half ("H1") or a season ("SU") of the year, `feast` a day by its name as the grammar
    gives it ("12-25", "11-4-4", "easter-2"); `year_by` counts years from the anchor's ("June last year" is -1). A year
    below 1 lies before Christ.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    towards: Direction | None = None
    part: str | None = None
    feast: str | None = None
    year_by: int | None = None
    anchor: Anchor = "either"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 1; `towards` when a word says which way ("last Tuesday")."""

    number: int
    towards: Direction | None = None
    anchor: Anchor = "either"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units after the anchor; negative: before it. `keep` leaves the anchor its granularity: in the third
    quarter, "a year earlier" is a quarter too. `lasts` is the duration that the words mean where the tense
    doesn't point ahead ("was done in two days")."""

    unit: Unit
    by: int
    towards: Direction | None = None
    anchor: Anchor = "document"
    keep: bool = False
    lasts: str | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """What needs no date: a duration, a set, a decade, a reference to past, present or future."""

    kind: Kind
    value: str


Meaning = Calendar | Weekday | Shift | Constant


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that speak of a time: where they stand in the text that was given, and what they mean. `clock` is the
    time of day as TIMEX3 writes it ("T10:30", "TMO"), None for an expression without one."""

    span: Span
    meaning: Meaning
    clock: str | None = None

    @property
    def kind(self) -> Kind:
        """The TIMEX3 type."""
        if self.clock is not None:
            return "TIME"
        return self.meaning.kind if isinstance(self.meaning, Constant) else "DATE"
