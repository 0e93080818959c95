"""The record as it is now: what the pages are made of, made anew when the file or its log of judgements changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock

from onrecord import publish, store
from onrecord.analyse import _review as review
from onrecord.model import Actor, Judgement
from onrecord.serve._index import Index, Row, rows_of
from onrecord.store import Record

State = tuple[int, int, int]  # of a file: which it is, when it changed, its size


class Moment:
    """A record at one moment, with what is made of it when it is first asked for."""

    def __init__(self, path: Path) -> None:
        self.state = _state(path)
        self.record, self.machine = Record(path), Record(path, judged=False)

    @cached_property
    def views(self) -> publish.Views:
        """What the dossier's pages show."""
        return publish.Views(self.record)

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
    def sure(self) -> Mapping[str, float]:
        """By statement, its place in the queue of what is to be looked over."""
        queued = review.queue(review.material_of(self.record), review.Filter(judged=None))
        return {one.statement.id: float(place) for place, one in enumerate(queued)}

    @cached_property
    def index(self) -> Index:
        """What search and review look in."""
        articles = {article.id: article for article in self.record.articles()}
        statements, rejected = self.record.statements(), self.record.rejected()
        return Index(rows_of(statements, articles, self.actors, self.sure, rejected))

    def rows(self, article: str) -> list[Row]:
        """The rows of the index for one article."""
        settled, one = self.record.judged_in(article), self.record.article(article)
        return rows_of(settled.statements, {one.id: one}, self.actors, self.sure, settled.rejected)

    def goes_on(self, before: Moment, judged: Sequence[Judgement], articles: Iterable[str] | None) -> None:
        """Take over what was made for the moment before, if nothing has happened since then but these judgements on
        statements of some articles, or on actors, by which any statement may be another's."""
        log = (*before.record.judgements(), *judged)
        if self.state[0] != before.state[0] or self.record.judgements() != log:
            return
        self.machine = before.machine
        kept = ("sure", "machine_actors") if articles is None else ("sure", "machine_actors", "actors", "index")
        for name in kept:
            if name in before.__dict__:
                self.__dict__[name] = before.__dict__[name]
        if "index" in self.__dict__:
            for article in articles or ():
                self.index.put(article, self.rows(article))


class Live:
    """The record at `path`, followed. Raises RecordError when there is none, then or later."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock, self._making = RLock(), RLock()
        self._moment = Moment(path)

    def now(self) -> Moment:
        """The record as it is now. What it makes of itself it makes once, whoever asks."""
        with self._lock:
            if self._moment.state != _state(self.path):
                self._moment = Moment(self.path)
            return self._moment

    def index(self) -> Index:
        """The index of the record as it is now."""
        with self._lock:
            return self.now().index

    def made(self) -> Moment:
        """The record as it is now, with its pages made. Nothing else waits for that."""
        moment = self.now()
        with self._making:
            _ = moment.pages
            return moment

    def judge(self, judged: Sequence[Judgement], articles: Iterable[str] | None) -> Moment:
        """Add judgements to the log. `articles` are those whose statements they are about, None if actors are judged
        and all may change; the record after that."""
        with self._lock:
            before = self.now()
            before.record.judgements()  # read before there are more
            store.judge(self.path, judged)
            self._moment = Moment(self.path)
            self._moment.goes_on(before, judged, articles)
            return self._moment


def _state(path: Path) -> State:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return found.st_ino, found.st_mtime_ns, found.st_size
