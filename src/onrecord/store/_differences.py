"""Differences to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from onrecord.model import Difference, DifferenceKind, DifferenceRelation, Span, Telling

Row = dict[str, Any]
_RELATIONS, _KINDS = get_args(DifferenceRelation), get_args(DifferenceKind)


def difference_rows(differences: Iterable[Difference]) -> dict[str, list[Row]]:
    """The rows by table name."""
    rows = [
        {name: getattr(one, name) for name in ("id", "kind", "relation", "about", "why")}
        | _telling_row(one.one, "")
        | _telling_row(one.other, "other_")
        for one in differences
    ]
    return {"differences": rows}


def difference_of(row: Mapping[str, Any]) -> Difference:
    """A difference from its row."""
    named = {name: row[name] for name in ("id", "kind", "relation", "about", "why")}
    return Difference(**named, one=_telling_of(row, ""), other=_telling_of(row, "other_"))


def by_weight(one: Difference) -> tuple[object, ...]:
    """By this the conflicts come first, then kinds in their order, subjects and places."""
    places = (one.one.article, one.one.span, one.other.article, one.other.span)
    return _RELATIONS.index(one.relation), _KINDS.index(one.kind), one.about, *places, one.id


def _telling_row(telling: Telling, prefix: str) -> Row:
    told = {
        "article": telling.article,
        "start": telling.span.start,
        "end": telling.span.end,
        "value": telling.value,
        "actor": telling.by,
    }
    return {prefix + name: value for name, value in told.items()}


def _telling_of(row: Mapping[str, Any], prefix: str) -> Telling:
    article, start, end, value, by = (row[prefix + name] for name in ("article", "start", "end", "value", "actor"))
    return Telling(article, Span(start, end), value, by)
