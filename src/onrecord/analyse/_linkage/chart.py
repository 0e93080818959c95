"""Linkage as a picture: what comes first on the left, and arrows to what waits for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, copysign, degrees
from textwrap import wrap
from typing import Any

import altair

from onrecord.analyse._linkage.deadlocks import Deadlock
from onrecord.analyse._linkage.graph import Arrow
from onrecord.analyse._linkage.order import Order
from onrecord.analyse._linkage.places import places

STEP_X, STEP_Y = 196, 56  # pixels between layers, and between options of one
WIDE, HIGH = 128, 44  # pixels of the box that an option's name stands in
LINE, LINES, LEADING = 19, 3, 13  # characters of a line in it, lines, and pixels from one to the next
GAP = 7  # pixels between an arrow's head and the box
WAITS, DEADLOCK, EDGE = "#777777", "#b2182b", "#888"
LARGEST = 40  # options in one picture; more can't be read


def chart(
    arrows: Sequence[Arrow], deadlocks: Sequence[Deadlock], order: Order, names: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """A Vega-Lite specification of a layered drawing (after Sugiyama, Tagawa & Toda 1981): layers from left to right
    by the longest way of waiting, once the conditions that the order breaks are taken out. Arrows run behind the boxes
    of the options, which stand under their `names`, else their ids. Red ones are of a deadlock between sides.
    """
    shown = order.options[:LARGEST]
    between = [one for one in deadlocks if not one.own]
    held = {arrow for one in between for arrow in one.arrows}
    placed = {option: (at * STEP_X, row * STEP_Y) for option, (at, row) in places(arrows, order, shown).items()}
    drawn = [arrow for arrow in arrows if arrow.option in placed and arrow.needs in placed]
    lines = [line for arrow in drawn for line in _line(arrow, placed, arrow in held)]
    right = max((x for x, _ in placed.values()), default=0) + STEP_X / 2
    below = max((y for _, y in placed.values()), default=0) + STEP_Y / 2
    across = altair.X("x:Q", axis=None).scale(domain=[-STEP_X / 2, right])
    down, top = (altair.Y(f"{key}:Q", axis=None).scale(domain=[below, -below]) for key in ("y", "top"))
    colour = altair.Color("how:N", title=None).scale(domain=["waits", "deadlock"], range=[WAITS, DEADLOCK])
    colour = colour.legend(orient="top")  # in sight, however wide the picture
    told = ["option:N", "needs:N", "sides:N"]
    angle = altair.Angle("angle:Q", scale=None)
    at_end = [line for line in lines if line["end"]]
    boxed = [_box(option, (names or {}).get(option, option.rpartition(".")[2]), at) for option, at in placed.items()]
    ways = _of(lines).mark_line(opacity=0.8)
    heads = _of(at_end).mark_point(shape="triangle", filled=True, size=90, opacity=1)
    boxes = _of(boxed).mark_rect(width=WIDE, height=HIGH, cornerRadius=4, color="white", stroke=EDGE)
    picture = altair.layer(
        ways.encode(x=across, y=down, detail="arrow:N", color=colour, order="end:Q", tooltip=told),
        heads.encode(x=across, y=down, color=colour, angle=angle, tooltip=told),
        boxes.encode(x=across, y=down, tooltip=["option:N"]),
        _of(boxed).mark_text(fontSize=11, lineHeight=LEADING).encode(x=across, y=top, text="label:N"),
    ).properties(
        width=right + STEP_X / 2,
        height=2 * below,
        title=_title(len(arrows), len(between), len(shown), len(order.options)),
    )
    picture = picture.configure_view(stroke=None)
    specification: dict[str, Any] = picture.to_dict()
    return specification


def _of(values: list[dict[str, Any]]) -> altair.Chart:
    return altair.Chart(altair.InlineData(values=values))


def _box(option: str, name: str, at: tuple[int, float]) -> dict[str, Any]:
    """A name as the lines that fit its box, and how high up the first one stands."""
    lines = wrap(name, LINE, max_lines=LINES, placeholder=" …") or [name]
    return {"x": at[0], "y": at[1], "top": at[1] - LEADING * (len(lines) - 1) / 2, "option": option, "label": lines}


def _line(arrow: Arrow, placed: Mapping[str, tuple[int, float]], held: bool) -> list[dict[str, Any]]:
    start, end = placed[arrow.needs], placed[arrow.option]
    (x1, y1), (x2, y2) = _port(start, end, 0), _port(end, start, GAP)
    told = {
        "arrow": f"{arrow.needs} > {arrow.option}",
        "option": arrow.option,
        "needs": arrow.needs,
        "sides": ", ".join(arrow.sides),
        "how": "deadlock" if held else "waits",
        "angle": round(degrees(atan2(y2 - y1, x2 - x1)) + 90, 1),
    }
    return [told | {"x": x, "y": y, "end": end} for end, (x, y) in enumerate(((x1, y1), (x2, y2)))]


def _port(of: tuple[int, float], other: tuple[int, float], gap: int) -> tuple[float, float]:
    """Where an arrow meets a box, so many pixels before it: in the middle of the edge that faces the other's layer, or
    above or below within a layer."""
    (x, y), (dx, dy) = of, (other[0] - of[0], other[1] - of[1])
    return (x + copysign(WIDE / 2 + gap, dx), y) if dx else (x, y + copysign(HIGH / 2 + gap, dy))


def _title(arrows: int, between: int, shown: int, options: int) -> altair.TitleParams:
    of = f"{shown} of {options}" if shown < options else str(options)
    subtitle = f"{of} options, {arrows} arrows to what waits; deadlocks between sides: {between}"
    return altair.TitleParams("Linkage", subtitle=subtitle, anchor="start", frame="group")
