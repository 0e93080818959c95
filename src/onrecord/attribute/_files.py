"""`onrecord attribute IN.jsonl -o OUT.jsonl`: the fixed form that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from onrecord.attribute._reader import Reader, attribute
from onrecord.errors import InputError, NothingToRead
from onrecord.model import Attribution, Spans


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a file: rows read, attributions found, and a line for each row that was passed over."""

    rows: int
    attributions: int
    problems: tuple[str, ...]


def attribute_file(
    in_path: Path,
    out_path: Path,
    *,
    reader: Reader | None = None,
    strict: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Read `id` and `text` from each line of `in_path`, write `id` and `attributions` to `out_path`.

    An attribution is {"source": [[start, end], …], "cue": […], "content": […]}: Python string indices into `text` as
    given. A row that cannot be used is passed over and named in the summary, or raises InputError when `strict`.
    `progress` is called with the number of rows done. A file that cannot be read or written, or would be written over
    what is read, raises InputError; rows of which none can be used raise NothingToRead, and nothing is written.
    """
    rows = found = 0
    problems: list[InputError] = []
    try:
        with in_path.open("rb") as lines, _when_done(out_path, in_path) as out:
            for row in _rows(lines, in_path, problems, strict=strict):
                attributions = attribute(row["text"], reader)
                out.write(json.dumps({"id": row["id"], "attributions": [_plain(a) for a in attributions]}) + "\n")
                rows += 1
                found += len(attributions)
                if progress is not None:
                    progress(rows)
            if problems and not rows:
                first = f"{problems[0].problem} No row can be used."
                raise NothingToRead(first, path=in_path, row=problems[0].row, field=problems[0].field)
    except OSError as error:
        written = out_path if out_path.parent.is_dir() else out_path.parent
        path = in_path if str(error.filename) == str(in_path) else written
        raise InputError(f"{error.strerror or error}.", path=path, advice="Check the path.") from error
    return Summary(rows, found, tuple(map(str, problems)))


@contextmanager
def _when_done(path: Path, in_path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` when it is written to its end, and is gone when that fails."""
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


def _rows(lines: Any, path: Path, problems: list[InputError], *, strict: bool) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _row(line, path, number)
        except InputError as error:
            if strict:
                raise
            problems.append(error)


def _row(line: bytes, path: Path, number: int) -> dict[str, Any]:
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


def _plain(attribution: Attribution) -> dict[str, list[list[int]]]:
    def pairs(spans: Spans) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    return {
        "source": pairs(attribution.source),
        "cue": pairs(attribution.cue),
        "content": pairs(attribution.content),
    }
