"""Times of day."""

from __future__ import annotations

from onrecord.date._expressions.grammar import Grammar
from onrecord.date._expressions.periods import Groups


def clock_of(rules: Grammar, groups: Groups) -> str | None:
    """The time of day that a match of the clock's pattern says, as TIMEX3 writes it."""
    if "military" in groups:
        hour, minute = int(groups["military"][:2]), groups["military"][2:]
    elif "clock24" in groups:
        hour, minute = int(groups["clock24"]), groups["minute24"]
    elif "daypart" in groups:
        return str(rules.words["daypart"][groups["daypart"].casefold()])
    else:
        hour = int(groups["clock"]) if "clock" in groups else int(rules.words["hour"][groups["hour"].casefold()])
        minute = groups.get("minute", "00")
        half = groups.get("half", "").casefold()
        if half:
            hour = _hour(hour, half)
    zone = rules.words["zone"].get(groups.get("zone", "").casefold(), "")
    return f"T{hour:02d}:{minute}{zone}"


def _hour(hour: int, half: str) -> int:
    """An hour of twelve as one of twenty-four: "p.m.", "in the evening", "at night"."""
    late = half.startswith("p") or half.endswith(("afternoon", "evening", "night"))
    return hour % 12 + (12 if late else 0)
