"""The collection as comparing needs it: which articles are independent, and which of two came first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations, islice
from typing import TypeVar

from onrecord.model import (
    Actor,
    Difference,
    DifferenceKind,
    DifferenceRelation,
    Reading,
    Reuse,
    Span,
    Statement,
    Telling,
)
from onrecord.trace import families

NEAR = 7  # days within which two articles tell of the same state of things
DAY = len("2015-03-30")

T = TypeVar("T")


class Coverage:
    """Readings by their article, with `statements`, `actors` by id and `identity`, the actor of (article id, referent's
    number)."""

    def __init__(
        self,
        readings: Iterable[Reading],
        statements: Iterable[Statement],
        actors: Iterable[Actor],
        identity: Mapping[tuple[str, int], str],
        reuse: Sequence[Reuse],
    ) -> None:
        self.readings = {r.article.id: r for r in sorted(readings, key=lambda r: r.article.id)}
        self.statements = tuple(sorted(statements, key=lambda s: (s.article, s.attribution.content[0], s.id)))
        self.actors = {actor.id: actor for actor in actors}
        self.identity = identity
        groups = families(self.readings, reuse)
        self.by_article: dict[str, list[Statement]] = {article: [] for article in self.readings}
        for statement in self.statements:
            self.by_article[statement.article].append(statement)
        self._speakers = {statement.id: statement.actor for statement in self.statements}
        days = sorted(day for id in self.readings if len(day := self.published(id) or "") == DAY)
        self._short = not days or (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days <= NEAR
        self._family = {article: number for number, group in enumerate(groups) for article in group}

    def independent(self, a: str, b: str) -> bool:
        """Whether neither article is a copy of the other, nor both of a third."""
        return self._family[a] != self._family[b]

    def published(self, article: str) -> str | None:
        """An article's day of publication, or as much of it as is known."""
        value = self.readings[article].article.published.value
        return value[:DAY] if value else None

    def days_between(self, a: str, b: str) -> int | None:
        """Days from one article to the other, negative when `b` came first; None when a day is not known."""
        first, second = self.published(a), self.published(b)
        if not first or not second or len(first) < DAY or len(second) < DAY:
            return None
        return (date.fromisoformat(second) - date.fromisoformat(first)).days

    def of_one_time(self, a: str, b: str) -> bool:
        """Whether two articles may tell of one state of things: both have a day, or nothing of the collection is more
        than a week from anything else. An undated article among those of years is seldom of the same week."""
        return self._short or self.days_between(a, b) is not None

    def speaker(self, statement: str | None) -> str | None:
        """The actor of a statement (its id); None for nobody known and for no statement."""
        return self._speakers.get(statement) if statement else None

    def speaker_at(self, article: str, at: Span) -> str | None:
        """Whose words a place stands in: the actor of the shortest statement around it, None for the article itself."""
        holding = [
            (piece.end - piece.start, statement.id)
            for statement in self.by_article[article]
            for piece in statement.attribution.content
            if piece.start <= at.start and at.end <= piece.end
        ]
        return self.speaker(min(holding)[1]) if holding else None

    def name(self, actor: str | None) -> str:
        """An actor's name, for a person to read; empty for nobody known."""
        return self.actors[actor].name if actor in self.actors else ""

    def closest(self, ones: Iterable[Told[T]], others: Sequence[Told[T]]) -> tuple[Told[T], Told[T]] | None:
        """Of what independent articles tell, the two that are closest in time; None when there are none."""
        pairs = [(a, b) for a in ones for b in others if self.independent(a[0], b[0])]
        return min(pairs, key=self._distance, default=None)

    def within(self, days: int, told: Sequence[Told[T]]) -> Iterator[tuple[T, T]]:
        """Pairs of what articles tell at most so many days apart, or, in a collection of one time, on days that are not
        all known."""
        dated = [(date.fromisoformat(day), one) for id, one in told if (day := self.published(id)) and len(day) == DAY]
        known = sorted(dated, key=lambda pair: pair[0])
        for number, (first, one) in enumerate(known):
            for last, other in islice(known, number + 1, None):
                if (last - first).days > days:
                    break
                yield one, other
        undated = [one for id, one in told if self._short and len(self.published(id) or "") < DAY]
        yield from combinations(undated, 2)
        yield from ((one, other) for one in undated for _, other in known)

    def _distance(self, pair: tuple[Told[T], Told[T]]) -> tuple[int, str, str]:
        days = self.days_between(pair[0][0], pair[1][0])
        return (abs(days) if days is not None else NEAR + 1, pair[0][0], pair[1][0])


Told = tuple[str, T]  # an article's id, and what it tells
MAY_BE_TWO = "They may also be of two things."


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two tellings of one thing stand to each other, and why; `swap` where the second is the vaguer one."""

    relation: DifferenceRelation
    why: str
    swap: bool = False


def vaguer(why: str, *, swap: bool) -> Verdict:
    """One telling only rounds, bounds or widens the other."""
    return Verdict("vaguer", why, swap)


def by_time(coverage: Coverage, a: str, b: str) -> tuple[DifferenceRelation, str]:
    """How two values for one thing stand to each other by the days of their articles, `a` being no later than `b`: a
    later one may just be newer."""
    days = coverage.days_between(a, b)
    if days is None:
        return "open", "Not both articles have a day of publication: one may just be newer."
    if days == 0:
        return "conflict", "Both articles are of the same day."
    apart = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    if abs(days) <= NEAR:
        return "open", f"The second article came {apart} later: it may just be newer."
    return "update", f"The second article came {apart} later."


def difference(
    kind: DifferenceKind, relation: DifferenceRelation, about: str, why: str, one: Telling, other: Telling
) -> Difference:
    """A difference with the id of its content."""
    places = [(t.article, t.span.start, t.span.end, t.value) for t in (one, other)]
    id = sha256(repr((kind, about, places)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Difference(id, kind, relation, about, why, one, other)


def in_order(coverage: Coverage, a: Telling, b: Telling) -> tuple[Telling, Telling]:
    """Two tellings, that of the earlier article first."""
    key = {t: (coverage.published(t.article) or "9999", t.article, t.span) for t in (a, b)}
    return (a, b) if key[a] <= key[b] else (b, a)
