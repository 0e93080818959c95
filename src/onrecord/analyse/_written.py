"""What an analysis found, as a file: a table as CSV or JSON Lines, a picture as SVG, PNG or as its specification."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord import tables
from onrecord.errors import InputError

TABLES = (".csv", ".jsonl")
PICTURES = (".svg", ".png", ".vl.json")


def write(
    path: Path, rows: Sequence[Mapping[str, Any]], names: Sequence[str], chart: Callable[[], dict[str, Any]]
) -> None:
    """Write rows with these columns, or the chart, by the ending of the file's name.

    Raises InputError for another ending, and when the file cannot be written.
    """
    form = ending(path, (*TABLES, *PICTURES))
    if form == ".csv":
        put(path, tables.written(rows, names))
    elif form == ".jsonl":
        put(path, lines(rows))
    else:
        put(path, drawn(form, chart()))


def ending(path: Path, forms: Sequence[str]) -> str:
    """Which of these endings a file's name has. Raises InputError, which names them, when it has none."""
    form = next((form for form in forms if path.name.lower().endswith(form)), None)
    if form is None:
        raise InputError("its ending names no form.", path=path, advice=f"It can be {', '.join(forms)}.")
    return form


def put(path: Path, content: str | bytes) -> None:
    """Write a file, which is there whole or not at all. Raises InputError when it cannot be written."""
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_bytes(content.encode("utf-8", errors="replace") if isinstance(content, str) else content)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise InputError(
            f"cannot be written: {error.strerror or error}.", path=path, advice="Check the path."
        ) from error


def lines(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def drawn(form: str, specification: dict[str, Any]) -> str | bytes:
    """A Vega-Lite specification in one of the forms of `PICTURES`."""
    from onrecord.analyse._drawn import png, svg

    if form == ".vl.json":
        return json.dumps(specification, ensure_ascii=False, indent=1) + "\n"
    return svg(specification) if form == ".svg" else png(specification)
