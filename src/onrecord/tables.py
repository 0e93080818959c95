"""CSV in and out: what spreadsheets write is read, and what they would run is made harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import InputError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 131_072  # characters of a cell; a longer one is a quotation mark that never closes
_DELIMITER = re.compile(r"sep=(.)(?:\r\n|\r|\n|\Z)")  # a first line by which spreadsheets tell each other
_END = re.compile(r"[\r\n]")
Rows = Iterator[tuple[int, dict[str, str]]]


def text_of(path: Path) -> str:
    """What stands in a UTF-8 file, without a byte order mark. Raises InputError for a file that can't be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not in UTF-8.", path=path, advice="Save it as UTF-8 (in Excel: CSV UTF-8).") from error
    except (OSError, ValueError) as error:
        problem = f"{getattr(error, 'strerror', None) or error}."
        raise InputError(problem, path=path, advice="Check the path.") from error


def read(text: str, path: str | Path) -> tuple[list[str], Rows]:
    """The names of the columns, in small letters, and the rows below by name, each with its number as a spreadsheet
    shows it. Commas, semicolons or tabs, as the first row has them; empty rows are passed over, and so are columns
    without a name.

    Raises InputError, also while rows are taken, for what is no table, and for a cell beyond the last column: somebody
    wrote a comma that was to be no separator.
    """
    told = _DELIMITER.match(text)
    text = text[told.end() :] if told else text
    first = _END.split(text, maxsplit=1)[0]
    delimiter = told[1] if told else max(",;\t", key=first.count)
    numbered = _numbered(text, delimiter, path)
    header = [name.strip().lower() for name in next(numbered, (1, []))[1]]
    return [name for name in header if name], _named(header, numbered, path)


def written(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> str:
    """Rows as CSV with a first line of names, each text `defused`. A list stands as its parts with semicolons between,
    nested names with values as JSON; what a row lacks is empty."""
    return matrix(names, ([_plain(row.get(name)) for name in names] for row in rows))


def matrix(names: Sequence[str], cells: Iterable[Iterable[object]]) -> str:
    """Rows of cells as CSV with a first line of names, each text `defused`."""
    return "".join(_line(map(defused, row)) for row in (names, *cells))


def defused(value: object) -> object:
    """A cell that a spreadsheet would take for a formula gets an apostrophe before it, which shows that it is text
    (OWASP, CSV injection); `restored` takes it away again. What is no text is left alone."""
    return f"'{value}" if isinstance(value, str) and value.lstrip("'").startswith(_FORMULA) else value


def restored(cell: str) -> str:
    """A cell without the apostrophe that `defused` gave it."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def _line(cells: Iterable[object]) -> str:
    """A row that ends in a line feed. The writer quotes a carriage return only where it ends rows with one, and else
    lets a text begin a row, and in it a formula."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join("-".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)
    return value


def _numbered(text: str, delimiter: str, path: str | Path) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            if any(len(cell) > LONGEST for cell in cells):  # csv's own limit is the process's, which others raise
                raise _no_csv(f"field larger than field limit ({LONGEST})", path, number)
            yield number, cells
    except csv.Error as error:
        raise _no_csv(str(error), path, number + 1) from error


def _no_csv(problem: str, path: str | Path, row: int) -> InputError:
    advice = "Mend the row: a quotation mark may lack, or a cell may be too long."
    return InputError(f"this is no CSV: {problem}.", path=path, row=row, advice=advice)


def _named(header: list[str], numbered: Iterator[tuple[int, list[str]]], path: str | Path) -> Rows:
    for number, cells in numbered:
        if any(cell.strip() for cell in cells[len(header) :]):
            problem = f"it has {len(cells)} cells, and the first row names {len(header)} columns."
            advice = "Put a cell that holds the separator in quotation marks."
            raise InputError(problem, path=path, row=number, advice=advice)
        if any(map(str.strip, cells)):
            yield number, {name: restored(cell) for name, cell in zip(header, cells, strict=False) if name}
