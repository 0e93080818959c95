"""Exports: the record as JSON Lines and CSV for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord import analyse
from onrecord.errors import InputError
from onrecord.publish._annotations import collection
from onrecord.publish._compared import difference_rows, naming_rows
from onrecord.publish._counted import counted
from onrecord.publish._judged_export import judged_rows
from onrecord.publish._statement_rows import statements
from onrecord.store import Record
from onrecord.tables import written

Row = dict[str, Any]


def export(record: Record, path: Path) -> int:
    """Write the record in the form that the file's name ends on, and return the number of rows.

    `.jsonl`: a line per statement; `.csv`: a row per statement and position; `.positions.jsonl`: a line per cell;
    `.articles.jsonl`: the texts, into which all offsets count; `.differences.jsonl`: a line per fact that articles tell
    differently; `.naming.jsonl`: a line per outlet and name; `.judged.jsonl`: a line per statement that people judged;
    `.annotations.jsonld`: Web Annotations. Raises InputError for another ending, and when the file cannot be written.
    """
    form = next((form for ending, form in _FORMS.items() if path.name.endswith(ending)), None)
    if form is None:
        advice = "The name can end on " + ", ".join(sorted(_FORMS)) + "."
        raise InputError("there is no export with this ending.", path=path, advice=advice)
    content, number = form(record)
    try:
        path.write_bytes(content.encode("utf-8", errors="replace"))
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", path=path) from error
    return number


def cells(record: Record) -> Iterator[Row]:
    """A row per cell: first those of sides as a whole (`actor` is null), then those of actors."""
    actors = {actor.id: actor for actor in record.actors()}
    found = analyse.cells(record.statements(), record.articles(), record.reuse(), record.actors(), record.utterances())
    for cell in (*found.of_sides, *found.of_actors):
        yield {
            "side": cell.side,
            "actor": actors[cell.actor].name if cell.actor else None,
            "issue": cell.issue,
            "option": cell.option,
            "stance": cell.stance,
            "first": cell.first,
            "last": cell.last,
            "statements": list(cell.statements),
            **counted(cell),
            "basis": cell.basis,
            "leading": [{"actor": actors[key].name, "statements": number} for key, number in cell.leading],
            "dissent": list(cell.dissent),
            "told": list(cell.told),
            "reported": list(cell.reported),
        }


def articles(record: Record) -> Iterator[Row]:
    """A row per article with its text."""
    for article in record.articles():
        yield {
            "id": article.id,
            "name": article.name,
            "outlet": article.outlet,
            "title": article.title,
            "published": {"value": article.published.value, "basis": article.published.basis},
            "url": article.url,
            "text": article.text,
        }


def _lines(rows: Iterable[Row]) -> tuple[str, int]:
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    return "".join(lines), len(lines)


def _document(made: Row) -> tuple[str, int]:
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n", made["total"]


def _table(record: Record) -> tuple[str, int]:
    rows = list(_flat(record))
    return written(rows, _COLUMNS), len(rows)


def _flat(record: Record) -> Iterator[Row]:
    for row in statements(record):
        alone = {key: value for key, value in row.items() if key != "positions"}
        alone["chain"] = " → ".join(link["name"] for link in row["chain"])
        alone["pieces"] = " ".join(f"{start}:{end}" for start, end in row["pieces"])
        for position in row["positions"] or [{}]:
            yield alone | position


_COLUMNS = (
    "id", "article", "article_id", "outlet", "published", "start", "end", "text", "pieces", "mode",
    "attribution_confidence", "speaker", "speaker_as_written", "side", "grade", "chain", "utterance", "said", "issue",
    "option", "stance", "holder", "condition", "condition_kind", "linked", "position_confidence", "position_reason",
)  # fmt: skip
_FORMS: dict[str, Callable[[Record], tuple[str, int]]] = {
    ".positions.jsonl": lambda record: _lines(cells(record)),
    ".articles.jsonl": lambda record: _lines(articles(record)),
    ".differences.jsonl": lambda record: _lines(difference_rows(record)),
    ".naming.jsonl": lambda record: _lines(naming_rows(record)),
    ".judged.jsonl": lambda record: _lines(judged_rows(record)),
    ".annotations.jsonld": lambda record: _document(collection(record)),
    ".jsonl": lambda record: _lines(statements(record)),
    ".csv": _table,
}
