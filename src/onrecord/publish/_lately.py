"""What is new in a record to somebody who last looked at it on some day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.analyse import Change

if TYPE_CHECKING:
    from onrecord.analyse._movement import Course, Move

DAYS = timedelta(days=6)  # the last seven days of a record are new to whoever reads it each week


class Lately:
    """`since` is the first day of what is new (ISO 8601): the one asked for, else that of the last seven of `dates`;
    None where no day is known. `courses` gives those of all sides when they are needed."""

    def __init__(
        self,
        courses: Callable[[], Sequence[Course]],
        news: Sequence[Change],
        dates: Iterable[str],
        since: str | None = None,
    ) -> None:
        self._courses, self._news = courses, news
        newest = max((found[:10] for found in dates if len(found) >= 10), default=None)
        self.since = since or (newest and (date.fromisoformat(newest) - DAYS).isoformat())

    def is_new(self, day: str) -> bool:
        """Whether a date is new. A month that a new day may lie in is not."""
        return self.since is not None and day >= self.since

    @property
    def news(self) -> list[Change]:
        """The stances of single speakers that are new, newest first."""
        return [change for change in self._news if self.is_new(change.date)]

    @property
    def earlier(self) -> list[Change]:
        """The changes of stance before that, newest first."""
        return [change for change in self._news if change.before and not self.is_new(change.date)]

    @cached_property
    def all_moves(self) -> Sequence[Move]:
        """Where sides moved at any time (docs/movement.md), the newest first."""
        found = (move for course in self._courses() for move in course.moves)
        return sorted(found, key=lambda move: (move.date, move.option, move.side), reverse=True)

    @property
    def moves(self) -> list[Move]:
        """The moves that are new."""
        return [move for move in self.all_moves if self.is_new(move.date)]


def moved(move: Move) -> tuple[str, str]:
    """The issue and the option of a move, as ids."""
    issue, _, option = move.option.partition(".")
    return issue, option
