"""The files of a folder that may be coverage, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.gather import _files, _sidecar
from onrecord.settings import FILE_NAME as SETTINGS_FILE

NO_COVERAGE = frozenset({SETTINGS_FILE, _sidecar.FILE_NAME})


def is_coverage(path: Path, not_coverage: frozenset[Path]) -> bool:
    """Whether a file's name and place say that it can hold articles."""
    return (
        path.name not in NO_COVERAGE
        and not path.name.startswith(".")
        and _files.suffix_of(path.name) in _files.COVERAGE
        and path.resolve() not in not_coverage
    )


def folders(root: Path) -> Iterator[Path]:
    """A folder and those inside it, each once though links may loop, in the order of their names."""
    seen: set[Path] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        real = folder.resolve()
        if real in seen:
            continue
        seen.add(real)
        yield folder
        inside = [path for path in _entries(folder) if path.is_dir() and not path.name.startswith(".")]
        waiting.extend(reversed(inside))


def files(folder: Path, not_coverage: frozenset[Path]) -> list[Path]:
    """The files right in a folder that can hold articles, in the order of their names."""
    return [path for path in _entries(folder) if path.is_file() and is_coverage(path, not_coverage)]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return []
