"""A cell of the record as a page shows it: with its names, its voices and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Actor, Cell
from onrecord.publish._said import Held, Said


@dataclass(frozen=True, slots=True)
class Standing:
    """A cell with its names and the words it rests on, newest first.

    `voices` are those of its own statements with the number of them, most first. `dissent`, `told` and `reported` are
    the words of what the cell keeps apart, newest first; what it rests on itself is not among them.
    """

    cell: Cell
    issue: str
    option: str
    said: tuple[Said, ...]
    voices: tuple[tuple[Actor, int], ...]
    dissent: tuple[Said, ...]
    told: tuple[Said, ...]
    reported: tuple[Said, ...]

    @property
    def newest(self) -> Said:
        return self.said[0]

    @property
    def strongest(self) -> Said:
        return max(self.said, key=lambda said: said.strength)

    @property
    def dissenters(self) -> int:
        """How many of the side's voices disagree."""
        return len({said.statement.actor for said in self.dissent})

    @property
    def conditions(self) -> tuple[tuple[Held, Said], ...]:
        """The conditions that it hangs on, each with the statement that sets it, no words twice."""
        cell = self.cell
        wanted = (cell.issue, cell.option, cell.stance, cell.side if cell.basis == "reported" else None)
        found: dict[str, tuple[Held, Said]] = {}
        for said in self.said:
            for held in said.held:
                position = held.position
                at = (position.issue, position.option, position.stance, position.holder)
                if held.condition and at == wanted:
                    found.setdefault(held.condition, (held, said))
        return tuple(found.values())
