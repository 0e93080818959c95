"""Linkage as a picture: what comes first on the left, and arrows to what waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees
from typing import Any

import altair
import networkx

from onrecord.analyse._linkage.deadlocks import Deadlock
from onrecord.analyse._linkage.graph import Arrow, graph
from onrecord.analyse._linkage.order import Order

STEP_X, STEP_Y = 190, 54  # pixels between layers, and between options of one
HALF = 16  # pixels from an arrow's ends to the middle of the option
WAITS, DEADLOCK, OPTION = "#777777", "#b2182b", "#2166ac"
LARGEST = 40  # options in one picture; more can't be read


def chart(arrows: Sequence[Arrow], deadlocks: Sequence[Deadlock], order: Order) -> dict[str, Any]:
    """A Vega-Lite specification of a layered drawing (after Sugiyama, Tagawa & Toda 1981): layers from left to right
    by the longest way of waiting, once the conditions that the order breaks are taken out. Red arrows are of a
    deadlock between sides.
    """
    shown = order.options[:LARGEST]
    between = [one for one in deadlocks if not one.own]
    held = {arrow for one in between for arrow in one.arrows}
    places = _places(arrows, order, shown)
    drawn = [arrow for arrow in arrows if arrow.option in places and arrow.needs in places]
    lines = [line for arrow in drawn for line in _line(arrow, places, arrow in held)]
    width = max((x for x, _ in places.values()), default=0) + STEP_X
    height = max((y for _, y in places.values()), default=0) + STEP_Y
    across = altair.X("x:Q", axis=None).scale(domain=[-STEP_X / 2, width - STEP_X / 2])
    down = altair.Y("y:Q", axis=None).scale(domain=[height - STEP_Y / 2, -STEP_Y / 2])
    colour = altair.Color("how:N", title=None).scale(domain=["waits", "deadlock"], range=[WAITS, DEADLOCK])
    told = ["option:N", "needs:N", "sides:N"]
    angle = altair.Angle("angle:Q", scale=None)
    at_end = [line for line in lines if line["end"]]
    names = [{"x": x, "y": y, "option": name, "label": name.rpartition(".")[2]} for name, (x, y) in places.items()]
    ways = _of(lines).mark_line(opacity=0.8)
    heads = _of(at_end).mark_point(shape="triangle", filled=True, size=90, opacity=1)
    dots = _of(names).mark_point(filled=True, size=110, color=OPTION, opacity=1)
    picture = altair.layer(
        ways.encode(x=across, y=down, detail="arrow:N", color=colour, order="end:Q", tooltip=told),
        heads.encode(x=across, y=down, color=colour, angle=angle, tooltip=told),
        dots.encode(x=across, y=down, tooltip=["option:N"]),
        _of(names).mark_text(dy=-12, fontSize=11).encode(x=across, y=down, text="label:N"),
    ).properties(width=width, height=height, title=_title(len(arrows), len(between), len(shown), len(order.options)))
    picture = picture.configure_view(stroke=None)
    specification: dict[str, Any] = picture.to_dict()
    return specification


def _of(values: list[dict[str, Any]]) -> altair.Chart:
    return altair.Chart(altair.InlineData(values=values))


def _places(arrows: Sequence[Arrow], order: Order, shown: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Where each option stands, in pixels: its layer across, its place in the order of settling down."""
    kept = graph(arrow for arrow in arrows if arrow not in order.broken)
    layers = {
        option: layer for layer, options in enumerate(networkx.topological_generations(kept)) for option in options
    }
    down: dict[int, int] = {}
    places = {}
    for option in shown:
        layer = layers.get(option, 0)
        places[option] = (layer * STEP_X, down.get(layer, 0) * STEP_Y + (layer % 2) * STEP_Y // 3)
        down[layer] = down.get(layer, 0) + 1
    return places


def _line(arrow: Arrow, places: dict[str, tuple[int, int]], held: bool) -> list[dict[str, Any]]:
    (x1, y1), (x2, y2) = places[arrow.needs], places[arrow.option]
    far = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
    dx, dy = (x2 - x1) / far * HALF, (y2 - y1) / far * HALF
    told = {
        "arrow": f"{arrow.needs} > {arrow.option}",
        "option": arrow.option,
        "needs": arrow.needs,
        "sides": ", ".join(arrow.sides),
        "how": "deadlock" if held else "waits",
        "angle": round(degrees(atan2(y2 - y1, x2 - x1)) + 90, 1),
    }
    ends = ((x1 + dx, y1 + dy), (x2 - dx, y2 - dy))
    return [told | {"x": round(x, 1), "y": round(y, 1), "end": end} for end, (x, y) in enumerate(ends)]


def _title(arrows: int, between: int, shown: int, options: int) -> altair.TitleParams:
    of = f"{shown} of {options}" if shown < options else str(options)
    subtitle = f"{of} options, {arrows} arrows to what waits; deadlocks between sides: {between}"
    return altair.TitleParams("Linkage", subtitle=subtitle, anchor="start", frame="group")
