"""A network with what was found in it, as plain values and as files."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analyse._networks._backbone import backbone as only_backbone
from onrecord.analyse._networks._chart import heat_map, ordered
from onrecord.analyse._networks._claims import Claims
from onrecord.analyse._networks._communities import Groups, communities, modularity
from onrecord.analyse._networks._graphs import gexf, graphml
from onrecord.analyse._networks._network import Choice, Network, network
from onrecord.analyse._written import PICTURES, drawn, ending, lines, put
from onrecord.tables import matrix

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A network, its communities and what was left out on the way to it.

    `groups` are the communities of the rows, `column_groups` those of the columns; `modularity` says how clear they
    are, -1 to 1. Those of a two-mode network are of its speakers and of its options among themselves, by "subtract"
    and the usual normalisation, and have no modularity here. `matrix()`, `nodes()` and `ties()` are plain values for a
    notebook, `chart()` is a Vega-Lite specification.
    """

    network: Network
    groups: Groups
    column_groups: Groups
    modularity: float | None
    left_out: tuple[tuple[str, int], ...]

    def nodes(self) -> list[Row]:
        """A row per speaker or option: name, kind, claims, community; by community, then by claims."""
        net = self.network
        kind = "option" if net.choice.between == "options" else net.choice.speaker
        found = _nodes(kind, net.rows, net.row_claims, self.groups)
        return found + (_nodes("option", net.columns, net.column_claims, self.column_groups) if net.two_mode else [])

    def ties(self) -> list[Row]:
        """A row per tie that is not 0: from, to, tie; the strongest first."""
        net = self.network
        down, across = np.nonzero(net.matrix if net.two_mode else np.triu(net.matrix))
        found: list[Row] = [
            {"from": net.rows[row], "to": net.columns[column], "tie": float(net.matrix[row, column])}
            for row, column in zip(down, across, strict=True)
        ]
        return sorted(found, key=lambda tie: (-abs(tie["tie"]), tie["from"], tie["to"]))

    def matrix(self) -> list[list[float]]:
        """The ties as rows of numbers, in the order of the network's rows and columns."""
        cells: list[list[float]] = self.network.matrix.tolist()
        return cells

    def chart(self) -> Row:
        """The matrix as a heat map: a Vega-Lite specification."""
        return heat_map(self.network, self.groups, self.column_groups)

    def values(self) -> Row:
        """All of it as plain values, for JSON."""
        choice = self.network.choice
        return {
            "between": choice.between,
            "speaker": choice.speaker,
            "measure": choice.measure,
            "normal": choice.divided,
            "once": choice.once,
            "claims": self.network.claims,
            "silent": self.network.silent,
            "left_out": dict(self.left_out),
            "modularity": self.modularity,
            "nodes": self.nodes(),
            "ties": self.ties(),
        }

    def csv(self) -> str:
        """The matrix as CSV with names, in the order of the chart's rows. A name that a spreadsheet would take for a
        formula gets an apostrophe before it (OWASP, CSV injection)."""
        net = self.network
        rows = ordered(net.rows, net.row_claims, self.groups)
        columns = ordered(net.columns, net.column_claims, self.column_groups)
        names = [net.columns[at] for at in columns]
        cells = [[net.rows[row], *(float(net.matrix[row, at]) for at in columns)] for row in rows]
        return matrix(["", *names], cells)

    def write(self, path: Path | str) -> None:
        """Write it in the form that the name ends on: `.graphml`, `.gexf`, `.csv` (the matrix), `.json` (all values),
        `.jsonl` (the ties), `.svg` or `.png` (the chart) or `.vl.json` (its specification).

        Raises InputError for another ending, and when the file cannot be written.
        """
        path = Path(path)
        put(path, FORMS[ending(path, tuple(FORMS))](self))


def find(claims: Claims, choice: Choice | None = None, *, backbone: float | None = None, seed: int = 0) -> Found:
    """The network of these claims with its communities.

    With `backbone`, a probability, only the ties that the disparity filter keeps at that level remain; communities are
    those of all ties. Raises InputError for choices that don't go together.
    """
    whole = network(claims, choice)
    shown = whole if backbone is None else only_backbone(whole, backbone)
    if whole.two_mode:
        among = replace(whole.choice, measure="subtract", normal=None)
        speakers, options = (network(claims, replace(among, between=kind)) for kind in ("speakers", "options"))
        return Found(shown, communities(speakers, seed), communities(options, seed), None, claims.left_out)
    groups = communities(whole, seed)
    return Found(shown, groups, groups, modularity(whole.signed, groups) if any(groups) else None, claims.left_out)


def _nodes(kind: str, names: Sequence[str], claims: Sequence[int], groups: Groups) -> list[Row]:
    return [
        {"name": names[at], "kind": kind, "claims": claims[at], "community": groups[at]}
        for at in ordered(names, claims, groups)
    ]


FORMS: dict[str, Callable[[Found], str | bytes]] = {
    ".graphml": lambda found: graphml(found.network, found.groups, found.column_groups),
    ".gexf": lambda found: gexf(found.network, found.groups, found.column_groups),
    ".csv": Found.csv,
    ".jsonl": lambda found: lines(found.ties()),
    **{form: partial(lambda form, found: drawn(form, found.chart()), form) for form in PICTURES},
    ".json": lambda found: json.dumps(found.values(), ensure_ascii=False, indent=1) + "\n",
}
