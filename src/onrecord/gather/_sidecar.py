"""`sources.csv`: what a person knows about files that do not say it themselves.

    file,outlet,url,published,title,author
    talks/0412.txt,The Harbour Post,https://harbourpost.example/0412,2031-04-12,,

`file` is relative to the side-car's folder; the other columns may be left out or empty.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import SettingsError
from onrecord.gather import _bytes, _decode, _limits
from onrecord.gather._paths import is_file, real, shown
from onrecord.model import Declared, SetAside

FILE_NAME = "sources.csv"
COLUMNS = ("file", "outlet", "url", "published", "title", "author")


@dataclass(frozen=True, slots=True)
class SideCar:
    """What one `sources.csv` declares, by absolute path, and its rows that are of no use."""

    declared: dict[Path, Declared] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()


def load(folder: Path) -> SideCar:
    """The side-car of a folder; an empty one if there is none. Raises SettingsError for a column it cannot have."""
    path = folder / FILE_NAME
    if not is_file(path):
        return SideCar()
    try:
        with path.open("rb") as stream:
            text, _ = _decode.decode(_bytes.whole(stream, _limits.LIST))
    except (OSError, ValueError) as error:
        raise SettingsError(f"cannot be read: {error}.", path=path) from error
    reader = csv.DictReader(text.splitlines(), skipinitialspace=True)
    try:
        _check_columns(reader.fieldnames or (), path)
        rows = list(reader)
    except csv.Error as error:
        raise SettingsError(f"not CSV: {error}.", path=path, row=reader.line_num) from error
    declared: dict[Path, Declared] = {}
    useless: list[SetAside] = []
    for number, row in enumerate(rows, start=2):
        name = (row["file"] or "").replace("\0", "").strip()
        file = real(folder / name)
        if problem := _problem(name, file, row, declared):
            useless.append(
                SetAside(name or f"{FILE_NAME}#{number}", shown(path), f"row {number} of {FILE_NAME} {problem}")
            )
        else:
            declared[file] = _declared(row)
    return SideCar(declared, tuple(useless))


def _check_columns(columns: object, path: Path) -> None:
    names = [str(name) for name in columns] if isinstance(columns, list | tuple) else []
    for name in names:
        if name not in COLUMNS:
            advice = f"Its columns can be {', '.join(COLUMNS)}."
            raise SettingsError("this is no column of a side-car.", path=path, row=1, field=name, advice=advice)
    if "file" not in names:
        raise SettingsError(
            "the column is missing.", path=path, row=1, field="file", advice="It says which file is meant."
        )


def _problem(name: str, file: Path, row: dict[str, str | None], declared: dict[Path, Declared]) -> str | None:
    if None in row:
        return "has more cells than there are columns"
    if not name:
        return "names no file"
    if not is_file(file):
        return "names a file that is not there"
    return "names a file that an earlier row names" if file in declared else None


def _declared(row: dict[str, str | None]) -> Declared:
    known = {column: value.strip() for column in COLUMNS[1:] if (value := row.get(column)) and value.strip()}
    return Declared(**known, published_where=FILE_NAME if "published" in known else None)
