"""The table that movement is read from: a row for each time that somebody took a stance on an option."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from onrecord.analyse._movement.announced import Announced, announced
from onrecord.analyse._tables import Row, read_rows, rows_of
from onrecord.errors import InputError
from onrecord.model import Spans, Stance

COLUMNS = ("id", "date", "side", "voice", "option", "stance", "words", "announced")
NEEDED = ("date", "side", "option", "stance")
STANCES = get_args(Stance)


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody of a side took a stance on an option.

    `voice` is who spoke within the side (None: the side itself), `id` refers to the statement, `words` are what was
    said. `announced` are the words by which the text itself calls it a change. In a record `article` and `spans` say
    where the words stand.
    """

    id: str
    date: str | None
    side: str
    voice: str | None
    option: str
    stance: Stance
    words: str = ""
    announced: Announced | None = None
    article: str | None = None
    spans: Spans = ()


def sayings(rows: Iterable[Mapping[str, object]], *, path: str | Path = "sayings") -> tuple[Saying, ...]:
    """A table from rows of plain values, by date, those without one last.

    A row has `side`, `option`, `stance` (support, oppose, conditional, unclear) and `date` (ISO, empty if unknown); it
    may have `id` (else its number), `voice`, `words`, and `announced`: yes or no, and where it is empty the words tell
    (English). Raises InputError naming the row, from 1, and the field.
    """
    return _table(rows_of(rows, path), path)


def read_sayings(path: Path | str) -> tuple[Saying, ...]:
    """The table in a CSV or TSV file with the columns of `sayings`. Raises InputError naming row and field."""
    return _table(read_rows(Path(path), COLUMNS, NEEDED), path)


def in_order(found: Iterable[Saying]) -> tuple[Saying, ...]:
    """By date, those without one last; else as they were given."""
    return tuple(sorted(found, key=lambda saying: saying.date or "~"))


def _table(rows: Iterable[Row], path: str | Path) -> tuple[Saying, ...]:
    found: list[Saying] = []
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        saying = _saying(row)
        key = (saying.id, saying.option)
        if first.setdefault(key, row.number) != row.number:
            problem = f"row {first[key]} has the id {saying.id!r} on this option too."
            raise row.wrong(problem, "id", "Give each statement an id of its own.")
        found.append(saying)
    if not found:
        raise InputError("there is no row in it.", path=path, advice="Give at least one.")
    return in_order(found)


def _saying(row: Row) -> Saying:
    words, given = row.text("words") or "", row.yes("announced")
    by = announced(words) if given is None else Announced("", "either") if given else None
    return Saying(
        id=row.text("id") or str(row.number),
        date=row.date("date"),
        side=row.needed("side"),
        voice=row.text("voice"),
        option=row.needed("option"),
        stance=cast(Stance, row.one_of("stance", STANCES)),
        words=words,
        announced=by,
    )
