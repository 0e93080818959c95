"""The negotiation table: issues with an ordered scale, and what each party wants on each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.analyse._outcomes.stakes import Floats, Stakes

LOWEST, HIGHEST = 0.0, 100.0  # the ends of every scale


@dataclass(frozen=True, slots=True)
class Party:
    """Who negotiates. `name` is what is shown; `id` is unique in its table."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a place on a scale means, in words."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """An issue with an ordered scale from 0 to 100. `reference` is where it stays when nothing is agreed, if known."""

    id: str
    name: str
    marks: tuple[Mark, ...] = ()
    reference: float | None = None


@dataclass(frozen=True, slots=True)
class Stake:
    """What a party wants on an issue.

    `position` lies from 0 to 100. `salience` (0 to 1) is how much it matters to the party, `capability` (0 and up, in
    any unit) what it can bring to bear. Beyond `red_line` it would rather have no agreement. `spread` is how sure the
    position is: its standard deviation on the scale.
    """

    party: str
    issue: str
    position: float
    salience: float = 1.0
    capability: float = 1.0
    red_line: float | None = None
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of a file of records that says nothing to a program. It stands before the records of the kind `before`
    (as "#D"; empty: at the end); `kind` is its own, as "#/"."""

    before: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Parties, issues and stakes, each in the order they were given. A party need not have a stake on every issue.

    `read` takes one from a file and checks it. `remarks` are kept for records, which have them.
    """

    parties: tuple[Party, ...]
    scales: tuple[Scale, ...]
    stakes: tuple[Stake, ...]
    remarks: tuple[Remark, ...] = ()

    def arrays(self) -> Stakes:
        """The numbers as arrays of issues × parties, in the order of `scales` and `parties`."""
        columns = {party.id: number for number, party in enumerate(self.parties)}
        rows = {scale.id: number for number, scale in enumerate(self.scales)}
        at = ([rows[stake.issue] for stake in self.stakes], [columns[stake.party] for stake in self.stakes])

        def filled(values: Sequence[float | None], empty: float) -> Floats:
            array = np.full((len(rows), len(columns)), empty)
            array[at] = np.array(values, dtype=np.float64)
            return array

        return Stakes(
            position=filled([stake.position for stake in self.stakes], np.nan),
            salience=filled([stake.salience for stake in self.stakes], 0.0),
            capability=filled([stake.capability for stake in self.stakes], 0.0),
            red_line=filled([stake.red_line for stake in self.stakes], np.nan),
            spread=filled([stake.spread for stake in self.stakes], 0.0),
            reference=np.array([scale.reference for scale in self.scales], dtype=np.float64),
        )
