"""The record as it is now, followed: read anew beside the requests when its file or its log of judgements changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from onrecord import store
from onrecord.model import Judgement
from onrecord.serve._moment import Moment, state_of
from onrecord.serve._progress import Progress

PATIENCE = 0.5  # seconds that a reader waits for the newest; after that they see what there is, with a word on it


class NotYet(Exception):
    """There is nothing to show yet; its text says how far it is."""


class Live:
    """The record at `path`, followed. Raises RecordError when there is none, then or later.

    Nobody waits longer than `patience` seconds to read: as long as the newest is being made, the moment before is
    shown, which is whole; `behind` says so. Who judges waits until what they judged counts.
    """

    def __init__(self, path: Path, patience: float = PATIENCE, progress: Progress | None = None) -> None:
        self.path, self._patience, self._progress = path, patience, progress or Progress()
        store.Record(path)
        self._moment: Moment | None = None
        self._printed: Moment | None = None
        self._reading, self._printing = _Beside(self._read), _Beside(self._print)

    def start(self) -> None:
        """Begin to read, and to make the first pages, and don't wait for it."""
        self._printing.begin()

    def now(self) -> Moment:
        """The record as it is now, with its index; or as it was. Raises NotYet when it has not been read yet."""
        moment = self._newest(self._patience)
        if moment is None:
            raise NotYet(self._progress.told)
        return moment

    def made(self) -> Moment:
        """The record as it is now, with its pages made; or as it was. Raises NotYet when none has been made yet."""
        until = monotonic() + self._patience
        while self._printed is None or self.behind(self._printed):
            if not self._printing.wait(until - monotonic()):
                break
        if self._printed is None:
            raise NotYet(self._progress.told)
        return self._printed

    def behind(self, moment: Moment) -> bool:
        """Whether the record has changed since a moment."""
        return moment.state != state_of(self.path)

    def judge(self, judged: Sequence[Judgement]) -> Moment:
        """Add judgements to the log; the record after that."""
        store.judge(self.path, judged)
        moment = self._newest(None)
        assert moment is not None
        return moment

    def _newest(self, patience: float | None) -> Moment | None:
        until = None if patience is None else monotonic() + patience
        while self._moment is None or self.behind(self._moment):
            if not self._reading.wait(None if until is None else until - monotonic()):
                break
        return self._moment

    def _read(self) -> None:
        before = self._moment
        if before is not None and not self.behind(before):
            return
        self._progress.begin()
        try:
            moment = Moment(self.path, before, self._progress)
            _ = moment.index, moment.sure, moment.actors, moment.machine_actors
        except BaseException:
            self._moment = None  # its index may be half another moment's
            raise
        moment.forget()
        self._moment = moment
        self._progress.done("Search and review are there")

    def _print(self) -> None:
        moment = self._newest(None)
        assert moment is not None
        if moment is not self._printed:
            self._progress.step("Making the pages")
            moment.print_after(self._printed)
            self._printed = moment
            self._progress.done("All pages are there")


class _Beside:
    """Does something in a thread of its own, once at a time, whoever asks."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._do, self._lock = do, Lock()
        self._running: Future[None] | None = None

    def begin(self) -> Future[None]:
        """Start, unless it is being done already."""
        with self._lock:
            if self._running is None or self._running.done():
                self._running = Future()
                Thread(target=self._run, args=(self._running,), daemon=True).start()
            return self._running

    def wait(self, seconds: float | None) -> bool:
        """Start and wait, at most so long; whether it is done. Raises what it raised."""
        running = self.begin()
        try:
            running.result(None if seconds is None else max(0.0, seconds))
        except TimeoutError:
            return running.done()
        return True

    def _run(self, running: Future[None]) -> None:
        try:
            self._do()
        except BaseException as error:
            running.set_exception(error)
        else:
            running.set_result(None)
