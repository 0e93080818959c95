"""JSON Lines in and out, for the fixed forms that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from onrecord.errors import InputError, NothingToRead


@contextmanager
def exchanged(in_path: Path, out_path: Path) -> Iterator[tuple[BinaryIO, TextIO]]:
    """A file to read lines from, and one to write to that takes its place when all is written (`when_done`).

    A file that cannot be read or written, or would be written over what is read, raises InputError.
    """
    try:
        with in_path.open("rb") as lines, when_done(out_path, in_path) as out:
            yield lines, out
    except OSError as error:
        written = out_path if out_path.parent.is_dir() else out_path.parent
        path = in_path if str(error.filename) == str(in_path) else written
        raise InputError(f"{error.strerror or error}.", path=path, advice="Check the path.") from error


def numbered(lines: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not empty, each with its number, from 1."""
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def none_usable(problems: Sequence[InputError], in_path: Path) -> NothingToRead:
    """What to raise when every row has a fault: the first of them."""
    first = problems[0]
    return NothingToRead(f"{first.problem} No row can be used.", path=in_path, row=first.row, field=first.field)


def article(line: bytes, path: Path, number: int) -> dict[str, Any]:
    """The row of an article: `id`, a string or number, and `text`. Raises InputError with the row and the field."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON in UTF-8: {error}.", path=path, row=number) from error
    if not isinstance(row, dict):
        raise InputError("not a JSON object.", path=path, row=number, advice='Give {"id": …, "text": …}.')
    if not isinstance(row.get("text"), str):
        raise InputError("no string.", path=path, row=number, field="text", advice="Give the article's text.")
    if not isinstance(row.get("id"), str | int) or isinstance(row["id"], bool):
        raise InputError("no string or number.", path=path, row=number, field="id", advice="Give each row an id.")
    return row


@contextmanager
def when_done(path: Path, in_path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` when it is written to its end, and is gone when that fails.

    Raises InputError when it would be written over `in_path`, which is read.
    """
    unfinished = path.with_name(path.name + ".part")
    for one in (path, unfinished):
        if one.exists() and one.samefile(in_path):
            raise InputError("this is the file that is read.", path=one, advice="Name another file to write.")
    out = unfinished.open("w", encoding="utf-8", newline="\n")
    try:
        with out:
            yield out
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
