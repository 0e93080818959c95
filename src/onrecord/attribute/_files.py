"""`onrecord attribute IN.jsonl -o OUT.jsonl`: the fixed form that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    `progress` is called with the number of rows done. A file that cannot be read or written raises InputError.
    """
    rows = found = 0
    problems: list[str] = []
    unfinished = out_path.with_name(out_path.name + ".part")
    try:
        with in_path.open("rb") as lines, unfinished.open("w", encoding="utf-8", newline="\n") as out:
            for row in _rows(lines, in_path, problems, strict=strict):
                attributions = attribute(row["text"], reader)
                out.write(json.dumps({"id": row["id"], "attributions": [_plain(a) for a in attributions]}) + "\n")
                rows += 1
                found += len(attributions)
                if progress is not None:
                    progress(rows)
        unfinished.replace(out_path)
    except OSError as error:
        path = error.filename or in_path
        raise InputError(f"{error.strerror or error}.", path=path, advice="Check the path.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Summary(rows, found, tuple(problems))


def _rows(lines: Any, path: Path, problems: list[str], *, strict: bool) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _row(line, path, number)
        except InputError as error:
            if strict:
                raise
            problems.append(str(error))


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
