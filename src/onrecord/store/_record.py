"""Reading a record: every noun of it, in a fixed order, as the frozen records of `onrecord.model`.

The machine's layer is `_machine`'s; this lays what people decided over it (`_judged`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from onrecord import code
from onrecord.errors import RecordError
from onrecord.model import (
    Actor,
    Article,
    Conflict,
    DateBound,
    Difference,
    Event,
    Figure,
    Judgement,
    Precedence,
    Proposal,
    Reading,
    Reuse,
    SavedSearch,
    SetAside,
    Statement,
    Utterance,
)
from onrecord.store import _differences, _schema, _searches
from onrecord.store._judged import log, whose
from onrecord.store._judged.actors import Cast, cast
from onrecord.store._judged.statements import OF_STATEMENTS, Settled, settle
from onrecord.store._machine import Machine
from onrecord.store._open import engine_for
from onrecord.store._readings import bounds, readings


class Record:
    """The record in one file. Its methods read the file; what they return does not change when the file does.

    What people decided holds: their judgements are laid over what the machine read. `judged` False gives the machine's
    layer alone; with `by`, judgements on statements are those of this person alone. `pinned` keeps to the file that is
    at `path` now, should a build put another in its place. Raises RecordError when there is no record at `path`.
    """

    def __init__(self, path: Path | str, *, judged: bool = True, by: str | None = None, pinned: bool = False) -> None:
        self.path = Path(path)
        self._judged, self._by = judged, by
        self._machine = Machine(engine_for(self.path, create=False, pinned=pinned))

    def again(self, *, judged: bool = True) -> Record:
        """The record as it is judged now, or (`judged` False) the machine's layer alone, without reading again what
        the machine read: for as long as the file is the same one, that does not change."""
        other = Record.__new__(Record)
        other.path, other._judged, other._by, other._machine = self.path, judged, None, self._machine
        return other

    def articles(self) -> tuple[Article, ...]:
        """All articles, by date, then name; undated ones last."""
        return self._machine.articles

    def article(self, id: str) -> Article:
        """One article. Raises RecordError when the record has none with this id."""
        for article in self._machine.articles_where(_schema.articles.c.id == id):
            return article
        raise RecordError(f"there is no article {id!r} in it.", path=self.path)

    @cached_property
    def _log(self) -> tuple[Judgement, ...]:
        with self._machine.tables.engine.connect() as connection:
            return log.read(connection)

    @cached_property
    def _cast(self) -> Cast:
        return cast(self._machine.actors, self._holding)

    @cached_property
    def _holding(self) -> tuple[Judgement, ...]:
        held = log.live(self._log) if self._judged else ()
        return tuple(one for one in held if self._by in (None, one.by) or one.kind not in OF_STATEMENTS)

    @cached_property
    def _settled(self) -> Settled:
        articles = {article.id: article for article in self._machine.articles} if self._holding else {}
        return settle(self._machine.heard, articles, self._cast, self._holding, self._names)

    @property
    def _names(self) -> Mapping[tuple[str, int], str]:
        return self._machine.names if self._cast.apart else {}

    def judged_in(self, article: str) -> Settled:
        """The statements of one article as judged, those rejected in it, and the judgements on them, by looking at
        that article alone. Raises RecordError when the record has none with this id."""
        one = self.article(article)
        alike = self._machine.articles_where(_schema.articles.c.name == one.name)
        articles = {one.id: one} | {other.id: other for other in alike}
        heard = self._machine.heard_in(article)
        ids = {said.statement.id for said in heard}
        about = [j for j in self._holding if j.target in ids or _is_about(j, one)]
        return settle(heard, articles, self._cast, about, self._names)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The searches that people keep, by name."""
        with self._machine.tables.engine.connect() as connection:
            return _searches.kept(_searches.read(connection))

    @cached_property
    def added(self) -> frozenset[str]:
        """Ids of all that people added to the file: judgements, and searches that they keep."""
        with self._machine.tables.engine.connect() as connection:
            kept = {one.id for one in _searches.read(connection)}
        return frozenset(kept | {one.id for one in self._log})

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return self._by_date(self._settled.statements)

    def _by_date(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        published = {article.id: article.published.value for article in self._machine.articles}

        def order(statement: Statement) -> tuple[str, str, int, str]:
            date = statement.said.value or published[statement.article] or ""
            return (date, statement.article, statement.attribution.content[0].start, statement.id)

        return tuple(sorted(statements, key=order))

    def statements(self) -> tuple[Statement, ...]:
        """All statements by date (said, else published; undated first), article and place in it."""
        return self._statements

    def rejected(self) -> tuple[Statement, ...]:
        """Statements of the machine that people rejected, in the order of `statements`."""
        return self._by_date(self._settled.rejected)

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log of what people decided, in the order in which they did, undoing and undone too."""
        return self._log

    def judgements_of(self, statement: str) -> tuple[Judgement, ...]:
        """The judgements that hold for a statement, by its id."""
        return self._settled.judgements.get(statement, ())

    def conflicts(self) -> tuple[Conflict, ...]:
        """Judgements that don't agree with each other, or with what the machine says by now."""
        return (*self._cast.conflicts, *self._settled.conflicts)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, by name."""
        return tuple(sorted(self._cast.actors.values(), key=lambda actor: (actor.name, actor.id)))

    def became(self, actor: str) -> str:
        """The id of the actor that one of the machine's became by judgements, by which two may be one; or its own."""
        return self._cast.now.get(actor, actor)

    def events(self) -> tuple[Event, ...]:
        """All events, by date; undated ones last."""
        events = [whose.event(event, self._cast) for event in self._machine.events]
        return tuple(sorted(events, key=lambda e: (e.when.value is None, e.when.value or "", e.id)))

    def bounds(self) -> Mapping[str, tuple[DateBound, ...]]:
        """By article id, the days that its own words bound its publication by."""
        return bounds(self._machine.tables)

    def precedences(self) -> tuple[Precedence, ...]:
        """Which article came before which, where a date of publication does not say so."""
        rows = self._machine.tables.rows(_schema.precedences)
        return tuple(Precedence(row["before"], row["after"], row["event"]) for row in rows)

    def figures(self) -> tuple[Figure, ...]:
        """All figures, by what they measure, then value."""
        return self._machine.figures

    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, by name."""
        proposals = (whose.proposal(one, self._cast) for one in self._machine.proposals)
        return tuple(sorted(proposals, key=lambda p: (p.name.lower(), p.id)))

    def utterances(self) -> tuple[Utterance, ...]:
        """What was said once and is reported by two statements or more."""
        rejected = frozenset(one.id for one in self._settled.rejected) if self._holding else frozenset()
        told = (whose.utterance(each, self._cast, rejected) for each in self._machine.utterances)
        return tuple(one for one in told if one is not None)

    def differences(self) -> tuple[Difference, ...]:
        """Where independent articles differ on a fact: conflicts first, then by kind and subject."""
        found = (whose.difference(one, self._cast) for one in self._machine.differences)
        return tuple(sorted(found, key=_differences.by_weight))

    def reuse(self) -> tuple[Reuse, ...]:
        """Pairs of articles that share passages."""
        return self._machine.reuse

    def set_aside(self) -> tuple[SetAside, ...]:
        """What could not be read, and why."""
        rows = self._machine.tables.rows(_schema.set_aside)
        return tuple(SetAside(row["name"], row["path"], row["reason"]) for row in rows)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """(article name, problem) for every stage that failed on an article that was kept."""
        names = {article.id: article.name for article in self._machine.articles}
        rows = self._machine.tables.rows(_schema.problems)
        return tuple(sorted((names[row["article"]], row["problem"]) for row in rows))

    def codebook(self) -> code.Codebook:
        """The codebook that the positions were coded with."""
        return code.codebook_of(self.made_with()["codebook"])

    def made_with(self) -> Mapping[str, str]:
        """Versions and settings that made it, and the whole codebook under "codebook"."""
        return self._machine.made_with

    def search(self, words: str, limit: int = 50) -> tuple[str, ...]:
        """Ids of statements whose words or speaker match, best first; all words must be there."""
        return self._machine.tables.matching(words, limit)

    def readings(self) -> Iterator[Reading]:
        """What was read from each article alone, by article id: the input of the stages that need them all."""
        return readings(self._machine.tables, sorted(self._machine.articles, key=lambda article: article.id))


def _is_about(one: Judgement, article: Article) -> bool:
    said = one.value if one.kind == "add" else one.machine
    return said.get("article") == article.id or said.get("article_name") == article.name
