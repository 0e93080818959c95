"""The numbers that things of a record have among the rows, and the tellings as they are come upon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from onrecord import model
from onrecord.publish._compare.rows import Telling
from onrecord.publish._compare.weeks import monday
from onrecord.publish._said import Said
from onrecord.publish._views import Views
from onrecord.publish._words import LONG, STANCES, short

Thing = TypeVar("Thing")
_NAMELESS = ("unnamed", "document")  # "a diplomat", "the report": whether two are the same, nobody can tell


class Told:
    """Numbers by name or id, -1 for what has none. `tellings` are in the order in which they were first told."""

    def __init__(self, views: Views) -> None:
        self.articles = sorted(views.articles.values(), key=lambda one: (one.published.value or "", one.id))
        self.number = _numbered(article.id for article in self.articles)
        printed = Counter(article.outlet for article in self.articles if article.outlet)
        self.outlets = _numbered(sorted(printed, key=lambda name: (-printed[name], name)))
        spoken = Counter(said.statement.side for said in views.said.values() if said.statement.side)
        known = {*spoken, *views.stands.sides}
        self.sides = _numbered(sorted(known, key=lambda name: (-spoken[name], name)))
        self.weeks = _numbered(sorted({first for one in self.articles if (first := monday(one.published.value))}))
        self.options = _numbered((issue.id, option.id) for issue in views.issues for option in issue.options)
        self.stances = _numbered(STANCES)
        self.speaking = [actor for actor in views.speakers if actor.kind not in _NAMELESS]
        self.speakers = _numbered(actor.id for actor in self.speaking)
        self.tellings: list[Telling] = []
        self._known: dict[Telling, int] = {}
        self._said = views.said

    @cached_property
    def plainest_first(self) -> list[Said]:
        """All statements, by how plainly they take a position."""

        def order(said: Said) -> tuple[object, ...]:
            confidence, direct, named = said.strength
            return -confidence, not direct, not named, said.article.id, said.statement.id

        return sorted(self._said.values(), key=order)

    def side(self, name: str | None) -> int:
        """The number of a side."""
        return self.sides.get(name or "", -1)

    def outlet(self, article: model.Article) -> int:
        """The number of an article's outlet."""
        return self.outlets.get(article.outlet or "", -1)

    def week(self, date: str | None) -> int:
        """The number of the week that a date lies in."""
        first = monday(date)
        return self.weeks.get(first, -1) if first else -1

    def said(self, said: Said) -> int:
        """The telling that a statement is."""
        side, week = self.side(said.statement.side), self.week(said.when.value)
        return self.telling(said.article, said.anchor, said.words, self.by(said.actor, said.speaker), side, week)

    def by(self, actor: model.Actor | None, name: str) -> int | str:
        """Whoever says something: the number of a speaker, else the name."""
        return self.speakers.get(actor.id, name) if actor else name

    def telling(
        self,
        article: model.Article,
        anchor: str,
        words: str,
        by: int | str | None = None,
        side: int = -1,
        week: int | None = None,
    ) -> int:
        """The number of a telling; its week is the article's unless another is given."""
        week = self.week(article.published.value) if week is None else week
        one = Telling(self.number[article.id], week, anchor, short(words, LONG), by, side)
        if one not in self._known:
            self._known[one] = len(self.tellings)
            self.tellings.append(one)
        return self._known[one]

    def weight(self, tellings: Iterable[int]) -> tuple[int, int]:
        """What sorts things: what most outlets tell comes first, then what stands in most articles."""
        articles = {self.tellings[telling].article for telling in tellings}
        return -len({self.outlet(self.articles[article]) for article in articles}), -len(articles)


def _numbered(things: Iterable[Thing]) -> Mapping[Thing, int]:
    return {thing: number for number, thing in enumerate(things)}
