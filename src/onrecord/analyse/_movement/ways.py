"""Which way a side moved: towards the others, or away from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from onrecord.analyse._movement.table import Saying
from onrecord.model import Stance

Way = Literal["softer", "harder"]
SCALE: Mapping[Stance, int] = {"oppose": -1, "conditional": 0, "support": 1}  # a condition stands half-way


def way(before: Stance | None, after: Stance, at: Saying, others: Mapping[str, Sequence[Saying]]) -> Way | None:
    """As the words tell that announce the move, else by where the other sides stood on average by then, each by all
    that it had said; None where nobody else had said anything, or the move leads neither way."""
    if at.announced is not None and at.announced.way != "either":
        return at.announced.way
    if before is None or before not in SCALE or after not in SCALE:
        return None
    lines = []
    for said in others.values():
        known = [SCALE[one.stance] for one in said if one.stance in SCALE and one.date and one.date <= (at.date or "")]
        if known:
            lines.append(sum(known) / len(known))
    if not lines:
        return None
    middle = sum(lines) / len(lines)
    nearer = abs(SCALE[before] - middle) - abs(SCALE[after] - middle)
    return None if abs(nearer) < 1e-9 else "softer" if nearer > 0 else "harder"
