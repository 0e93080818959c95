"""`onrecord attribute IN.jsonl -o OUT.jsonl`: the fixed form that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import rows
from onrecord.attribute._reader import Reader, attribute
from onrecord.errors import InputError
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
    done = found = 0
    problems: list[InputError] = []
    with rows.exchanged(in_path, out_path) as (lines, out):
        for row in _rows(lines, in_path, problems, strict=strict):
            attributions = attribute(row["text"], reader)
            out.write(json.dumps({"id": row["id"], "attributions": [_plain(a) for a in attributions]}) + "\n")
            done += 1
            found += len(attributions)
            if progress is not None:
                progress(done)
        if problems and not done:
            raise rows.none_usable(problems, in_path)
    return Summary(done, found, tuple(map(str, problems)))


def _rows(lines: Any, path: Path, problems: list[InputError], *, strict: bool) -> Iterator[dict[str, Any]]:
    for number, line in rows.numbered(lines):
        try:
            yield rows.article(line, path, number)
        except InputError as error:
            if strict:
                raise
            problems.append(error)


def _plain(attribution: Attribution) -> dict[str, list[list[int]]]:
    def pairs(spans: Spans) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    return {
        "source": pairs(attribution.source),
        "cue": pairs(attribution.cue),
        "content": pairs(attribution.content),
    }
