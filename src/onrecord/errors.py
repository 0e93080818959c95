"""The tree of errors. Each carries what it is about and says what to do, so that a message needs no traceback."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path


class OnrecordError(Exception):
    """Anything that onrecord itself raises. The command line prints its text and exits with `exit_code`."""

    exit_code = 2


class InputError(OnrecordError):
    """Something a person gave is not usable: a path, a row, a field.

    Attributes: `path`, `row` (1-based, None for the whole file), `field`, `advice`.
    """

    def __init__(
        self,
        problem: str,
        *,
        path: str | Path,
        row: int | None = None,
        field: str | None = None,
        advice: str = "",
    ) -> None:
        self.problem, self.path, self.row, self.field, self.advice = problem, str(path), row, field, advice
        where = self.path + (f", row {row}" if row is not None else "") + (f", field {field!r}" if field else "")
        super().__init__(f"{where}: {problem}" + (f" {advice}" if advice else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes; those with keywords need telling how."""
        told = partial(type(self), path=self.path, row=self.row, field=self.field, advice=self.advice)
        return told, (self.problem,)


class Unreadable(InputError):
    """A document or article that has to be set aside; the rest goes on. `problem` is the reason that is shown."""


class SettingsError(InputError):
    """onrecord.toml, a side-car or an actor list does not say what it should."""


class CodebookError(InputError):
    """A codebook does not hold what it should. `others` are the further faults of the same file."""

    others: tuple[CodebookError, ...] = ()

    def beside(self, others: Sequence[CodebookError]) -> CodebookError:
        """This fault with the others, which a traceback shows as notes."""
        self.others = tuple(others)
        for other in others:
            self.add_note(str(other))
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (*super().__reduce__(), self.__dict__)


class RecordError(InputError):
    """A record that is not there, is no record, or was made by a newer onrecord."""


class NothingToRead(InputError):
    """No article came out of the paths that were given."""

    exit_code = 1
