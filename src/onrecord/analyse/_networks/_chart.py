"""A network as a picture: its matrix as a heat map, ordered so that communities show as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair

from onrecord.analyse._networks._communities import Groups
from onrecord.analyse._networks._graphs import written
from onrecord.analyse._networks._network import Network

LARGEST = 40  # rows, or columns: more can't be read
STEP = 18  # pixels of a cell
AGREE, DISAGREE, NOTHING = "#2166ac", "#b2182b", "#f4f4f4"
COMBINED = ("none", "for", "against", "both")


def heat_map(
    network: Network, groups: Groups | None = None, column_groups: Groups | None = None, *, largest: int = LARGEST
) -> dict[str, Any]:
    """A Vega-Lite specification of the network's matrix.

    Rows and columns come by community, then by number of claims. Blue is agreement, red conflict; the deeper, the
    stronger. Of long networks the `largest` rows and columns by claims are shown, and the subtitle says of how many.
    """
    rows = ordered(network.rows, network.row_claims, groups, largest)
    columns = rows
    if network.two_mode:
        columns = ordered(network.columns, network.column_claims, column_groups, largest)
    cells = [
        {
            "row": written(network.rows[row]),
            "column": written(network.columns[column]),
            "tie": float(network.matrix[row, column]),
        }
        for row in rows
        for column in columns
        if network.two_mode or row != column
    ]
    chart = (
        altair.Chart(altair.InlineData(values=_named(network, cells)), title=_title(network, len(rows), len(columns)))
        .mark_rect(stroke="white", strokeWidth=1)
        .encode(
            x=_axis("column", [written(network.columns[at]) for at in columns]).axis(labelAngle=-45, labelLimit=180),
            y=altair.Y("row:N", sort=[written(network.rows[at]) for at in rows], title=None).axis(labelLimit=240),
            color=_colour(network, cells),
            tooltip=["row:N", "column:N", "tie:N" if network.choice.measure == "combine" else "tie:Q"],
        )
        .properties(width=altair.Step(STEP), height=altair.Step(STEP))
        .configure_view(stroke=None)
        .configure_axis(ticks=False, domain=False)
    )
    specification: dict[str, Any] = chart.to_dict()
    return specification


def ordered(
    names: Sequence[str], claims: Sequence[int], groups: Groups | None = None, largest: int | None = None
) -> list[int]:
    """Places by community, those without one last, then by number of claims, most first, then by name; of the
    `largest` by claims, or all."""
    most = sorted(range(len(names)), key=lambda at: (-claims[at], names[at]))[:largest]
    return sorted(most, key=lambda at: ((groups[at] or len(names) + 1) if groups else 0, -claims[at], names[at]))


def _axis(field: str, sort: list[str]) -> altair.X:
    return altair.X(f"{field}:N", sort=sort, title=None)


def _named(network: Network, cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cells with the code of a combined tie in words, on the scale of two."""
    if network.choice.measure != "combine":
        return cells
    return [cell | {"tie": COMBINED[int(cell["tie"])] if cell["tie"] < len(COMBINED) else "both"} for cell in cells]


def _colour(network: Network, cells: list[dict[str, Any]]) -> altair.Color:
    measure = network.choice.measure
    if measure == "combine":
        shades = [NOTHING, AGREE, DISAGREE, "#762a83"]
        return altair.Color("tie:N", title="stance").scale(domain=list(COMBINED), range=shades)
    strongest = max((abs(cell["tie"]) for cell in cells), default=0) or 1
    deep = DISAGREE if measure == "conflict" else AGREE
    if measure == "subtract":
        return altair.Color("tie:Q", title=_scale(network)).scale(
            domain=[-strongest, 0, strongest], range=[DISAGREE, NOTHING, AGREE]
        )
    return altair.Color("tie:Q", title=_scale(network)).scale(domain=[0, strongest], range=[NOTHING, deep])


def _scale(network: Network) -> str:
    if network.two_mode and network.choice.measure == "subtract":
        return "for less against"
    return {"ignore": "claims shared", "subtract": "congruence less conflict"}.get(
        network.choice.measure, network.choice.measure
    )


def _title(network: Network, rows: int, columns: int) -> altair.TitleParams:
    choice = network.choice
    speakers = "sides" if choice.speaker == "side" else "actors"
    what = {"speakers": speakers, "options": "options", "both": f"{speakers} and options"}[choice.between]
    shown = [f"{network.claims:,} claims"]
    if rows < len(network.rows):
        shown.append(f"{rows} of {len(network.rows)} rows, those with most claims")
    if network.two_mode and columns < len(network.columns):
        shown.append(f"{columns} of {len(network.columns)} columns")
    subtitle = ", ".join(shown)
    text = f"{what.capitalize()}: {choice.measure}, {choice.divided}"
    return altair.TitleParams(text, subtitle=subtitle, anchor="start", frame="group")
