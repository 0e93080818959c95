"""From a file of the Discourse Network Analyzer to claims, and to the words that they were coded from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from onrecord.analyse._networks._claims import BOOLEAN, Claims, claims, in_order
from onrecord.analyse._networks._dna._file import Dna, Value
from onrecord.analyse._networks._dna._offsets import Offsets
from onrecord.errors import InputError
from onrecord.model import Span

DATA = ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT")


@dataclass(frozen=True, slots=True)
class Variables:
    """Which variables of a file say who speaks, for whom, about what, and with which stance."""

    actor: str = "person"
    side: str = "organization"
    option: str = "concept"
    value: str = "agreement"


def dna_claims(dna: Dna, variables: Variables | None = None, *, path: Path | str = "file.dna") -> Claims:
    """The claims of a file: its statements of the type that has these variables, dated as their documents, in UTC.

    A statement without an option, or without actor and side, is left out and counted. Raises InputError, naming table
    and row, for one that refers to what is not there, and when no type of statement has the variables.
    """
    names = variables or Variables()
    type_id = _type(dna, names, path)
    documents = {row["ID"]: row for row in dna.rows("DOCUMENTS")}
    coded = _coded(dna, path)
    rows: list[dict[str, object]] = []
    empty = 0
    for statement in dna.rows("STATEMENTS"):
        if statement["StatementTypeId"] != type_id:
            continue
        said = coded.get(statement["ID"], {})
        if not said.get(names.option) or not (said.get(names.actor) or said.get(names.side)):
            empty += 1
            continue
        fields = {field: said.get(getattr(names, field)) for field in ("actor", "side", "option", "value")}
        document = documents.get(statement["DocumentId"])
        if document is None:
            raise _broken("STATEMENTS", statement["ID"], "DocumentId", "there is no such document", path)
        rows.append({"id": statement["ID"], "document": document["ID"], "date": _day(document, path), **fields})
    integer = any(v["Variable"] == names.value and v["DataType"] == "integer" for v in dna.rows("VARIABLES"))
    found = claims(rows, path=path, scale=None if integer else BOOLEAN)
    left_out = (("no option or nobody who speaks", empty),) if empty else ()
    return Claims(in_order(found.rows), found.scale, left_out)


def dna_places(dna: Dna, *, path: Path | str = "file.dna") -> dict[str, tuple[str, Span]]:
    """Where each statement of a file stands: its id → the id of its document, and the span in characters of its text.

    Raises InputError for a statement that ends before it begins or stands outside its document.
    """
    texts = {row["ID"]: str(row["Text"]) for row in dna.rows("DOCUMENTS")}
    offsets = {id: Offsets(text) for id, text in texts.items()}
    found = {}
    for row in dna.rows("STATEMENTS"):
        start, stop, document = row["Start"], row["Stop"], row["DocumentId"]
        if document not in offsets:
            raise _broken("STATEMENTS", row["ID"], "DocumentId", "there is no such document", path)
        end = offsets[document].units(len(texts[document]))
        if not (isinstance(start, int) and isinstance(stop, int) and 0 <= start < stop <= end):
            raise _broken("STATEMENTS", row["ID"], "Stop", f"{start!r} to {stop!r} is not in its document", path)
        span = Span(offsets[document].character(start), offsets[document].character(stop))
        found[str(row["ID"])] = (str(document), span)
    return found


def _type(dna: Dna, names: Variables, path: Path | str) -> Value:
    """The first type of statement that has an option, a stance, and somebody who speaks."""
    by_type: dict[Value, set[Value]] = {}
    for row in dna.rows("VARIABLES"):
        by_type.setdefault(row["StatementTypeId"], set()).add(row["Variable"])
    for type_id, has in by_type.items():
        if {names.option, names.value} <= has and {names.actor, names.side} & has:
            return type_id
    known = sorted({str(name) for has in by_type.values() for name in has})
    problem = f"no type of statement has {names.option!r}, {names.value!r} and {names.actor!r} or {names.side!r}."
    raise InputError(problem, path=path, advice=f"Its variables are {', '.join(known) or 'none'}.")


def _coded(dna: Dna, path: Path | str) -> Mapping[Value, dict[str, Value]]:
    """By statement, the values of its variables by their names."""
    variables = {row["ID"]: str(row["Variable"]) for row in dna.rows("VARIABLES")}
    coded: dict[Value, dict[str, Value]] = {}
    for table, id, statement, variable, value in _values(dna, path):
        if variable not in variables:
            raise _broken(table, id, "VariableId", "there is no such variable", path)
        coded.setdefault(statement, {})[variables[variable]] = value
    return coded


def _values(dna: Dna, path: Path | str) -> Iterator[tuple[str, Value, Value, Value, Value]]:
    entities = {row["ID"]: row["Value"] for row in dna.rows("ENTITIES")}
    for table in DATA:
        for row in dna.rows(table):
            yield table, row["ID"], row["StatementId"], row["VariableId"], row["Value"]
    for row in dna.rows("DATASHORTTEXT"):
        if row["Entity"] not in entities:
            raise _broken("DATASHORTTEXT", row["ID"], "Entity", "there is no such entity", path)
        yield "DATASHORTTEXT", row["ID"], row["StatementId"], row["VariableId"], entities[row["Entity"]]


def _day(document: dict[str, Value], path: Path | str) -> str:
    seconds = document["Date"]
    try:
        return datetime.fromtimestamp(int(str(seconds)), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise _broken("DOCUMENTS", document["ID"], "Date", f"{seconds!r} is no time", path) from error


def _broken(table: str, id: Value, column: str, problem: str, path: Path | str) -> InputError:
    return InputError(f"{problem}.", path=f"{path}, {table} {id!r}", field=column, advice="The file is damaged.")
