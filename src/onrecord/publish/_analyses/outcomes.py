"""Where it could end, as a page shows it: what the record gives for positions, and the models with their errors."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from onrecord.analyse import outcomes as room
from onrecord.code import Issue
from onrecord.errors import InputError
from onrecord.publish._analyses.picture import picture
from onrecord.publish._analyses.rests import Rests, rests
from onrecord.publish._standing import Standing
from onrecord.publish._views import Views

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stake:
    """Where a side stands on an issue's scale, and where it is heard to say so."""

    side: str
    position: float
    spread: float
    salience: float
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class End:
    """Where a model sees the end of an issue; None where it sees no agreement."""

    model: str
    outcome: float | None
    low: float | None
    high: float | None
    nearest: str | None
    error: float


@dataclass(frozen=True, slots=True)
class On:
    """An issue with its scale (place, words), who stands where, and where the models see the end."""

    issue: Issue
    scale: tuple[tuple[float, str], ...]
    stakes: tuple[Stake, ...]
    ends: tuple[End, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of a record. `left_out` are issues and sides that it gives no place for."""

    issues: tuple[On, ...]
    left_out: tuple[tuple[str, str], ...]
    sides: int
    rests: Rests
    measured_on: str
    picture: Markup | None


def outcomes(views: Views) -> Outcomes:
    """Outcomes on the issues where two sides or more have a place; the others are named as left out."""
    statements = [said.statement for said in views.said.values()]
    rows = list(csv.DictReader(io.StringIO(room.draft(views.cells, statements, views.codebook))))
    on, left_out = _usable(rows)
    table = _table([row for row in rows if row["issue"] in on and (row["position"] or row["what"] == "issue")])
    if table is None:
        return Outcomes((), left_out, 0, Rests(0, 0), room.fit().measured_on, None)
    ends = room.rows(table)
    issues = tuple(_on(views, issue, table, ends) for issue in views.codebook.issues if issue.id in on)
    stakes = [stake for one in issues for stake in one.stakes]
    said = (said.statement.id for stake in stakes for standing in stake.standings for said in standing.said)
    return Outcomes(
        issues=issues,
        left_out=left_out,
        sides=len({stake.side for stake in stakes}),
        rests=rests(views, said),
        measured_on=room.fit().measured_on,
        picture=_picture(table),
    )


def _usable(rows: Sequence[Row]) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Issues that two sides or more have a place on, and the pairs of issue and side without one."""
    stakes = [row for row in rows if row["what"] == "position"]
    placed = [row["issue"] for row in stakes if row["position"]]
    left_out = tuple((row["issue"], row["actor"]) for row in stakes if not row["position"])
    return frozenset(issue for issue in placed if placed.count(issue) > 1), left_out


def _table(rows: Sequence[Row]) -> room.Table | None:
    try:
        return room.table(rows) if rows else None
    except InputError:  # a place out of the scale, say: the command names it
        return None


def _on(views: Views, issue: Issue, table: room.Table, ends: Sequence[Mapping[str, Any]]) -> On:
    scale = next(scale for scale in table.scales if scale.id == issue.id)
    return On(
        issue=issue,
        scale=tuple(sorted((mark.place, mark.label) for mark in scale.marks)),
        stakes=tuple(_stake(views, stake) for stake in table.stakes if stake.issue == issue.id),
        ends=tuple(
            End(room.MODELS[end["model"]].title, *(end[key] for key in ("outcome", "low", "high", "nearest", "error")))
            for end in ends
            if end["issue"] == issue.id
        ),
    )


def _stake(views: Views, stake: room.Stake) -> Stake:
    standings = views.stands.options_of(stake.issue, stake.party)
    heard = tuple(one for group in standings for one in group if one.cell.basis != "reported")
    return Stake(stake.party, stake.position, stake.spread, stake.salience, heard)


def _picture(table: room.Table) -> Markup:
    from onrecord.analyse._outcomes.chart import chart  # charts take a second to load

    drawing = chart(table, room.forecasts(table)).to_dict()
    told = "For each issue, where the sides stand, and where each model sees the end. The tables have the same."
    return picture(drawing, "ends", "Where it could end", told)
