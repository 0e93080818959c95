"""How far the app is with what takes long."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

SOON = 2.0  # seconds in which nobody needs to be told


class Progress:
    """The step that is being done. `say` is told each new one, from `soon` seconds after the start on."""

    def __init__(self, say: Callable[[str], None] = lambda _: None, soon: float = SOON) -> None:
        self._say, self._soon = say, soon
        self._began, self._tenth = monotonic(), -1
        self.told = "Reading the record"

    def step(self, what: str, done: int = 0, of: int = 0) -> None:
        """Do this now; `done` of `of` parts of it are done, where it has parts."""
        new = not self.told.startswith(what) or (10 * done // of if of else 0) != self._tenth
        self._tenth = 10 * done // of if of else 0
        self.told = f"{what}: {done:,} of {of:,}" if of else what
        if new and self.seconds >= self._soon:
            self._say(f"{self.told} … ({self.seconds:.0f} s)")

    def begin(self) -> None:
        """Count the time from now."""
        self._began = monotonic()

    def done(self, what: str) -> None:
        """Say what is there now, if it took long."""
        if self.seconds >= self._soon:
            self._say(f"{what} after {self.seconds:.0f} s.")

    @property
    def seconds(self) -> float:
        """Since the start."""
        return monotonic() - self._began
