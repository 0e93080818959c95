"""Parts of a record as rows of plain values: what `onrecord show` prints and a notebook reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from onrecord import analyse
from onrecord.analyse import review
from onrecord.errors import InputError, RecordError
from onrecord.model import Article
from onrecord.parts import PARTS, SHOWN
from onrecord.publish._compared import difference_rows, naming_rows
from onrecord.publish._instruments import figure_rows, proposal_rows
from onrecord.publish._statement_rows import statements
from onrecord.read import believed, disagreeing
from onrecord.store import Record

Row = dict[str, Any]


def show(
    record: Record,
    what: str,
    *,
    side: str | None = None,
    issue: str | None = None,
    option: str | None = None,
    search: str | None = None,
    least_sure: bool = False,
) -> list[Row]:
    """Rows of a part of the record (one of `SHOWN`), narrowed to a side, an issue or option by its id, or statements
    with some words. An option may be written with its issue (`issue.option`); without, it is all of that id.

    `least_sure` puts statements in the order in which the app's review shows them (docs/judgements.md), each with how
    `sure` it is, 0 to 1, that nothing of it is wrong; without it, they are in the order of their dates.

    Raises RecordError when there is no such part, side, issue or option in it, InputError for what the part cannot be
    narrowed or ordered by (`PARTS` tells by what it can).
    """
    _checked(record, what, {"side": side, "issue": issue, "option": option, "search": search, "least-sure": least_sure})
    rows = _ROWS[what](record)
    if search is not None:
        found = set(record.search(search, limit=len(rows)))
        rows = [row for row in rows if row["id"] in found]
    if least_sure:
        rows = _to_review(record, rows)
    if issue is not None:
        rows = [row for row in rows if any(one["issue"] == issue for one in _positions(row))]
    if option is not None:
        rows = [row for row in rows if any(option in _called(one) for one in _positions(row))]
    if side is not None and what == "matrix":
        return [{"issue": row["issue"], side: row[side]} for row in rows if row.get(side)]
    return [row for row in rows if side is None or side in _sides(row)]


def _checked(record: Record, what: str, asked: Mapping[str, str | bool | None]) -> None:
    """Raise what `show` raises for a part, side, issue or option that there is not, or for what doesn't go together."""
    if what not in PARTS:
        raise RecordError(f"there is no part {what!r}.", path=record.path, advice=f"There are {', '.join(SHOWN)}.")
    for name, value in asked.items():
        if value not in (None, False) and name not in PARTS[what]:
            parts = ", ".join(part for part, options in PARTS.items() if name in options)
            raise InputError(f"--{name} does not apply to {what}.", path=record.path, advice=f"It applies to {parts}.")
    issue, option, side = (str(asked[name] or "") for name in ("issue", "option", "side"))
    options = _options(record)
    if asked["issue"] is not None and issue not in {known.id for known in record.codebook().issues}:
        raise _no_issue(issue, record)
    if asked["option"] is not None:
        _known("option", option, [*options] if "." in option else sorted({*options.values()}), record)
    if asked["side"] is not None:
        heard = {statement.side for statement in record.statements() if statement.side}
        _known("side", side, sorted({*heard, *_cells(record).sides()}), record)


def _cells(record: Record) -> analyse.Cells:
    return analyse.cells(record.statements(), record.articles(), record.reuse(), record.actors(), record.utterances())


def _known(kind: str, name: str, names: list[str], record: Record) -> None:
    if name not in names:
        raise RecordError(
            f"there is no {kind} {name!r} in it.", path=record.path, advice=f"There are {', '.join(names)}."
        )


def _options(record: Record) -> dict[str, str]:
    """The ids of the codebook's options, by `issue.option`."""
    return {f"{issue.id}.{one.id}": one.id for issue in record.codebook().issues for one in issue.options}


def _no_issue(name: str, record: Record) -> RecordError:
    """For who asks for an option as if it were an issue, the options that it may be and how to ask for them."""
    meant = [full for full, own in _options(record).items() if name in (full, own)]
    problem = f"there is no issue {name!r} in it."
    advice = f"There are {', '.join(issue.id for issue in record.codebook().issues)}."
    if meant:
        problem = f"{name!r} is no issue, but an option: {', '.join(meant)}."
        parts = ", ".join(part for part, by in PARTS.items() if "option" in by)
        advice = f"Ask for it by --option {meant[0]}, in {parts}."
    return RecordError(problem, path=record.path, advice=advice)


def _to_review(record: Record, rows: Sequence[Row]) -> list[Row]:
    """Statements in the order in which they are to be looked over; those that somebody judged come last."""
    known = {row["id"]: row for row in rows}
    wanted = review.Filter(judged=None, ids=frozenset(known))
    queued = review.queue(review.material_of(record), wanted)
    return [{"sure": round(one.sure, 4)} | known[one.statement.id] for one in queued]


def _sides(row: Row) -> list[str | None]:
    """The side that a row is about, or those that a sticking point stands between."""
    return [row["side"]] if "side" in row else [*row["for"], *row["against"], *row["conditional"]]


def _positions(row: Row) -> list[Row]:
    """What a row tells of issues and options: the row itself, or the positions of a statement."""
    return [row] if "issue" in row else row["positions"]


def _called(row: Row) -> tuple[str, str]:
    """The names that an option goes by."""
    return row["option"], f"{row['issue']}.{row['option']}"


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
            "confidence": _confidence(article),
            "other_dates": [{"value": one.value, "where": one.where} for one in disagreeing(article)],
            "title": article.title,
            "left_out": len(article.left_out),
        }
        for article in record.articles()
    ]


def _confidence(article: Article) -> float | None:
    piece = believed(article)
    return piece.confidence if piece else None


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
