"""What an analysis found, as a file: a table as CSV or JSON Lines, a picture as SVG or as its specification."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import InputError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
FORMS = (".csv", ".jsonl", ".svg", ".vl.json")


def write(
    path: Path, rows: Sequence[Mapping[str, Any]], names: Sequence[str], chart: Callable[[], dict[str, Any]]
) -> None:
    """Write rows with these columns, or the chart, by the ending of the file's name.

    Raises InputError for another ending, and when the file cannot be written.
    """
    form = next((form for form in FORMS if path.name.lower().endswith(form)), None)
    if form is None:
        raise InputError("its ending names no form.", path=path, advice=f"It can be {', '.join(FORMS)}.")
    if form == ".csv":
        text = table(rows, names)
    elif form == ".jsonl":
        text = lines(rows)
    else:
        text = _drawn(form, chart())
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        raise InputError(f"{error.strerror or error}.", path=path, advice="Check the path.") from error


def table(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> str:
    """Rows as CSV with a first line of names; a list stands as its parts with semicolons between. What a spreadsheet
    would take for a formula has an apostrophe before it, as in the exports."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return out.getvalue()


def lines(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = "; ".join("-".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _drawn(form: str, specification: dict[str, Any]) -> str:
    from onrecord.analyse._drawn import svg

    return svg(specification) if form == ".svg" else json.dumps(specification, ensure_ascii=False, indent=1)
