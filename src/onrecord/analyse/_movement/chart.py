"""Movement as a picture: a row per side, a mark per statement, a line where it moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import altair

from onrecord.analyse._movement.courses import Course, Move
from onrecord.analyse._movement.table import STANCES, Saying

COLOURS = {"support": "#2166ac", "oppose": "#b2182b", "conditional": "#b8860b", "unclear": "#777777"}
SHAPES = {"support": "triangle-up", "oppose": "triangle-down", "conditional": "diamond", "unclear": "circle"}
LARGEST, SIDES = 12, 8  # options in one picture, and sides of each; more can't be read
HEIGHT = 26  # pixels of a side
EARLY = 100  # one in so many statements may lie before the axis, which a single old date would else leave empty
TICKS = 6  # of the axis at most
# Up to how many days apart its ends may be for an axis in days, weeks, months and years, and how a tick is written.
_UNITS = ((15, 1, "day", "%-d %b %Y"), (120, 7, "week", "%-d %b %Y"), (1500, 30.4, "month", "%b %Y"))
_YEARS = (365.25, "year", "%Y")
_STEPS = (1, 2, 3, 4, 6, 12, 25, 50, 100)


def chart(courses: Sequence[Course], table: Iterable[Saying], *, largest: int = LARGEST) -> dict[str, Any]:
    """A Vega-Lite specification: one panel for each option, those with most moves, then most statements, first; in
    each the sides with most of them.

    A mark is what a side said on a day in one stance, told by shape and colour; its `id` is the first statement's. A
    bar marks a move, black where the text announces it, hollow where the statements alone show it. What lies before
    the axis is drawn at its start.
    """
    by_option: dict[str, list[Course]] = {}
    for course in courses:
        by_option.setdefault(course.option, []).append(course)
    order = sorted(by_option, key=lambda option: _weight(option, by_option[option]))
    marks = [saying for saying in table if saying.date]
    days = sorted(saying.date for saying in marks if saying.date)
    when = _when(days[len(days) // EARLY :])
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


def _when(days: Sequence[str]) -> altair.X:
    """The axis of days, with ticks at the starts of days, weeks, months or years, whichever are few enough."""
    across = altair.X("date:T", title=None)
    if not days:
        return across
    first, last = (date.fromisoformat((day + "-01-01")[:10]) for day in (days[0], days[-1]))
    apart = (last - first).days
    length, unit, written = next(((size, unit, as_) for most, size, unit, as_ in _UNITS if apart <= most), _YEARS)
    step = next((one for one in _STEPS if apart / length / one <= TICKS), _STEPS[-1])
    ticks: Any = {"interval": unit, "step": step}
    scale = altair.Scale(type="utc", domain=[days[0], days[-1]], clamp=True)
    return across.scale(scale).axis(format=written, tickCount=ticks, labelOverlap=True)


def _weight(name: str, courses: Sequence[Course]) -> tuple[int, int, str]:
    said = sum(len(held.statements) for course in courses for held in course.held)
    return -sum(len(course.moves) for course in courses), -said, name


def _panel(option: str, courses: Sequence[Course], marks: Sequence[Saying], when: altair.X) -> Any:
    courses = sorted(courses, key=lambda course: _weight(course.side, [course]))[:SIDES]
    sides = [course.side for course in courses]
    said = {
        (one.side, one.date, one.stance): {
            "side": one.side, "date": one.date or "", "stance": one.stance, "who": one.voice or one.side, "id": one.id
        }
        for one in reversed(marks)
        if one.option == option and one.side in sides
    }  # fmt: skip
    side = altair.Y("side:N", sort=sides, title=None).axis(labelLimit=200)
    statements = _chart([*said.values()]).mark_point(filled=True, size=60, opacity=0.85).encode(
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
