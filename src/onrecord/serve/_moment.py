"""The record at one moment, with what is made of it when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from onrecord import publish
from onrecord.analyse import review
from onrecord.model import Actor, Article, Statement
from onrecord.serve._changes import articles_between
from onrecord.serve._index import Index, Row, rows_of
from onrecord.serve._progress import Progress
from onrecord.store import Record

State = tuple[int, int, int]  # of a file: which it is, when it changed, its size
BATCH = 5000  # statements that go into the index at a time, with a word on how far it is
FEW = 100  # articles that are looked at one by one; of more, the whole record is


class Moment:
    """A record at one moment. Of what was made for the moment `before`, what cannot have changed is kept: all that the
    machine read, as long as the file is the same one, and what the judgements since are not about."""

    def __init__(self, path: Path, before: Moment | None = None, progress: Progress | None = None) -> None:
        self._progress = progress or Progress()
        self.record: Record
        self._before: Moment | None = None
        self._views_before: publish.Views | None = None
        self.state = state_of(path)
        if before is not None and self._follows(before):
            self.record, self._before = before.record.again(), before
        else:
            self.record = Record(path, pinned=True)
            while self.state[0] != (now := state_of(path))[0]:  # a build ended just then
                self.state, self.record = now, Record(path, pinned=True)
        self.machine = self.record.again(judged=False)
        _ = self.record.added  # what is judged from now on is of the next moment

    def _follows(self, before: Moment) -> bool:
        """Whether it is the file of the moment before, to which somebody has added. One that changed otherwise was
        written over, and is read as another."""
        return before.state[0] == self.state[0] and before.record.added < before.record.again().added

    def forget(self) -> None:
        """Let go of the moment before, from which all has been taken over that can be."""
        self._before = None

    def print_after(self, before: Moment | None) -> None:
        """Make the pages, keeping of those of a moment before what cannot have changed."""
        self._views_before = before.views if before is not None else None
        _ = self.pages
        self._views_before = None

    @cached_property
    def views(self) -> publish.Views:
        """What the dossier's pages show."""
        return publish.Views(self.record, before=self._views_before)

    @cached_property
    def pages(self) -> Mapping[str, publish.Page]:
        """The dossier's pages, by their paths."""
        return publish.contents(self.views)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors as judged, by id."""
        return {actor.id: actor for actor in self.record.actors()}

    @cached_property
    def machine_actors(self) -> Mapping[str, Actor]:
        """The actors as the machine has them, by id."""
        return {actor.id: actor for actor in self.machine.actors()}

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles, by id."""
        return {article.id: article for article in self.record.articles()}

    @cached_property
    def sure(self) -> Mapping[str, float]:
        """By statement, its place in the queue of what is to be looked over; it stays as long as the file does."""
        if self._before is not None:
            return self._before.sure
        queued = review.queue(review.material_of(self.record), review.Filter(judged=None))
        return {one.statement.id: float(place) for place, one in enumerate(queued)}

    @cached_property
    def index(self) -> Index:
        """What search and review look in: that of the moment before, with the articles put anew that are others now."""
        if self._before is not None:
            index = self._before.index
            for article, rows in self._rows(articles_between(self._before, self)).items():
                index.put(article, rows)
            return index
        self._progress.step("Reading the statements")
        statements, rejected = self.record.statements(), self.record.rejected()
        self._progress.step("Putting the least sure first")
        index, every = Index(), (*statements, *rejected)
        gone = {one.id for one in rejected}
        _ = self.sure
        for first in range(0, len(every), BATCH):
            self._progress.step("Making the index of the search", first, len(every))
            index.add(self._as_rows(every[first : first + BATCH], gone))
        return index

    def _rows(self, articles: Collection[str]) -> Mapping[str, Sequence[Row]]:
        """The rows of the index for some articles."""
        if len(articles) <= FEW:
            settled = {id: self.record.judged_in(id) for id in sorted(articles)}
            return {
                id: self._as_rows((*one.statements, *one.rejected), {rejected.id for rejected in one.rejected})
                for id, one in settled.items()
            }
        found: dict[str, list[Statement]] = {id: [] for id in sorted(articles)}
        rejected = self.record.rejected()
        for one in (*self.record.statements(), *rejected):
            if one.article in found:
                found[one.article].append(one)
        gone = {one.id for one in rejected}
        return {id: self._as_rows(statements, gone) for id, statements in found.items()}

    def _as_rows(self, statements: Iterable[Statement], rejected: Collection[str]) -> list[Row]:
        return rows_of(statements, self.articles, self.actors, self.sure, rejected)


def state_of(path: Path) -> State:
    """The state of a file; all 0 where there is none."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return found.st_ino, found.st_mtime_ns, found.st_size
