"""The log of judgements: rows are added to it and never changed, which triggers see to.

Its table keeps its form whatever the version of the record, so that a later version can take judgements over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from onrecord.model import Judgement, JudgementKind
from onrecord.store import _schema
from onrecord.store._columns import as_json

_PLAIN = ("id", "at", "by", "why", "kind", "target")
_CONTENTS = ("value", "machine")  # JSON


def made(
    kind: JudgementKind,
    target: str,
    value: Mapping[str, Any],
    machine: Mapping[str, Any],
    *,
    by: str,
    why: str = "",
    at: str | None = None,
) -> Judgement:
    """A judgement with its id, a hash of all it holds; made now unless `at` says when."""
    at = at or datetime.now(UTC).isoformat(timespec="microseconds")
    content = as_json([at, by, why, kind, target, value, machine])
    return Judgement(hashlib.sha256(content.encode()).hexdigest()[:16], at, by, why, kind, target, value, machine)


def read(connection: Connection) -> tuple[Judgement, ...]:
    """The whole log by time, in which order judgements that were taken over from another record come too."""
    order = (_schema.judgements.c.at, _schema.judgements.c.number)
    rows = connection.execute(select(_schema.judgements).order_by(*order)).mappings()
    return tuple(judgement_of(dict(row)) for row in rows)


def append(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Add judgements at the end of the log, without those that it holds already; how many were added."""
    known = set(connection.execute(select(_schema.judgements.c.id)).scalars())
    fresh = {one.id: one for one in judgements if one.id not in known}
    if fresh:
        connection.execute(insert(_schema.judgements), [row_of(one) for one in fresh.values()])
    return len(fresh)


def row_of(one: Judgement) -> dict[str, Any]:
    """A judgement as a row of its table; the row's number is the database's."""
    plain = {name: getattr(one, name) for name in _PLAIN}
    return plain | {name: as_json(getattr(one, name)) for name in _CONTENTS}


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """A row as a judgement."""
    plain = {name: row[name] for name in _PLAIN}
    return Judgement(**plain, **{name: json.loads(row[name]) for name in _CONTENTS})


def live(log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold: those that no undo took back, unless that was undone too."""
    undone: set[str] = set()
    for one in reversed(log):
        if one.kind == "undo" and one.id not in undone:
            undone.add(one.target)
    return tuple(one for one in log if one.kind != "undo" and one.id not in undone)
