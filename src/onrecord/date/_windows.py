"""Windows of days: when something can have been."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.date._resolve import bounds
from onrecord.model import EventMention

NEWS = timedelta(days=30)  # what is told without a date is of about this time before or after its article


@dataclass(frozen=True, slots=True)
class Window:
    """From the first to the last day, both included; None where there is no end."""

    first: date | None = None
    last: date | None = None

    def meets(self, other: Window) -> bool:
        """Whether a day can lie in both."""
        common = self.within(other)
        return common.first is None or common.last is None or common.first <= common.last

    def within(self, other: Window) -> Window:
        """The days of both. It is empty where its first day comes after its last."""
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        return Window(max(firsts, default=None), min(lasts, default=None))

    @property
    def empty(self) -> bool:
        """Whether no day lies in it."""
        return self.first is not None and self.last is not None and self.first > self.last


Written = Mapping[str, Window]  # by article id: when it was published


def of_value(value: str | None) -> Window:
    """The days of a date at its own granularity; without a date all of them."""
    return Window(*bounds(value)) if value else Window()


def told_at(mention: EventMention, written: Window) -> Window:
    """When an event was, as far as one mention of it is sure: within its date, not after an article that tells it as
    held, not before one to which it is still to come."""
    window = of_value(mention.when.value)
    sure = Window(last=written.last) if mention.status == "held" else Window()
    if mention.status == "planned":
        sure = Window(first=written.first)
    common = window.within(sure)
    return window if common.empty else common  # the words beside the event are surer than the tense of its verb


def news_of(mention: EventMention, written: Window) -> Window:
    """When an event was if it is news to its article: what joins mentions without a date, and bounds nothing."""
    window = told_at(mention, written)
    if mention.when.value or (written.first is None and written.last is None):
        return window
    near = Window(
        written.first - NEWS if written.first else None,
        written.last + (timedelta(0) if mention.status == "held" else NEWS) if written.last else None,
    )
    return window.within(near)


def common(windows: Iterable[Window]) -> Window:
    """The days that lie in all windows."""
    every = Window()
    for window in windows:
        every = every.within(window)
    return every
