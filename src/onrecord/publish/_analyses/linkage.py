"""What waits for what, as a page shows it: picture, deadlocks, what most wait for, an order, and every condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.analyse import _linkage as room
from onrecord.publish._analyses.options import Option, Options
from onrecord.publish._analyses.picture import picture
from onrecord.publish._analyses.rests import Rests, rests
from onrecord.publish._said import Said
from onrecord.publish._views import Views


@dataclass(frozen=True, slots=True)
class Waits:
    """`option` waits for `needs`, with the statements that hold it so, newest first, each with its condition's words.

    `deadlock` is whether it is part of one between sides, `broken` whether the order of settling breaks it.
    """

    anchor: str
    option: Option
    needs: Option
    arrow: room.Arrow
    said: tuple[tuple[Said, str], ...]
    deadlock: bool
    broken: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """Options that wait for each other, each for the one before it and the first for the last."""

    options: tuple[Option, ...]
    waits: tuple[Waits, ...]
    sides: tuple[str, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class Awaited:
    """An option and what waits for it: `waits` directly, `all` also through others."""

    option: Option
    all: int
    waits: tuple[Waits, ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """The linkage of a record as `found`; `complete` is whether all deadlocks are told."""

    found: room.Linkage

    waits: tuple[Waits, ...]
    deadlocks: tuple[Circle, ...]
    contradictions: tuple[Circle, ...]
    complete: bool
    awaited: tuple[Awaited, ...]
    order: tuple[Option, ...]
    conditions: int
    exact: bool
    at_least: int
    sides: tuple[str, ...]
    rests: Rests


def linkage(views: Views) -> Linkage:
    """The linkage of a record."""
    statements = [said.statement for said in views.said.values()]
    table = room.conditions_in(statements, views.articles.values(), views.actors.values(), views.utterances)
    found, options = room.linkage(table), Options(views)
    waits = _waits(views, options, found, table)
    circles = [
        Circle(tuple(options[one] for one in circle.options), tuple(waits[arrow] for arrow in circle.arrows),
               circle.sides, circle.own)
        for circle in found.deadlocks
    ]  # fmt: skip
    return Linkage(
        found=found,
        waits=tuple(waits.values()),
        deadlocks=tuple(circle for circle in circles if not circle.own),
        contradictions=tuple(circle for circle in circles if circle.own),
        complete=found.complete,
        awaited=tuple(
            Awaited(options[one.option], one.all, tuple(waits[arrow] for arrow in waits if arrow.needs == one.option))
            for one in found.awaited
        ),
        order=tuple(options[one] for one in found.order.options),
        conditions=found.order.conditions,
        exact=found.order.exact,
        at_least=found.order.at_least,
        sides=tuple(sorted({side for arrow in found.arrows for side in arrow.sides})),
        rests=rests(views, (id for arrow in found.arrows for id in arrow.statements)),
    )


def _waits(
    views: Views, options: Options, found: room.Linkage, table: Sequence[room.Condition]
) -> Mapping[room.Arrow, Waits]:
    words: dict[tuple[str, str], list[tuple[Said, str]]] = defaultdict(list)
    for one in table:
        words[one.option, one.needs].append((views.said[one.id], " ".join(one.words.split())))
    rows = {(row["option"], row["needs"]): row for row in found.rows()}
    made = {}
    for number, arrow in enumerate(found.arrows, 1):
        key = arrow.option, arrow.needs
        said = tuple(sorted(words[key], key=lambda pair: pair[0].when.value or "", reverse=True))
        made[arrow] = Waits(
            anchor=f"w-{number}",
            option=options[arrow.option],
            needs=options[arrow.needs],
            arrow=arrow,
            said=said,
            deadlock=rows[key]["deadlock"],
            broken=rows[key]["broken"],
        )
    return made


def drawn(views: Views, found: room.Linkage) -> Markup | None:
    """The picture of what waits for what, if anything does; it takes a second."""
    if not found.arrows:
        return None
    options = Options(views)
    drawing = found.chart({option: options[option].name for option in found.order.options})
    told = (
        "An arrow leads from what comes first to what waits for it; red ones are of a deadlock. The table has the same."
    )
    return picture(drawing, "waits", "What waits for what", told)
