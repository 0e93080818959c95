"""Statements counted into cells: who stands where, since when, and on how many independent articles it rests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from onrecord import trace
from onrecord.model import Actor, Article, Cell, Ground, Position, Reuse, Stance, Statement, Utterance

Key = tuple[str | None, str | None, str, str, Stance]  # side, actor, issue, option, stance
Grounds = Mapping[Ground, Sequence[Statement]]
_OPPOSITE: Mapping[Stance, Stance] = {"support": "oppose", "oppose": "support"}


def date_of(statement: Statement, articles: Mapping[str, Article]) -> str | None:
    """When a statement was made as far as known: the date it was said, else the date its article was published."""
    return statement.said.value or articles[statement.article].published.value


@dataclass(frozen=True, slots=True)
class Cells:
    """All cells of a record: `of_actors` by side, actor, issue, option and stance; `of_sides` with `actor` None."""

    of_actors: tuple[Cell, ...]
    of_sides: tuple[Cell, ...]

    def sides(self) -> tuple[str, ...]:
        """The sides that take a position, those with the most statements first, those only reported of last."""
        count: Counter[str] = Counter()
        reported: Counter[str] = Counter()
        for cell in self.of_sides:
            (reported if cell.basis == "reported" else count)[cell.side or ""] += len(cell.statements)
        return tuple(sorted({*count, *reported}, key=lambda side: (-count[side], -reported[side], side)))

    def at(self, side: str, issue: str, option: str | None = None) -> tuple[Cell, ...]:
        """A side's cells on an issue (or on one option of it), the one with the most statements first."""
        found = (c for c in self.of_sides if c.side == side and c.issue == issue and option in (None, c.option))
        return tuple(sorted(found, key=lambda c: (-len(c.statements), c.option, c.stance)))


def cells(
    statements: Sequence[Statement],
    articles: Iterable[Article],
    reuse: Sequence[Reuse],
    actors: Iterable[Actor],
    utterances: Iterable[Utterance] = (),
) -> Cells:
    """Count statements into cells.

    A statement of a known speaker counts in the cell of the speaker and in that of its side, if it has one. What it
    reports of somebody else counts in that one's side alone, as reported. Whom no actor speaks for is no side: neither
    a group of speakers ("European leaders") nor somebody whose view is reported becomes one.
    """
    by_id = {article.id: article for article in articles}
    sides = {actor.side for actor in actors if actor.side is not None}
    groups: dict[Key, dict[Ground, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        for position in statement.positions:
            for key, ground in _places(statement, position, sides):
                groups[key][ground].append(statement)
    witnesses = trace.Witnesses(by_id.values(), reuse, utterances)
    found = [_cell(key, groups, by_id, witnesses) for key in groups]
    found.sort(key=lambda c: (c.issue, c.option, c.side or "", c.actor or "", c.stance))
    return Cells(tuple(c for c in found if c.actor is not None), tuple(c for c in found if c.actor is None))


def _places(statement: Statement, position: Position, sides: set[str]) -> Iterator[tuple[Key, Ground]]:
    """The cells that a position counts in, and as what."""
    what = (position.issue, position.option, position.stance)
    if position.holder is not None:
        if position.holder in sides:
            yield (position.holder, None, *what), "reported"
    elif statement.actor is not None:
        ground: Ground = "told" if statement.attribution.mode == "told" else "own"
        yield (statement.side, statement.actor, *what), ground
        if statement.side is not None:
            yield (statement.side, None, *what), ground


def _cell(key: Key, groups: Mapping[Key, Grounds], articles: Mapping[str, Article], witnesses: trace.Witnesses) -> Cell:
    side, actor, issue, option, stance = key

    def order(statement: Statement) -> tuple[str, str, int, str]:
        start = statement.attribution.content[0].start
        return date_of(statement, articles) or "", statement.article, start, statement.id

    grounds = {ground: sorted(groups[key].get(ground, ()), key=order) for ground in get_args(Ground)}
    basis: Ground = next(ground for ground in grounds if grounds[ground])
    dates = [date for statement in grounds[basis] if (date := date_of(statement, articles))]
    rests = witnesses.count((statement.article, statement) for statement in grounds[basis])
    leading = Counter(statement.actor or "" for statement in grounds["own"])
    dissent = [statement for statement in _opposite(key, groups) if statement.actor not in leading]
    return Cell(
        side=side,
        actor=actor,
        issue=issue,
        option=option,
        stance=stance,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        statements=_ids(grounds[basis]),
        articles=rests.articles,
        voices=rests.voices,
        outlets=rests.outlets,
        origins=rests.origins,
        basis=basis,
        leading=tuple(sorted(leading.items(), key=lambda voice: (-voice[1], voice[0]))),
        dissent=_ids(sorted(dissent, key=order)),
        told=_ids(grounds["told"]),
        reported=_ids(grounds["reported"]),
    )


def _opposite(key: Key, groups: Mapping[Key, Grounds]) -> Sequence[Statement]:
    """What the side of a cell itself says against its stance."""
    side, _, issue, option, stance = key
    if side is None or stance not in _OPPOSITE:
        return ()
    return groups.get((side, None, issue, option, _OPPOSITE[stance]), {}).get("own", ())


def _ids(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(statement.id for statement in statements))
