"""Decisions of the European Union with known outcomes (doi 10.34810/data53) as negotiation tables, one a proposal."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse import _outcomes as outcomes

Floats = NDArray[np.float64]
POSITIONS, SALIENCES, REFERENCE, OUTCOME = slice(13, 43), slice(43, 73), 73, 74
PROPOSAL, ISSUE = 2, 4
UNSAID = 50.0  # salience of who has a position and no salience


@dataclass(frozen=True, slots=True)
class Decision:
    """One proposal: the table of its issues, and where each of them ended (NaN where that is not known)."""

    proposal: str
    table: outcomes.Table
    ended: Floats


def decisions(path: Path) -> tuple[Decision, ...]:
    """The proposals of the file, in its order. Capability is the second row of the file (its authors use GDP)."""
    with path.open(encoding="utf-8", newline="") as lines:
        head, capability, *rows = csv.reader(lines, delimiter="\t")
    parties = [name.removeprefix("p") for name in head[POSITIONS]]
    power = dict(zip(parties, map(float, capability[POSITIONS]), strict=True))
    return tuple(
        _decision(proposal, list(issues), power) for proposal, issues in groupby(rows, key=lambda row: row[PROPOSAL])
    )


def _decision(proposal: str, rows: list[list[str]], power: dict[str, float]) -> Decision:
    stakes = tuple(stake for row in rows for stake in _stakes(row, power))
    scales = tuple(outcomes.Scale(row[ISSUE], row[ISSUE], (), _number(row[REFERENCE])) for row in rows)
    parties = tuple(outcomes.Party(party, party) for party in power)
    ended = np.array([_number(row[OUTCOME]) for row in rows], dtype=np.float64)
    return Decision(proposal, outcomes.Table(parties, scales, stakes), ended)


def _stakes(row: list[str], power: dict[str, float]) -> Iterator[outcomes.Stake]:
    for party, position, salience in zip(power, row[POSITIONS], row[SALIENCES], strict=True):
        if position.strip():
            known = _number(salience)
            share = (UNSAID if known is None else known) / 100
            yield outcomes.Stake(party, row[ISSUE], float(position), share, power[party])


def _number(text: str) -> float | None:
    return float(text) if text.strip() else None
