"""The files of a folder that may be coverage, in a fixed order."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.gather import _files, _sidecar
from onrecord.gather._paths import is_folder, real
from onrecord.settings import FILE_NAME as SETTINGS_FILE

NO_COVERAGE = frozenset({SETTINGS_FILE, _sidecar.FILE_NAME})
DOSSIER = ".onrecord-dossier"  # the file that marks a folder as one that onrecord wrote


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with what is in it, in the order of names, or the problem for which it cannot be read."""

    path: Path
    entries: tuple[Path, ...] = ()
    problem: str | None = None


def is_coverage(path: Path, not_coverage: frozenset[Path]) -> bool:
    """Whether a file's name and place say that it can hold articles."""
    return (
        path.name not in NO_COVERAGE
        and not path.name.startswith(".")
        and _files.suffix_of(path.name) in _files.COVERAGE
        and real(path) not in not_coverage
    )


def folders(root: Path) -> Iterator[Folder]:
    """A folder and those inside it, each once though links may loop, in the order of their names. Dossiers that lie
    inside are left out."""
    seen: set[Path] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if real(path) in seen:
            continue
        seen.add(real(path))
        folder = _read(path)
        if _is_dossier(folder):
            if path == root:
                yield Folder(path, problem="a dossier of onrecord, not coverage")
            continue
        yield folder
        inside = [entry for entry in folder.entries if is_folder(entry) and not entry.name.startswith(".")]
        waiting.extend(reversed(inside))


def files(folder: Folder, not_coverage: frozenset[Path]) -> list[Path]:
    """What lies right in a folder and is named as if it held articles, in the order of names."""
    return [path for path in folder.entries if is_coverage(path, not_coverage) and not is_folder(path)]


def _read(path: Path) -> Folder:
    if not os.access(path, os.X_OK):  # its list might be read, but nothing that is on it
        return Folder(path, problem=f"cannot be read: {os.strerror(errno.EACCES)}")
    try:
        return Folder(path, tuple(sorted(path.iterdir(), key=lambda entry: entry.name)))
    except OSError as error:
        return Folder(path, problem=f"cannot be read: {error.strerror}")


def _is_dossier(folder: Folder) -> bool:
    return any(entry.name == DOSSIER for entry in folder.entries)
