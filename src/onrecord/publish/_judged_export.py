"""What people judged, as training and evaluation data: a statement as it was decided beside what the machine had."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Judgement, Statement
from onrecord.publish._statement_rows import Row, pairs, statements
from onrecord.store import Record

_OF_THE_MACHINE = ("pieces", "mode", "attribution_confidence", "speaker", "side", "positions")


def judged_rows(record: Record) -> Iterator[Row]:
    """A row per statement that somebody judged, in the record's order, then one for each that was rejected.

    Each has the fields of a statement's row as it was decided, `source` and `cue`, how it was `judged`, the
    `judgements` that hold for it, and under `machine` what the machine says of it now (null where it does not find it).
    """
    decided = [one for one in record.statements() if one.judged is not None]
    rejected = record.rejected()
    alone = Record(record.path, judged=False)
    ids = {one.id for one in (*decided, *rejected)}
    machine = [one for one in alone.statements() if one.id in ids]
    told = {row["id"]: _machine(row, one) for row, one in zip(statements(alone, machine), machine, strict=True)}
    for one, row in zip((*decided, *rejected), statements(record, (*decided, *rejected)), strict=True):
        yield row | {
            **_marked(one),
            "judged": one.judged or "rejected",
            "judgements": [_judgement(judgement) for judgement in record.judgements_of(one.id)],
            "machine": told.get(one.id),
        }


def _marked(statement: Statement) -> Row:
    return {"source": pairs(statement.attribution.source), "cue": pairs(statement.attribution.cue)}


def _machine(row: Row, statement: Statement) -> Row:
    return {name: row[name] for name in _OF_THE_MACHINE} | _marked(statement)


def _judgement(one: Judgement) -> Row:
    return {"id": one.id, "at": one.at, "by": one.by, "kind": one.kind, "why": one.why}
