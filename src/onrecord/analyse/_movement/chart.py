"""Movement as a picture: a row per side, a mark per statement, a line where it moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import altair

from onrecord.analyse._movement.courses import Course, Move
from onrecord.analyse._movement.table import STANCES, Saying

COLOURS = {"support": "#2166ac", "oppose": "#b2182b", "conditional": "#b8860b", "unclear": "#777777"}
SHAPES = {"support": "triangle-up", "oppose": "triangle-down", "conditional": "diamond", "unclear": "circle"}
LARGEST = 12  # options in one picture; more can't be read
HEIGHT = 26  # pixels of a side


def chart(courses: Sequence[Course], table: Iterable[Saying], *, largest: int = LARGEST) -> dict[str, Any]:
    """A Vega-Lite specification: one panel for each option, those with most moves, then most statements, first.

    A mark is a statement with a date, its stance told by shape and colour; a bar marks a move, black where the text
    announces it, hollow where the statements alone show it.
    """
    by_option: dict[str, list[Course]] = {}
    for course in courses:
        by_option.setdefault(course.option, []).append(course)
    order = sorted(by_option, key=lambda option: _weight(option, by_option[option]))
    marks = [saying for saying in table if saying.date]
    days = sorted(saying.date for saying in marks if saying.date)
    when = altair.X("date:T", title=None).scale(type="utc", domain=[days[0], days[-1]] if days else altair.Undefined)
    panels = [_panel(option, by_option[option], marks, when) for option in order[:largest]]
    shown = f"{len(panels)} of {len(order)} options" if len(order) > len(panels) else f"{len(order)} options"
    moves = sum(len(course.moves) for course in courses)
    title = altair.TitleParams(
        "Movement", subtitle=f"{shown}, {moves} moves: black bar announced, hollow bar shown by the statements alone",
        anchor="start", frame="group",
    )  # fmt: skip
    picture = altair.vconcat(*panels, title=title).configure_view(stroke="#dddddd").configure_axis(grid=False)
    specification: dict[str, Any] = picture.to_dict()
    return specification


def _weight(option: str, courses: Sequence[Course]) -> tuple[int, int, str]:
    said = sum(len(held.statements) for course in courses for held in course.held)
    return -sum(len(course.moves) for course in courses), -said, option


def _panel(option: str, courses: Sequence[Course], marks: Sequence[Saying], when: altair.X) -> Any:
    sides = [course.side for course in courses]
    said = [
        {"side": one.side, "date": one.date or "", "stance": one.stance, "who": one.voice or one.side, "id": one.id}
        for one in marks
        if one.option == option
    ]
    side = altair.Y("side:N", sort=sides, title=None).axis(labelLimit=200)
    statements = _chart(said).mark_point(filled=True, size=60, opacity=0.85).encode(
        x=when,
        y=side,
        color=altair.Color("stance:N").scale(domain=list(STANCES), range=[COLOURS[one] for one in STANCES]),
        shape=altair.Shape("stance:N").scale(domain=list(STANCES), range=[SHAPES[one] for one in STANCES]),
        tooltip=["who:N", "date:N", "stance:N", "id:N"],
    )  # fmt: skip
    moves = [move for course in courses for move in course.moves]
    bars = [
        _chart([_bar(move) for move in moves if (move.announced is not None) == announced])
        .mark_tick(thickness=3, size=HEIGHT, color="black" if announced else "white", stroke="black", strokeWidth=1)
        .encode(x=when, y=side, tooltip=["side:N", "date:N", "move:N"])
        for announced in (True, False)
    ]
    return altair.layer(*bars, statements).properties(
        title=altair.TitleParams(option, anchor="start", fontSize=12), width=640, height=altair.Step(HEIGHT)
    )


def _bar(move: Move) -> dict[str, str]:
    return {"side": move.side, "date": move.date, "move": f"{move.before or 'nothing'} to {move.after}"}


def _chart(values: list[dict[str, str]]) -> altair.Chart:
    return altair.Chart(altair.InlineData(values=values))
