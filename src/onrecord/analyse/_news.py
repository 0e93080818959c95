"""What is new to read: positions that an actor took for the first time, and statements that differ from its last one.

This is a reader's list, by actor: one odd statement is on it, and so is a coding mistake, though none that is likelier
wrong than right by the program's own account.
Whether a side moved is `_movement`'s question (docs/movement.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.analyse._cells import date_of
from onrecord.analyse._likely import likely
from onrecord.model import Article, Stance, Statement


@dataclass(frozen=True, slots=True)
class Change:
    """On `date` an actor took a stance on an option that was not its last one; `before` is None at the first time.

    `earlier` is the statement with the stance before, so that the two can be read side by side.
    """

    date: str
    side: str | None
    actor: str
    issue: str
    option: str
    before: Stance | None
    stance: Stance
    statement: str
    earlier: str | None


def news(statements: Sequence[Statement], articles: Iterable[Article]) -> tuple[Change, ...]:
    """Every first stance and every change of stance of an actor, newest first.

    An unclear stance neither is a change nor hides one; statements without a date or a known speaker are passed over,
    and so is what somebody is only reported to hold and what is likelier coded wrong than right.
    Two different stances of an actor on one day are no change: the day's last word in reading order counts.
    """
    by_id = {article.id: article for article in articles}
    last: dict[tuple[str, str, str], tuple[Stance, str]] = {}
    changes: dict[tuple[str, str, str, str], Change] = {}
    for statement in statements:
        date = date_of(statement, by_id)
        if statement.actor is None or date is None:
            continue
        for position in statement.positions:
            if position.stance == "unclear" or position.holder is not None or not likely(statement, position):
                continue
            key = (statement.actor, position.issue, position.option)
            of_the_day = changes.get((date, *key))
            before, earlier = (of_the_day.before, of_the_day.earlier) if of_the_day else last.get(key, (None, None))
            last[key] = (position.stance, statement.id)
            changes.pop((date, *key), None)
            if before != position.stance:
                changes[(date, *key)] = Change(
                    date, statement.side, statement.actor, position.issue, position.option,
                    before, position.stance, statement.id, earlier,
                )  # fmt: skip
    return tuple(sorted(changes.values(), key=lambda c: (c.date, c.issue, c.option, c.actor), reverse=True))
