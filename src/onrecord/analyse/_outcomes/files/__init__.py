"""Negotiation tables in and out: records of exchange models (`#A #P #M #D`), a plain CSV, and YAML."""

from __future__ import annotations

from pathlib import Path

from onrecord import tables
from onrecord.analyse._outcomes.files import plain, records, tree
from onrecord.analyse._outcomes.nouns import Table
from onrecord.analyse._written import put
from onrecord.errors import InputError

_YAML = {".yaml", ".yml"}


def read(path: Path) -> Table:
    """The table in a file: YAML by its ending, else records if its first line begins with "#", else plain CSV.

    Raises InputError, which names the file, the row, the field, and what to do.
    """
    text = _text(path)
    if path.suffix.lower() in _YAML:
        return tree.read(text, path)
    return records.read(text, path) if text.lstrip().startswith("#") else plain.read(text, path)


def write(table: Table, path: Path, *, as_records: bool = False) -> None:
    """Write a table: YAML by the ending, else plain CSV, or records when asked for.

    Raises InputError when the file cannot be written, or records cannot hold what is in the table.
    """
    if path.suffix.lower() in _YAML:
        text = tree.written(table)
    else:
        text = records.written(table, path) if as_records else plain.written(table)
    write_text(text, path)


def write_text(text: str, path: Path) -> None:
    """Write the text of a table. Raises InputError when that cannot be done."""
    put(path, text)


def _text(path: Path) -> str:
    """What stands in a file: UTF-8, or for records the Western European code page that the programs of their users
    write. A table in another one is refused: names would come out garbled, and nobody told."""
    try:
        return tables.text_of(path)
    except InputError as error:
        if isinstance(error.__cause__, UnicodeDecodeError) and path.read_bytes().startswith(b"#"):
            return path.read_bytes().decode("cp1252", errors="replace")
        raise
