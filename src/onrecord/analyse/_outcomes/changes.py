"""What if: a table with some of its numbers changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.analyse._outcomes.builder import Builder
from onrecord.analyse._outcomes.nouns import Stake, Table
from onrecord.analyse._outcomes.numbers import plain
from onrecord.errors import InputError

FIELDS = ("position", "salience", "capability", "red_line", "spread")
_WRITTEN = re.compile(r"(?P<actor>[^:=]+):(?P<issue>[^:=]+):(?P<field>[^:=]+)=(?P<value>[^=]*)")
_FORM = "Write ACTOR:ISSUE:FIELD=NUMBER, as EU28:ld:position=60; an issue * means all of them."


@dataclass(frozen=True, slots=True)
class Change:
    """One number of a stake, changed: of which party, on which issue ("*" for all), which of `FIELDS`, to what."""

    party: str
    issue: str
    field: str
    value: float


def change(written: str) -> Change:
    """A change as it is written on the command line. Raises InputError."""
    match = _WRITTEN.fullmatch(written)
    parts = {name: text.strip() for name, text in match.groupdict().items()} if match else {}
    if parts.get("field") not in FIELDS:
        raise InputError("this is no change.", path=written, advice=f"{_FORM} Fields are {', '.join(FIELDS)}.")
    try:
        return Change(parts["actor"], parts["issue"], parts["field"], float(parts["value"]))
    except ValueError as error:
        raise InputError(f"{parts['value']!r} is no number.", path=written, advice=_FORM) from error


def changed(table: Table, changes: Sequence[Change]) -> Table:
    """The table after the changes, in their order. Raises InputError for a change of what the table does not have, or
    to a value that it must not have."""
    stakes = list(table.stakes)
    for one in changes:
        hit = [
            number
            for number, stake in enumerate(stakes)
            if stake.party == one.party and one.issue in ("*", stake.issue)
        ]
        if not hit:
            problem = f"{one.party!r} has no position on {one.issue!r}."
            actors = ", ".join(party.id for party in table.parties)
            issues = ", ".join(scale.id for scale in table.scales)
            raise InputError(problem, path=_named(one), advice=f"Actors are {actors}; issues are {issues}.")
        for number in hit:
            stakes[number] = _with(stakes[number], one)
    return _checked(replace(table, stakes=tuple(stakes)), changes)


def _with(stake: Stake, change: Change) -> Stake:
    numbers: dict[str, Any] = {change.field: change.value}
    return replace(stake, **numbers)


def _checked(table: Table, changes: Sequence[Change]) -> Table:
    """A table, once its numbers are found to be what they must, as those of a file are."""
    builder = Builder(Path(", ".join(map(_named, changes)) or "the table"))
    for party in table.parties:
        builder.party(party.id, party.name, None)
    for scale in table.scales:
        builder.scale(scale.id, scale.name, None)
    for one in table.stakes:
        numbers = {field: plain(getattr(one, field)) for field in FIELDS}
        builder.stake({"actor": one.party, "issue": one.issue, **numbers}, None)
    builder.table()
    return table


def _named(one: Change) -> str:
    return f"{one.party}:{one.issue}:{one.field}={one.value:g}"
