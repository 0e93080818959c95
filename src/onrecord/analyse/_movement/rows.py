"""Moves and stances as rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.analyse._movement.courses import Course, Move
from onrecord.analyse._movement.table import Saying

LONGEST = 400  # characters of a quotation
QUOTED = ("statement", "date", "voice", "words", "article", "spans")
MOVES = (
    "date", "side", "option", "before", "after", "way", "announced", "p",
    *(f"earlier_{name}" for name in QUOTED), *(f"now_{name}" for name in QUOTED), "again",
)  # fmt: skip
STANCES = ("side", "option", "stance", "first", "last", "statements", "ids")


def move_rows(courses: Iterable[Course], table: Iterable[Saying]) -> list[dict[str, Any]]:
    """A row for each move, by date, with the columns of `MOVES`: who, on what, from where to where, how that is known,
    and the two statements to read side by side. Spans are [start, end] into the article's text."""
    said = {(saying.id, saying.option): saying for saying in table}
    moves = [move for course in courses for move in course.moves]
    moves.sort(key=lambda move: (move.date, move.option, move.side, move.statement))
    return [_row(move, said) for move in moves]


def stance_rows(courses: Iterable[Course]) -> list[dict[str, Any]]:
    """A row for each stance of a side on an option, with the columns of `STANCES`: when it was first and last taken, in
    how many statements and in which."""
    return [
        {
            "side": course.side,
            "option": course.option,
            "stance": held.stance,
            "first": held.first,
            "last": held.last,
            "statements": len(held.statements),
            "ids": list(held.statements),
        }
        for course in courses
        for held in course.held
    ]


def _row(move: Move, said: Mapping[tuple[str, str], Saying]) -> dict[str, Any]:
    return {
        "date": move.date,
        "side": move.side,
        "option": move.option,
        "before": move.before,
        "after": move.after,
        "way": move.way,
        "announced": move.announced.words or "yes" if move.announced else None,
        "p": round(move.p, 4) if move.p is not None else None,
        **_quoted("earlier", said.get((move.earlier or "", move.option))),
        **_quoted("now", said[move.statement, move.option]),
        "again": list(move.again),
    }


def _quoted(when: str, saying: Saying | None) -> dict[str, Any]:
    if saying is None:
        return {f"{when}_{name}": None for name in QUOTED}
    words = saying.words if len(saying.words) <= LONGEST else saying.words[:LONGEST] + "…"
    spans = [[span.start, span.end] for span in saying.spans]
    values = (saying.id, saying.date, saying.voice, words, saying.article, spans)
    return {f"{when}_{name}": value for name, value in zip(QUOTED, values, strict=True)}
