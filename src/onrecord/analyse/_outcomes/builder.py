"""Rows of a file become a table, and what is wrong with one is told with the file, the row, the field and a cure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.analyse._outcomes.nouns import HIGHEST, LOWEST, Mark, Party, Remark, Scale, Stake, Table
from onrecord.errors import InputError

Row = int | None
Given = dict[str, str]  # fields of a row as they were written; an empty one is as good as none

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?|[+-]?inf(?:inity)?|nan", re.IGNORECASE)
MOST = 1e12  # capability, in any unit
_ON_SCALE = f"Give a place on the scale, from {LOWEST:g} to {HIGHEST:g}."
_SALIENCE = "Salience runs from 0 (does not matter) to 1 (matters most); divide percentages by 100."
_CAPABILITY = "Give 0 or more, up to a million millions, in a unit that is the same for all."
_SPREAD = "Give a standard deviation in points of the scale, 0 to 100."
_POSITION = "Give a place on the scale, from 0 to 100, or delete the row if nothing is known of it."


@dataclass(slots=True)
class Builder:
    """Takes parties, scales and stakes as a file gives them. All methods raise InputError."""

    path: Path
    parties: dict[str, Party] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)
    stakes: dict[tuple[str, str], tuple[Stake, Row, str | None]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def party(self, id: str, name: str, row: Row, field: str | None = "actor") -> None:
        """One who negotiates."""
        if not id or id in self.parties:
            raise self.wrong(f"{id!r} is there twice." if id else "it has no id.", row, field, "Give each its own id.")
        self.parties[id] = Party(id, name or id)

    def scale(self, id: str, name: str, row: Row, field: str | None = "issue") -> None:
        """An issue."""
        if not id or id in self.scales:
            raise self.wrong(f"{id!r} is there twice." if id else "it has no id.", row, field, "Give each its own id.")
        self.scales[id] = Scale(id, name or id)

    def mark(self, issue: str, place: str, label: str, row: Row, field: str | None = "position") -> None:
        """What a place on an issue's scale means."""
        scale = self._scale(issue, row)
        one = Mark(self._number(place, row, field, LOWEST, HIGHEST, _ON_SCALE), label)
        self.scales[issue] = Scale(scale.id, scale.name, (*scale.marks, one), scale.reference)

    def reference(self, issue: str, place: str, row: Row, field: str | None = "position") -> None:
        """Where an issue stays without agreement."""
        scale = self._scale(issue, row)
        if scale.reference is not None:
            raise self.wrong("the issue has two reference points.", row, field, "Keep one.")
        value = self._number(place, row, field, LOWEST, HIGHEST, _ON_SCALE)
        self.scales[issue] = Scale(scale.id, scale.name, scale.marks, value)

    def stake(self, given: Given, row: Row, field: str | None = None) -> None:
        """What a party wants on an issue: `actor`, `issue`, `position`, and what else there is of `Stake`."""
        party, issue = given.get("actor", ""), given.get("issue", "")

        def named(name: str) -> str:
            return f"{field}.{name}" if field else name

        if party not in self.parties:
            raise self.wrong(f"there is no actor {party!r}.", row, named("actor"), self._known("actors", self.parties))
        self._scale(issue, row, named("issue"))
        if (issue, party) in self.stakes:
            raise self.wrong(f"{party!r} has two positions on {issue!r}.", row, named("actor"), "Keep one of them.")

        def number(name: str, high: float, advice: str) -> float | None:
            text = given.get(name, "")
            return self._number(text, row, named(name), LOWEST, high, advice) if text else None

        position = self._number(given.get("position", ""), row, named("position"), LOWEST, HIGHEST, _POSITION)
        salience = number("salience", 1.0, _SALIENCE)
        capability = number("capability", MOST, _CAPABILITY)
        stake = Stake(
            party,
            issue,
            position,
            1.0 if salience is None else salience,
            1.0 if capability is None else capability,
            number("red_line", HIGHEST, _ON_SCALE),
            number("spread", HIGHEST, _SPREAD) or 0.0,
        )
        self.stakes[issue, party] = stake, row, field

    def table(self) -> Table:
        """The table, when all is given."""
        stakes = tuple(stake for stake, _, _ in self.stakes.values())
        if not stakes:
            advice = "Give rows with an issue, an actor and a position."
            raise self.wrong("there is no position in it.", None, None, advice)
        heard = {stake.party for stake in stakes}
        for party in self.parties:
            if party not in heard:
                advice = "Give it one on one issue at least, or take it off the list."
                raise self.wrong(f"{party!r} has no position.", None, "actor", advice)
        for scale in self.scales:
            self._weighed(scale, [stake for stake in stakes if stake.issue == scale])
        return Table(tuple(self.parties.values()), tuple(self.scales.values()), stakes, tuple(self.remarks))

    def wrong(self, problem: str, row: Row, field: str | None, advice: str) -> InputError:
        """An error about this file."""
        return InputError(problem, path=self.path, row=row, field=field, advice=advice)

    def _weighed(self, issue: str, stakes: list[Stake]) -> None:
        if not stakes:
            raise self.wrong(f"nobody has a position on {issue!r}.", None, "issue", "Give one, or take the issue out.")
        if not any(stake.salience * stake.capability > 0 for stake in stakes):
            problem = f"nobody on {issue!r} has both salience and capability above 0."
            _, row, field = self.stakes[issue, stakes[0].party]
            raise self.wrong(problem, row, f"{field}.salience" if field else "salience", "Give one actor both.")

    def _scale(self, issue: str, row: Row, field: str | None = "issue") -> Scale:
        if issue not in self.scales:
            raise self.wrong(f"there is no issue {issue!r}.", row, field, self._known("issues", self.scales))
        return self.scales[issue]

    def _known(self, what: str, known: dict[str, Party] | dict[str, Scale]) -> str:
        return f"Known {what}: {', '.join(known) or 'none'}."

    def _number(self, text: str, row: Row, field: str | None, low: float, high: float, advice: str) -> float:
        text = text.strip()
        if not _NUMBER.fullmatch(text):
            raise self.wrong(f"{text[:40]!r} is no number." if text else "it is empty.", row, field, advice)
        value = float(text)
        if not low <= value <= high:  # neither is what is no number, NaN
            raise self.wrong(f"{text[:40]} is out of range.", row, field, advice)
        return value + 0.0  # no negative zero
