"""Parts of a record as rows of plain values: what `onrecord show` prints and a notebook reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord import analyse
from onrecord.errors import InputError, RecordError
from onrecord.parts import PARTS, SHOWN
from onrecord.publish._compared import difference_rows, naming_rows
from onrecord.publish._export import statements
from onrecord.publish._instruments import figure_rows, proposal_rows
from onrecord.store import Record

Row = dict[str, Any]


def show(
    record: Record,
    what: str,
    *,
    side: str | None = None,
    issue: str | None = None,
    search: str | None = None,
    least_sure: bool = False,
) -> list[Row]:
    """Rows of a part of the record (one of `SHOWN`), narrowed to a side, an issue id or statements with some words.

    `least_sure` orders statements by confidence, those whose reader was least sure first; without it, by date.

    Raises RecordError when there is no such part, side or issue in it, InputError for what the part cannot be
    narrowed or ordered by (`PARTS` tells by what it can).
    """
    if what not in PARTS:
        raise RecordError(f"there is no part {what!r}.", path=record.path, advice=f"There are {', '.join(SHOWN)}.")
    asked = {"side": side, "issue": issue, "search": search, "least-sure": least_sure or None}
    for name, value in asked.items():
        if value is not None and name not in PARTS[what]:
            parts = ", ".join(part for part, options in PARTS.items() if name in options)
            raise InputError(f"--{name} does not apply to {what}.", path=record.path, advice=f"It applies to {parts}.")
    if issue is not None:
        _known("issue", issue, [known.id for known in record.codebook().issues], record)
    if side is not None:
        heard = {statement.side for statement in record.statements() if statement.side}
        _known("side", side, sorted({*heard, *_cells(record).sides()}), record)
    rows = _ROWS[what](record)
    if search is not None:
        found = set(record.search(search, limit=len(rows)))
        rows = [row for row in rows if row["id"] in found]
    if least_sure:
        rows.sort(key=_confidence)
    if issue is not None:
        rows = [row for row in rows if issue in _issues(row)]
    if side is not None and what == "matrix":
        return [{"issue": row["issue"], side: row[side]} for row in rows if row.get(side)]
    return [row for row in rows if side is None or side in _sides(row)]


def _cells(record: Record) -> analyse.Cells:
    return analyse.cells(
        record.statements(), record.articles(), record.reuse(), record.actors(), record.utterances()
    )


def _known(kind: str, name: str, names: list[str], record: Record) -> None:
    if name not in names:
        raise RecordError(
            f"there is no {kind} {name!r} in it.", path=record.path, advice=f"There are {', '.join(names)}."
        )


def _confidence(row: Row) -> tuple[bool, float]:
    """By this the least sure come first and those that nothing measured last."""
    return row["confidence"] is None, row["confidence"] or 0.0


def _sides(row: Row) -> list[str | None]:
    """The side that a row is about, or those that a sticking point stands between."""
    return [row["side"]] if "side" in row else [*row["for"], *row["against"], *row["conditional"]]


def _issues(row: Row) -> list[str]:
    return [row["issue"]] if "issue" in row else [position["issue"] for position in row["positions"]]


def _matrix(record: Record) -> list[Row]:
    """A row per issue: the statements of each side by stance; "support (told)" is what the articles tell of a side that
    didn't say it, "support (reported)" what others say of it."""
    counted = _cells(record)
    rows = []
    for issue in record.codebook().issues:
        row: Row = {"issue": issue.id}
        for side in counted.sides():
            stances: dict[str, int] = {}
            for cell in counted.at(side, issue.id):
                stance = cell.stance if cell.basis == "own" else f"{cell.stance} ({cell.basis})"
                stances[stance] = stances.get(stance, 0) + len(cell.statements)
            row[side] = dict(sorted(stances.items()))
        if any(row[side] for side in counted.sides()):
            rows.append(row)
    return rows


def _actors(record: Record) -> list[Row]:
    """A row per actor that says something, those who say most first."""
    said: dict[str, int] = {}
    for statement in record.statements():
        if statement.actor:
            said[statement.actor] = said.get(statement.actor, 0) + 1
    rows = [
        {
            "actor": actor.name,
            "kind": actor.kind,
            "side": actor.side,
            "role": next((a.title for a in actor.affiliations), None),
            "statements": said[actor.id],
            "aliases": list(actor.aliases),
        }
        for actor in record.actors()
        if actor.id in said
    ]
    return sorted(rows, key=lambda row: -row["statements"])


def _articles(record: Record) -> list[Row]:
    return [
        {
            "article": article.name,
            "outlet": article.outlet,
            "published": article.published.value,
            "basis": article.published.basis,
            "title": article.title,
            "left_out": len(article.left_out),
        }
        for article in record.articles()
    ]


def _sticking_points(record: Record) -> list[Row]:
    counted = _cells(record)
    return [
        {
            "issue": point.issue,
            "option": point.option,
            "score": point.score,
            "for": list(point.backing),
            "against": list(point.opposing),
            "conditional": list(point.conditional),
        }
        for point in analyse.sticking_points(counted)
    ]


def _news(record: Record) -> list[Row]:
    names = {actor.id: actor.name for actor in record.actors()}
    return [
        {
            "date": change.date,
            "actor": names[change.actor],
            "side": change.side,
            "issue": change.issue,
            "option": change.option,
            "before": change.before,
            "stance": change.stance,
            "statement": change.statement,
        }
        for change in analyse.news(record.statements(), record.articles())
    ]


def _set_aside(record: Record) -> list[Row]:
    return [{"name": item.name, "path": item.path, "reason": item.reason} for item in record.set_aside()]


_ROWS: dict[str, Callable[[Record], list[Row]]] = {
    "matrix": _matrix,
    "actors": _actors,
    "statements": lambda record: list(statements(record)),
    "articles": _articles,
    "sticking-points": _sticking_points,
    "news": _news,
    "proposals": proposal_rows,
    "figures": figure_rows,
    "differences": difference_rows,
    "naming": naming_rows,
    "set-aside": _set_aside,
}
