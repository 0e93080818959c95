"""Questions about paths, answered also where a folder cannot be read, a link loops or a name is no text."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def shown(path: Path) -> str:
    """A path as text that any file can hold: bytes of a name that are no UTF-8 are written `\\xe9`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def real(path: Path) -> Path:
    """The path without links. Where a link loops it stays, while Path.resolve would raise."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether this is known to be a folder."""
    return stat.S_ISDIR(_mode(path))


def is_file(path: Path) -> bool:
    """Whether this is known to be a regular file."""
    return stat.S_ISREG(_mode(path))


def exists(path: Path) -> bool:
    """Whether anything is known to be there."""
    return bool(_mode(path))


def why_not_read(path: Path) -> str | None:
    """Why something cannot be opened and read to its end (a pipe would be waited for); None if it can."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        nowhere = error.errno in (errno.ENOENT, errno.ELOOP)
        return "a link that leads nowhere" if nowhere else f"cannot be read: {error.strerror}"
    return None if stat.S_ISREG(mode) else "not a regular file"


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0
