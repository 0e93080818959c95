"""What moved, as a page shows it: each move with the words before and after, dissent, and a picture of every stance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from onrecord.analyse import _movement as room
from onrecord.analyse._movement.chart import LARGEST, SIDES
from onrecord.model import Stance
from onrecord.publish._analyses.options import Option, Options
from onrecord.publish._analyses.picture import Link, mark, picture, rows_of
from onrecord.publish._analyses.rests import Rests, rests
from onrecord.publish._said import Said
from onrecord.publish._views import Views
from onrecord.publish._words import STANCES, day, safe_id


@dataclass(frozen=True, slots=True)
class Moved:
    """A move with the words to read side by side; `again` announce the same."""

    option: Option
    move: room.Move
    earlier: Said | None
    now: Said
    again: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """What voices within a side say against its line on an option."""

    option: Option
    side: str
    said: tuple[tuple[Stance, Said], ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance that a side took on an option: from when to when, how often, and its first and last words."""

    option: Option
    side: str
    held: room.Held
    first: Said
    last: Said


@dataclass(frozen=True, slots=True)
class Movement:
    """The movement of a record: moves by date, dissent, all stances; `sides` and `options` are how many it looked at.

    `picture` is None where no statement has a date; it shows `shown` options, of each `rows` sides at most.
    """

    moves: tuple[Moved, ...]
    dissent: tuple[Dissent, ...]
    taken: tuple[Taken, ...]
    sides: int
    options: int
    dated: int
    shown: int
    rests: Rests
    picture: Markup | None
    rows: int = SIDES


def movement(views: Views) -> Movement:
    """The movement of a record."""
    table, courses, options = views.movement.table, views.movement.courses, Options(views)
    moves = [_moved(views, options, move) for course in courses for move in course.moves]
    dated = sum(saying.date is not None for saying in table)
    on = len({course.option for course in courses})
    return Movement(
        moves=tuple(sorted(moves, key=lambda one: (one.move.date, one.move.option, one.move.side, one.move.statement))),
        dissent=tuple(_dissent(views, options, course, table) for course in courses if course.dissent),
        taken=tuple(_taken(views, options, course, held) for course in courses for held in course.held),
        sides=len({course.side for course in courses}),
        options=on,
        dated=dated,
        shown=min(on, LARGEST),
        rests=rests(views, (saying.id for saying in table)),
        picture=_picture(views, options, courses, table) if dated else None,
    )


def _moved(views: Views, options: Options, move: room.Move) -> Moved:
    earlier = views.said[move.earlier] if move.earlier else None
    again = tuple(views.said[id] for id in move.again)
    return Moved(options[move.option], move, earlier, views.said[move.statement], again)


def _dissent(views: Views, options: Options, course: room.Course, table: Iterable[room.Saying]) -> Dissent:
    stances = {one.id: one.stance for one in table if (one.option, one.side) == (course.option, course.side)}
    said = tuple((stances[id], views.said[id]) for id in course.dissent)
    return Dissent(options[course.option], course.side, said)


def _taken(views: Views, options: Options, course: room.Course, held: room.Held) -> Taken:
    first, last = held.statements[0], held.statements[-1]
    return Taken(options[course.option], course.side, held, views.said[first], views.said[last])


def _picture(views: Views, options: Options, courses: Sequence[room.Course], table: Sequence[room.Saying]) -> Markup:
    named = [replace(course, option=options[course.option].name) for course in courses]
    said = [replace(saying, option=options[saying.option].name) for saying in table]
    links = {_key(saying): _link(views.said[saying.id], saying) for saying in said}
    drawing = _linked(room.chart(named, said))
    told = "A row for each side, a mark for each dated statement, a bar where the side moved. The table has the same."
    return picture(drawing, "moves", "Who took which stance when", told, links)


def _key(saying: room.Saying) -> str:
    return f"{saying.id} {saying.option}"


def _link(said: Said, saying: room.Saying) -> Link:
    words = f"{said.speaker}, {day(saying.date)}: {STANCES[saying.stance]} {saying.option}"
    return Link(f"articles/{safe_id(said.article.id)}.html#{said.anchor}", words)


def _linked(drawing: dict[str, Any]) -> dict[str, Any]:
    """A specification in which every mark of a statement stands for it, and the names of options begin as their panels
    do."""
    for panel in drawing["vconcat"]:
        panel["title"]["frame"] = "group"
        for layer in panel["layer"]:
            marks = [row for row in rows_of(drawing, layer) if "id" in row]
            for row in marks:
                row["href"] = mark(f"{row['id']} {panel['title']['text']}")
            if marks:
                layer["encoding"]["href"] = {"field": "href", "type": "nominal"}
    return drawing
