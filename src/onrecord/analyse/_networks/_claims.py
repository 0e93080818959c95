"""The table that every network is made from: a row per claim, whoever coded it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.analyse._networks._days import granularity
from onrecord.analyse._tables import Row
from onrecord.errors import InputError

Scale = tuple[int, int]
BOOLEAN: Scale = (0, 1)
LARGEST = 2**31 - 1
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
SAID = {
    "support": 1, "for": 1, "yes": 1, "true": 1, "oppose": 0, "against": 0, "no": 0, "false": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody takes a stance on an option, in a document.

    `actor` is who speaks, `side` whom they speak for (a person and their organisation); one of them may be unknown.
    `value` is the stance on the table's scale: 1 for and 0 against, or any whole number. `date` is an ISO date at its
    own granularity, None if unknown.
    """

    id: str
    date: str | None
    actor: str | None
    side: str | None
    option: str
    value: int
    document: str


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims by date, then as they were given, those without a date last; `scale` is the lowest and highest value.

    With the scale (0, 1) a value says against or for. `left_out` counts, by reason, what could have been a claim and
    is none.
    """

    rows: tuple[Claim, ...]
    scale: Scale = BOOLEAN
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def boolean(self) -> bool:
        """Whether values say against or for, and nothing between."""
        return self.scale == BOOLEAN

    def with_rows(self, rows: Iterable[Claim]) -> Claims:
        """Other claims on the same scale."""
        return Claims(in_order(rows), self.scale, self.left_out)


def in_order(rows: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by date, those without one last; else as they were given."""
    return tuple(sorted(rows, key=lambda claim: claim.date or "~"))


def claims(
    rows: Iterable[Mapping[str, object] | Row], *, path: str | Path = "claims", scale: Scale | None = None
) -> Claims:
    """A table of claims from rows of plain values.

    A row has `option`, `value` (a whole number, or a word such as support and oppose) and at least one of `actor` and
    `side`; it may have `id` (else its number), `date` (ISO, empty if unknown) and `document` (else the row is a
    document of its own). `scale` is (0, 1) when no other value occurs, and else from the lowest to the highest value.
    Raises InputError naming the row and the field.
    """
    numbered = [row if isinstance(row, Row) else Row(row, number, path) for number, row in enumerate(rows, 1)]
    if not numbered:
        raise InputError("there is no claim in it.", path=path, advice="Give at least one row.")
    found = [_claim(row) for row in numbered]
    values = [claim.value for claim in found]
    lowest, highest = scale or (BOOLEAN if set(values) <= {0, 1} else (min(values), max(values)))
    first: dict[str, int] = {}
    for row, claim in zip(numbered, found, strict=True):
        if not lowest <= claim.value <= highest:
            raise row.wrong(f"{claim.value} is not on the scale from {lowest} to {highest}.", "value", "Check it.")
        if first.setdefault(claim.id, row.number) != row.number:
            raise row.wrong(f"row {first[claim.id]} has the id {claim.id!r} too.", "id", "Give each claim its own.")
    return Claims(in_order(found), (lowest, highest))


def _claim(row: Row) -> Claim:
    actor, side = row.text("actor"), row.text("side")
    if actor is None and side is None:
        raise row.wrong("nobody makes this claim.", "actor", "Give an actor, a side, or both.")
    date = row.date("date")
    if date is not None and granularity(date) is None:
        raise row.wrong(f"{date!r} is no ISO date.", "date", "Write 2015-03-30.")
    id = row.text("id") or str(row.number)
    return Claim(id, date, actor, side, row.needed("option"), _value(row), row.text("document") or f"row {id}")


def _value(row: Row) -> int:
    given = row.cells.get("value")
    written = str(given).strip().lower().removesuffix(".0")
    value = SAID.get(written)
    if value is None and _WHOLE.fullmatch(written):
        value = int(written)
    if value is None or abs(value) > LARGEST:
        advice = "Give 1 for, 0 against, or a number on a scale of your own."
        raise row.wrong(f"{str(given)[:40]!r} is no whole number.", "value", advice)
    return value
