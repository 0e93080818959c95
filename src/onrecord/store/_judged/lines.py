"""Judgements as JSON Lines, to take from one record to another: a line each, as `Judgement` has it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from onrecord.errors import InputError, RecordError
from onrecord.model import Judgement
from onrecord.rows import none_usable, numbered
from onrecord.store import _schema
from onrecord.store._columns import as_json
from onrecord.store._judged import log
from onrecord.store._judged.forms import fault
from onrecord.store._open import engine_for


@dataclass(frozen=True, slots=True)
class Lines:
    """The judgements of a file, in its order, and what is wrong with the lines that were left out."""

    judgements: tuple[Judgement, ...]
    problems: tuple[InputError, ...]


def judgements_in(record: Path) -> tuple[Judgement, ...]:
    """The log of a record, by time, whichever version of onrecord made it: none where it is older than judgements are.

    Raises RecordError for what is no record, and for one whose log has another form than it has here.
    """
    engine = engine_for(record, create=False, any_version=True)
    name, wanted = _schema.judgements.name, {column.name for column in _schema.judgements.c}
    tables = inspect(engine)
    if not tables.has_table(name):
        return ()
    if not wanted <= {column["name"] for column in tables.get_columns(name)}:
        raise RecordError("its log of judgements has a form that this onrecord does not know.", path=record)
    with engine.connect() as connection:
        return log.read(connection)


def write_lines(judgements: Iterable[Judgement], to: Path) -> int:
    """Write judgements, a line each; how many. Raises InputError when the file cannot be written."""
    lines = [as_json(asdict(one)) + "\n" for one in judgements]
    try:
        to.write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", path=to) from error
    return len(lines)


def read_lines(file: Path) -> Lines:
    """The judgements of a file that `write_lines` wrote, or somebody else: `id` may be left out.

    A line that cannot be used is left out and told, with its row and field. Raises InputError when the file cannot be
    read, NothingToRead when it has lines and none can be used.
    """
    found, problems = list[Judgement](), list[InputError]()
    try:
        with file.open("rb") as lines:
            for number, line in numbered(lines):
                try:
                    found.append(_judgement(line, file, number))
                except InputError as error:
                    problems.append(error)
    except OSError as error:
        raise InputError(f"{error.strerror}.", path=file, advice="Check the path.") from error
    if problems and not found:
        raise none_usable(problems, file)
    return Lines(tuple(found), tuple(problems))


def _judgement(line: bytes, file: Path, number: int) -> Judgement:
    row = _row(line, file, number)
    if wrong := fault(row):
        field, problem = wrong
        raise InputError(f"{problem}.", path=file, row=number, field=field)
    value, machine, why = row["value"], row["machine"], row.get("why", "")
    one = log.made(row["kind"], row["target"], value, machine, by=row["by"], why=why, at=row["at"])
    if row.get("id") not in (None, one.id):
        advice = "Judgements are never changed: give another one, without an id."
        raise InputError("this is not the id of what the line holds.", path=file, row=number, field="id", advice=advice)
    return one


def _row(line: bytes, file: Path, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
        as_json(row).encode("utf-8")  # half a character would stop the database
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON in UTF-8: {error}.", path=file, row=number) from error
    if not isinstance(row, dict):
        raise InputError("not a JSON object.", path=file, row=number)
    return row


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
