"""Sentences to try, from a file with a line each."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError, NothingToRead


def sentences(path: Path, stdin: BinaryIO | None = None) -> tuple[str, ...]:
    """The lines of a file ("-" for `stdin`) that hold a word, without the white space around them.

    Raises InputError for what cannot be read or is no UTF-8, NothingToRead where no line holds a word.
    """
    try:
        raw = stdin.read() if stdin is not None and str(path) == "-" else path.read_bytes()
        lines = io.StringIO(raw.decode("utf-8-sig"), newline=None)
    except UnicodeDecodeError as error:
        raise InputError("this is not UTF-8 text.", path=path, advice="Save it as UTF-8.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {getattr(error, 'strerror', None) or error}.", path=path) from error
    found = tuple(line.strip() for line in lines if any(map(str.isalnum, line)))
    if not found:
        raise NothingToRead("there is no sentence in it.", path=path, advice="Write one a line.")
    return found
