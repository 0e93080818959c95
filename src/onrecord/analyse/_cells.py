"""Statements counted into cells: who stands where, since when, and on how many independent articles it rests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord import trace
from onrecord.model import Article, Cell, Reuse, Stance, Statement

Key = tuple[str | None, str | None, str, str, Stance]  # side, actor, issue, option, stance


def date_of(statement: Statement, articles: Mapping[str, Article]) -> str | None:
    """When a statement was made as far as known: the date it was said, else the date its article was published."""
    return statement.said.value or articles[statement.article].published.value


@dataclass(frozen=True, slots=True)
class Cells:
    """All cells of a record: `of_actors` by side, actor, issue, option and stance; `of_sides` with `actor` None."""

    of_actors: tuple[Cell, ...]
    of_sides: tuple[Cell, ...]

    def sides(self) -> tuple[str, ...]:
        """The sides that take a position, those with the most statements first."""
        count: Counter[str] = Counter()
        for cell in self.of_sides:
            count[cell.side or ""] += len(cell.statements)
        return tuple(sorted(count, key=lambda side: (-count[side], side)))

    def at(self, side: str, issue: str, option: str | None = None) -> tuple[Cell, ...]:
        """A side's cells on an issue (or on one option of it), the one with the most statements first."""
        found = (c for c in self.of_sides if c.side == side and c.issue == issue and option in (None, c.option))
        return tuple(sorted(found, key=lambda c: (-len(c.statements), c.option, c.stance)))


def cells(statements: Sequence[Statement], articles: Iterable[Article], reuse: Sequence[Reuse]) -> Cells:
    """Count statements into cells. Statements without a known speaker take no part: nobody stands there."""
    by_id = {article.id: article for article in articles}
    of_actors: dict[Key, list[Statement]] = defaultdict(list)
    of_sides: dict[Key, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.actor is None:
            continue
        for position in statement.positions:
            what = (position.issue, position.option, position.stance)
            of_actors[(statement.side, statement.actor, *what)].append(statement)
            if statement.side is not None:
                of_sides[(statement.side, None, *what)].append(statement)
    return Cells(_counted(of_actors, by_id, reuse), _counted(of_sides, by_id, reuse))


def _counted(
    groups: Mapping[Key, list[Statement]], articles: Mapping[str, Article], reuse: Sequence[Reuse]
) -> tuple[Cell, ...]:
    found = [_cell(key, groups[key], articles, reuse) for key in groups]
    return tuple(sorted(found, key=lambda c: (c.issue, c.option, c.side or "", c.actor or "", c.stance)))


def _cell(key: Key, group: list[Statement], articles: Mapping[str, Article], reuse: Sequence[Reuse]) -> Cell:
    side, actor, issue, option, stance = key
    dated = sorted(group, key=lambda s: (date_of(s, articles) or "", s.article, s.attribution.content[0].start))
    dates = [date for statement in dated if (date := date_of(statement, articles))]
    told_by = {statement.article for statement in group}
    return Cell(
        side=side,
        actor=actor,
        issue=issue,
        option=option,
        stance=stance,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        statements=tuple(dict.fromkeys(statement.id for statement in dated)),
        articles=len(told_by),
        voices=trace.voices(told_by, reuse),
    )
