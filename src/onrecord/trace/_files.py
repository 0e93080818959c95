"""`onrecord trace IN.jsonl -o OUT.jsonl`: the fixed form that other programs rely on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from onrecord import rows
from onrecord.errors import InputError
from onrecord.model import Paragraph, Reuse
from onrecord.syntax import paragraphs_of
from onrecord.trace._collection import Collection, Story

_OPTIONAL = ("outlet", "published", "url", "canonical", "source")
_COARSE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")  # a year or a month, which datetime does not read


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a file: articles read, pairs that share a passage, and a line for each row with a fault."""

    rows: int
    pairs: int
    problems: tuple[str, ...]


def trace_file(in_path: Path, out_path: Path, *, progress: Callable[[str, int], None] | None = None) -> Summary:
    """Read articles from each line of `in_path`, write a line to `out_path` for each pair that shares a passage.

    A row has `id`, `text` and may have `outlet`, `published` (ISO 8601), `url`, `canonical` and `source` (see Story).
    A line is {"a", "b", "containment_a", "containment_b", "passages": [[start in a, end, start in b, end], …],
    "first", "why"}, sorted by the ids, as text, a before b; offsets are Python string indices into `text` as given.
    A row that cannot be used is passed over and named in the summary; so is a `published` that is no date, but the row
    is used without it. `progress` is called with what is being done and how much of it is. A file that cannot be read
    or written, or would be written over what is read, raises InputError; rows of which none can be used raise
    NothingToRead, and nothing is written.
    """
    report = progress or (lambda _stage, _done: None)
    problems: list[InputError] = []
    ids: dict[str, str | int] = {}
    collection = Collection()
    pairs = 0
    with rows.exchanged(in_path, out_path) as (lines, out):
        collection.add(_counted(_stories(lines, in_path, ids, problems), "reading articles", report))
        if problems and not ids:
            raise rows.none_usable(problems, in_path)
        for pair in _counted(collection.pairs(), "writing pairs", report):
            out.write(json.dumps(_plain(pair, ids)) + "\n")
            pairs += 1
    return Summary(len(ids), pairs, tuple(map(str, problems)))


def _counted(items: Iterable[Any], stage: str, report: Callable[[str, int], None]) -> Iterator[Any]:
    for number, item in enumerate(items, start=1):
        yield item
        report(stage, number)


def _stories(lines: BinaryIO, path: Path, ids: dict[str, str | int], problems: list[InputError]) -> Iterator[Story]:
    seen: dict[str, int] = {}
    for number, line in rows.numbered(lines):
        try:
            row = _row(line, path, number)
            if str(row["id"]) in seen:
                said = f"this id stands in row {seen[str(row['id'])]} already."
                raise InputError(said, path=path, row=number, field="id", advice="Give each article its own.")
        except InputError as error:
            problems.append(error)
            continue
        try:
            published = _date(row.get("published"))
        except ValueError:
            said = "no date in ISO 8601; the article is taken without one."
            problems.append(InputError(said, path=path, row=number, field="published", advice='Give "2024-03-05".'))
            published = None
        seen[str(row["id"])] = number
        ids[str(row["id"])] = row["id"]
        yield _story(row, published)


def _row(line: bytes, path: Path, number: int) -> dict[str, Any]:
    row = rows.article(line, path, number)
    for field in _OPTIONAL:
        if not isinstance(row.get(field), str | None):
            raise InputError("no string.", path=path, row=number, field=field, advice="Give a string or null.")
    return row


def _story(row: dict[str, Any], published: str | None) -> Story:
    text = row["text"]
    outlet, url, canonical, source = (row.get(field) or None for field in ("outlet", "url", "canonical", "source"))
    paragraphs = tuple(map(Paragraph, paragraphs_of(text)))
    return Story(str(row["id"]), outlet, published, text, paragraphs, url, canonical, source)


def _date(published: str | None) -> str | None:
    """A date as ISO 8601 writes it at length; None for none. Raises ValueError for what is no date."""
    if not published or not published.strip():
        return None
    published = published.strip()
    if _COARSE.fullmatch(published):
        return published
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError:
        return datetime.fromisoformat(published).isoformat()


def _plain(pair: Reuse, ids: dict[str, str | int]) -> dict[str, Any]:
    return {
        "a": ids[pair.a],
        "b": ids[pair.b],
        "containment_a": pair.containment_a,
        "containment_b": pair.containment_b,
        "passages": [[a.start, a.end, b.start, b.end] for a, b in pair.passages],
        "first": ids[pair.first] if pair.first is not None else None,
        "why": pair.why,
    }
