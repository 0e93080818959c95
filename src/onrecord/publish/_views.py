"""The record as the pages show it, found by whatever a page is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from onrecord import analyse
from onrecord.code import Issue
from onrecord.model import (
    Actor,
    Event,
    Figure,
    Judgement,
    Span,
    Statement,
    Voices,
)
from onrecord.publish._compared import Names
from onrecord.publish._corpus import corpus
from onrecord.publish._lately import Lately
from onrecord.publish._said import Said, said_of
from onrecord.publish._shown import Shown
from onrecord.publish._stands import Stands, grouped
from onrecord.publish._words import words
from onrecord.store import Record

if TYPE_CHECKING:
    from onrecord.analyse._movement import Movement
    from onrecord.publish._analyses.linkage import Linkage

HIGHLIGHTS = 8  # events of the summary above the timeline


class Views:
    """What the templates ask for. Who stands where, what blocks and what is new is for `analyse` to say."""

    def __init__(self, record: Record, since: str | None = None, before: Views | None = None) -> None:
        """`before` are those of an earlier record, of which what cannot have changed is kept."""
        articles, statements = record.articles(), record.statements()
        self._record = record
        self.articles = {article.id: article for article in articles}
        self.actors = {actor.id: actor for actor in record.actors()}
        self.codebook, self.made_with = record.codebook(), dict(record.made_with())
        self.reuse, self.set_aside, self.problems = record.reuse(), record.set_aside(), record.problems()
        self.events = record.events()
        self.figures, self.proposals = record.figures(), record.proposals()
        self.differences = record.differences()
        self.names: Names = before.names.again(record) if before else Names(record)
        self.figure = {figure.id: figure for figure in self.figures}
        self.said = {statement.id: self._said(statement) for statement in statements}
        self.utterances = utterances = record.utterances()
        self.cells = cells = analyse.cells(statements, articles, self.reuse, self.actors.values(), utterances)
        self._rests = analyse.Rests(statements, articles, self.reuse, utterances)
        self._utterances = {report.statement: one for one in utterances for report in one.reports}
        self.sticking_points = analyse.sticking_points(cells)
        self.news = analyse.news(statements, articles)
        dates = (said.when.value for said in self.said.values() if said.when.value)
        self.lately = Lately(lambda: self.movement.courses, self.news, dates, since)
        self.stands = Stands(cells, self.said, self.actors, self.name)

    # Statements

    @cached_property
    def newest(self) -> Sequence[Said]:
        """All statements, the newest first and those without any date last."""
        return _newest_first(self.said.values())

    @cached_property
    def by_actor(self) -> Mapping[str, list[Said]]:
        return grouped((said.actor.id, said) for said in self.newest if said.actor)

    @cached_property
    def by_article(self) -> Mapping[str, list[Said]]:
        """Statements of an article in the order of its text."""
        return grouped((said.article.id, said) for said in sorted(self.said.values(), key=_place))

    @cached_property
    def by_issue(self) -> Mapping[str, list[Said]]:
        pairs = ((issue, said) for said in self.newest for issue in said.issues)
        return grouped(pairs)

    def on_issue_by_side(self, issue: str) -> list[tuple[str | None, list[Said]]]:
        """What was said on an issue, by side; the sides that take most positions first, no known side last."""
        groups = grouped((said.statement.side, said) for said in self.by_issue[issue])
        return sorted(groups.items(), key=lambda item: self.stands.rank(item[0]))

    def heard_on(self, issue: str) -> frozenset[str | None]:
        """The sides whose own statements, or what the articles tell of them, are on an issue's page."""
        return frozenset(said.statement.side for said in self.by_issue[issue])

    @cached_property
    def rejected(self) -> list[tuple[Said, Judgement | None]]:
        """The statements that a person rejected, each with the judgement that did."""
        found = []
        for statement in self._record.rejected():
            by = [one for one in self._record.judgements_of(statement.id) if one.kind == "reject"]
            found.append((self._said(statement), by[-1] if by else None))
        return found

    # Speakers

    @cached_property
    def speakers(self) -> Sequence[Actor]:
        """The actors that say something, those who say most first."""
        speaking = [actor for actor in self.actors.values() if actor.id in self.by_actor]
        return sorted(speaking, key=lambda actor: (-len(self.by_actor[actor.id]), actor.name, actor.id))

    @cached_property
    def speakers_by_side(self) -> list[tuple[str | None, list[Actor]]]:
        """The actors that say something by the sides they speak for, now and then more than one; the sides that take
        most positions first, no known side last."""
        groups = grouped((side, actor) for actor in self.speakers for side in self._sides_of(actor))
        return sorted(groups.items(), key=lambda item: self.stands.rank(item[0]))

    @cached_property
    def heard(self) -> frozenset[str | None]:
        """The sides that somebody speaks for; others may only be spoken of."""
        return frozenset(side for side, _ in self.speakers_by_side)

    def _sides_of(self, actor: Actor) -> Sequence[str | None]:
        spoken_for = (said.statement.side for said in self.by_actor[actor.id])
        return [side for side in dict.fromkeys((actor.side, *spoken_for)) if side] or [None]

    # Articles and the codebook

    @cached_property
    def corpus(self) -> Mapping[str, Any]:
        """The collection in figures."""
        return corpus(self.articles, self.said.values(), self.reuse)

    @cached_property
    def shown(self) -> Shown:
        """For each article, what its page shows of other pages."""
        return Shown(self)

    @cached_property
    def timeline(self) -> Sequence[analyse.Entry]:
        """The events in time, those without any date last."""
        return self._timeline(None)

    @cached_property
    def highlights(self) -> Sequence[analyse.Entry]:
        """The few events that matter most, in time."""
        return self._timeline(HIGHLIGHTS)

    def _timeline(self, top: int | None) -> Sequence[analyse.Entry]:
        articles = tuple(self.articles.values())
        return analyse.timeline(self.events, articles, self.reuse, self.news, self.actors.values(), top=top)

    @cached_property
    def issues(self) -> Sequence[Issue]:
        """The issues that anything was said on, in the codebook's order."""
        return [issue for issue in self.codebook.issues if issue.id in self.by_issue]

    @cached_property
    def silent(self) -> Sequence[Issue]:
        """The issues that nothing was said on."""
        return [issue for issue in self.codebook.issues if issue.id not in self.by_issue]

    @cached_property
    def movement(self) -> Movement:
        """Where sides moved, and the table that tells it (docs/movement.md)."""
        from onrecord.analyse import _movement  # statistics take a second to load

        statements = [said.statement for said in self.said.values()]
        table = _movement.said(statements, self.articles.values(), self.actors.values(), self.utterances)
        return _movement.Movement(table, _movement.movement(table))

    @cached_property
    def linkage(self) -> Linkage:
        """What waits for what, and the deadlocks (docs/linkage.md)."""
        from onrecord.publish._analyses.linkage import linkage  # what solves it takes a while to load

        return linkage(self)

    @property
    def has_places(self) -> bool:
        """Whether an issue of the codebook gives places to two options or more, without which no outcome is drawn."""
        return any(sum(option.place is not None for option in issue.options) > 1 for issue in self.codebook.issues)

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], str]:
        names = {(issue.id, ""): issue.name for issue in self.codebook.issues}
        return names | {(i.id, option.id): option.name for i in self.codebook.issues for option in i.options}

    def rests(self, told: Event | Figure) -> Voices:
        """On how many articles, outlets and independent origins an event or a figure rests."""
        return self._rests.event(told) if isinstance(told, Event) else self._rests.figure(told)

    def reports(self, said: Said) -> list[tuple[Said, list[tuple[str, str]]]]:
        """The other statements that report the same utterance, the fullest first, each with the words in which it
        differs: the fullest one's and its own."""
        one = self._utterances.get(said.statement.id)
        if one is None:
            return []
        fullest = self.said[one.reports[0].statement].article.id
        found: list[tuple[Said, list[tuple[str, str]]]] = []
        for report in one.reports:
            other = self.said[report.statement]
            pairs = [(self.words(fullest, a), self.words(other.article.id, b)) for a, b in report.differs]
            found += [(other, pairs)] if other is not said else []
        return found

    def words(self, article: str, span: Span) -> str:
        """The words of an article at a span, on one line."""
        return words(self.articles[article], [span])

    def name(self, issue: str, option: str = "") -> str:
        """The codebook's name for an option, or for an issue when no option is given."""
        return self._names.get((issue, option), option or issue)

    def _said(self, statement: Statement) -> Said:
        actor = self.actors.get(statement.actor) if statement.actor else None
        return said_of(statement, self.articles[statement.article], actor, self.name)


def _newest_first(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda one: one.when.value or "", reverse=True)


def _place(said: Said) -> tuple[int, int, str]:
    first = said.statement.attribution.content[0]
    return first.start, first.end, said.statement.id
