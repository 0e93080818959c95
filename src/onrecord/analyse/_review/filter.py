"""Which statements somebody wants to look over."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Article, Grade, Mode, Stance, Statement


@dataclass(frozen=True, slots=True)
class Filter:
    """What a statement has to be to be in the queue; a field that is None asks for nothing.

    `actor` is an id; `option` is an option's id, alone or as `issue.option`; `outlet` is as articles have it. `since`
    and `until` are ISO days of the date it was said, else published, both inclusive; a statement without a date is
    outside of any. Issue, option and stance have to be those of one position. `judged` False, the default, asks for
    statements that nobody has judged yet, True for those that somebody has, None for all. `ids` asks for these alone,
    as `Record.search` gives them.
    """

    side: str | None = None
    actor: str | None = None
    issue: str | None = None
    option: str | None = None
    stance: Stance | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    mode: Mode | None = None
    grade: Grade | None = None
    judged: bool | None = False
    ids: frozenset[str] | None = None

    def fits(self, statement: Statement, article: Article) -> bool:
        """Whether a statement of this article is asked for."""
        pairs = (
            (self.side, statement.side),
            (self.actor, statement.actor),
            (self.outlet, article.outlet),
            (self.mode, statement.attribution.mode),
            (self.grade, statement.grade),
            (self.judged, statement.judged is not None),
        )
        return (
            all(wanted is None or wanted == found for wanted, found in pairs)
            and (self.ids is None or statement.id in self.ids)
            and self._dated(statement.said.value or article.published.value)
            and self._coded(statement)
        )

    def _dated(self, date: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        # A date may be a month or a year: it fits where any of its days does.
        return date is not None and (self.since or "")[: len(date)] <= date and date[:10] <= _last(self.until, date)

    def _coded(self, statement: Statement) -> bool:
        if (self.issue, self.option, self.stance) == (None, None, None):
            return True
        return any(
            self.issue in (None, one.issue)
            and self.option in (None, one.option, f"{one.issue}.{one.option}")
            and self.stance in (None, one.stance)
            for one in statement.positions
        )


def _last(until: str | None, date: str) -> str:
    return "9999" if until is None else until[: len(date)]


UNJUDGED = Filter()
