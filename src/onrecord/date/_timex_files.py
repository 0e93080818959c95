"""`onrecord date IN.jsonl -o OUT.jsonl`: the fixed form that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from onrecord import rows
from onrecord.date._expressions import Timex, tag
from onrecord.date._timex_document import document_date
from onrecord.errors import InputError
from onrecord.model import Dated


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a file: rows read, expressions of time found, and a line for each row that was passed over."""

    rows: int
    times: int
    problems: tuple[str, ...]


def date_file(in_path: Path, out_path: Path, *, progress: Callable[[int], None] | None = None) -> Summary:
    """Read `id`, `text` and `published` (ISO 8601 or null) from each line of `in_path`, write `id`, `times` and
    `document` to `out_path`.

    A time is {"start", "end", "type", "value"}: Python string indices into `text` as given, TIMEX3's type and value.
    `document` is {"value", "basis"}, see `document_date`. A row that cannot be used is passed over and named in the
    summary, with its field. `progress` is called with the number of rows done. A file that cannot be read or written,
    or would be written over what is read, raises InputError; rows of which none can be used raise NothingToRead, and
    nothing is written.
    """
    done = found = 0
    problems: list[InputError] = []
    with rows.exchanged(in_path, out_path) as (lines, out):
        for row, document in _rows(lines, in_path, problems):
            times = tag(row["text"], document.value)
            plain = {"id": row["id"], "times": [_plain(time) for time in times], "document": _dated(document)}
            out.write(json.dumps(plain) + "\n")
            done, found = done + 1, found + len(times)
            if progress is not None:
                progress(done)
        if problems and not done:
            raise rows.none_usable(problems, in_path)
    return Summary(done, found, tuple(map(str, problems)))


def _rows(lines: BinaryIO, path: Path, problems: list[InputError]) -> Iterator[tuple[dict[str, Any], Dated]]:
    for number, line in rows.numbered(lines):
        try:
            row = rows.article(line, path, number)
            yield row, _document(row, path, number)
        except InputError as error:
            problems.append(error)


def _document(row: dict[str, Any], path: Path, number: int) -> Dated:
    published = row.get("published")
    try:
        if isinstance(published, str | None):
            return document_date(row["text"], published)
    except ValueError:
        pass
    raise InputError(
        "no date in ISO 8601.", path=path, row=number, field="published", advice='Give "2024-03-05" or null.'
    )


def _plain(time: Timex) -> dict[str, int | str]:
    return {"start": time.span.start, "end": time.span.end, "type": time.kind, "value": time.value}


def _dated(document: Dated) -> dict[str, str | None]:
    return {"value": document.value, "basis": document.basis}
