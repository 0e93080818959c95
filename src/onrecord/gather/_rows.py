"""Files that hold many articles: JSON Lines, CSV and JSON. Row by row where the form allows it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from onrecord.gather import _bytes, _decode, _fields, _limits
from onrecord.settings import Fields

SEPARATORS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a file: where it stood (1-based), and what it holds or why it could not be read."""

    number: int
    holds: dict[str, Any] | None = None
    problem: str | None = None


def json_lines(stream: BinaryIO) -> Iterator[Row]:
    """The rows of a JSON Lines file; the number is the line's."""
    for number, line in _lines(stream):
        if line is None:
            yield Row(number, problem=f"the line is larger than {_limits.megabytes(_limits.ROW)}")
        elif line.strip():
            yield _json_row(number, line)


def json_file(stream: BinaryIO) -> Iterator[Row]:
    """The objects of a JSON file: one, a list of them, or one that wraps such a list; the number is the item's."""
    content = _bytes.whole(stream, _limits.LIST)
    text, _ = _decode.decode(content)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":  # JSON Lines under the wrong name
            yield from json_lines(io.BytesIO(text.encode()))
        else:
            yield Row(1, problem=f"not JSON: {error}")
        return
    except (ValueError, RecursionError) as error:
        yield Row(1, problem=f"not JSON that can be read: {error}")
        return
    items = found if isinstance(found, list) else _fields.listed(found) if isinstance(found, dict) else None
    for number, item in enumerate([found] if items is None else items, start=1):
        yield Row(number, item) if isinstance(item, dict) else Row(number, problem="not a JSON object")


def csv_rows(stream: BinaryIO) -> Iterator[Row]:
    """The rows of a CSV file; the number is the one a spreadsheet shows, the header being row 1."""
    csv.field_size_limit(_limits.ROW)
    lines = (line for _, line in _lines(stream) if line is not None)
    header = next(lines, "")
    separator = _separator(header)
    try:
        names = _cells(header, separator)
    except csv.Error:
        yield Row(1, problem="not the header of a CSV file")
        return
    reader = csv.reader(lines, delimiter=separator, strict=True)
    for number in range(2, 2**62):
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(number, problem=f"not CSV from here on: {error} (is there a quotation mark too many?)")
            return
        if cells is None:
            return
        if len(cells) > len(names):
            yield Row(number, problem=f"has {len(cells)} cells for {len(names)} columns")
        elif any(cell.strip() for cell in cells):
            yield Row(number, dict(zip(names, cells, strict=False)))


def starts_like_csv(text: str, fields: Fields) -> bool:
    """Whether the first line names the text among other columns and the second, if it is there, is a row of them."""
    header, _, rest = text.partition("\n")
    separator = _separator(header)
    try:
        names = _cells(header.rstrip("\r"), separator)
    except csv.Error:
        return False
    row = rest.partition("\n")[0]
    is_row = not rest or separator in row or row.startswith('"')
    return is_row and len(names) > 1 and any(_fields.is_text(name, fields) for name in names)


def _separator(header: str) -> str:
    return max(SEPARATORS, key=header.count)


def _cells(header: str, separator: str) -> list[str]:
    return next(csv.reader([header], delimiter=separator), [])


def _json_row(number: int, line: str) -> Row:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        return Row(number, problem=f"not JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return Row(number, problem=f"not JSON that can be read: {error}")
    return Row(number, found) if isinstance(found, dict) else Row(number, problem="not a JSON object")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers; None for one that is too long. Bytes that are no UTF-8 come as surrogates."""
    buffered = _bytes.open_stream(stream)
    start = buffered.peek(4096)[:4096]
    marked = _decode.encoding_of_mark(start)
    if start.startswith(_decode.BINARY_STARTS) or (marked is None and b"\0" in start):
        raise _decode.Undecodable("binary, not text")
    text = io.TextIOWrapper(buffered, encoding=marked or "utf-8", errors="surrogateescape", newline="\n")
    number = 0
    try:
        while line := text.readline(_limits.ROW):
            number += 1
            whole = line.endswith("\n") or len(line) < _limits.ROW
            yield number, line if whole else None
            while not whole and (rest := text.readline(_limits.ROW)):
                whole = rest.endswith("\n")
    finally:
        text.detach()  # the stream is closed by whoever opened it
