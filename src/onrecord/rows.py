"""JSON Lines in and out, for the fixed forms that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from onrecord.errors import InputError


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
