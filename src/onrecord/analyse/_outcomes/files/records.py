"""Records separated by semicolons, as users of exchange models have them.

#A;id;name               an actor
#P;id;name               an issue
#M;issue;place;label     what a place on its scale means
#D;actor;issue;position;salience;capability
#/ and others            remarks, which are kept
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.analyse._outcomes.builder import Builder
from onrecord.analyse._outcomes.nouns import Remark, Table
from onrecord.analyse._outcomes.numbers import plain
from onrecord.errors import InputError

KINDS = ("#A", "#P", "#M", "#D")
FIELDS = 6
_FORMS = "Rows begin with #A (actor), #P (issue), #M (what a place means), #D (position) or #/ (remark)."
_OTHER = "Write a .csv or .yaml table instead: onrecord outcomes FILE --table F.yaml."


def read(text: str, path: Path) -> Table:
    """The table in the text of a file. Raises InputError."""
    builder = Builder(path)
    waiting: list[tuple[str, str]] = []
    for row, line in enumerate(text.splitlines(), 1):
        kind, _, rest = line.partition(";")
        kind = kind.strip()
        if not line.strip(" ;\t"):
            continue
        if not kind.startswith("#"):
            raise builder.wrong(f"{kind[:40]!r} is no kind of record.", row, None, _FORMS)
        if kind not in KINDS:
            waiting.append((kind, rest.rstrip(";")))
            continue
        builder.remarks += [Remark(kind, *one) for one in waiting]
        waiting = []
        _record(builder, kind, [*rest.split(";"), *[""] * FIELDS], row)
    builder.remarks += [Remark("", *one) for one in waiting]
    return builder.table()


def _record(builder: Builder, kind: str, fields: list[str], row: int) -> None:
    if kind == "#A":
        builder.party(fields[0].strip(), fields[1].strip(), row)
    elif kind == "#P":
        builder.scale(fields[0].strip(), fields[1].strip(), row)
    elif kind == "#M":
        builder.mark(fields[0].strip(), fields[1], fields[2], row)
    else:
        names = ("actor", "issue", "position", "salience", "capability")
        builder.stake({name: text.strip() for name, text in zip(names, fields, strict=False)}, row)


def written(table: Table, path: Path) -> str:
    """A table as the text of a file. Raises InputError for what this form has no place for."""
    _check(table, path)
    waiting = list(table.remarks)
    lines: list[str] = []
    for kind in KINDS:
        lines += [_line(one.kind, one.text) for one in waiting if one.before == kind]
        lines += [_line(kind, *fields) for fields in _fields(table, kind)]
    lines += [_line(one.kind, one.text) for one in waiting if one.before == ""]
    return "\n".join(lines) + "\n"


def _fields(table: Table, kind: str) -> Iterator[tuple[str, ...]]:
    if kind == "#A":
        yield from ((party.id, party.name) for party in table.parties)
    elif kind == "#P":
        yield from ((scale.id, scale.name) for scale in table.scales)
    elif kind == "#M":
        yield from ((scale.id, plain(mark.place), mark.label) for scale in table.scales for mark in scale.marks)
    else:
        for one in table.stakes:
            yield one.party, one.issue, plain(one.position), plain(one.salience), plain(one.capability)


def _line(kind: str, *fields: str) -> str:
    text = ";".join((kind, *fields))
    return text + ";" * (FIELDS - 1 - text.count(";"))


def _check(table: Table, path: Path) -> None:
    words = [word for party in table.parties for word in (party.id, party.name)]
    words += [word for scale in table.scales for word in (scale.id, scale.name, *(mark.label for mark in scale.marks))]
    for word in words:
        if ";" in word or len(word.splitlines()) > 1:
            problem = f"{word[:40]!r} has a semicolon or a line break, which ends a field."
            raise InputError(problem, path=path, advice=_OTHER)
    if any(scale.reference is not None for scale in table.scales):
        raise InputError("records have no place for reference points.", path=path, advice=_OTHER)
    if any(one.red_line is not None or one.spread for one in table.stakes):
        raise InputError("records have no place for red lines and spreads.", path=path, advice=_OTHER)
