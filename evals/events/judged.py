"""What the program found, judged by reading: how much of it is right (`python -m evals.events --judged`).

`judged.jsonl` has three sets, drawn at random from the coverage of Iran, North Korea and trade outside the gold:

- `events`: all events found in 25 articles. `event` says whether it is one ("aside": one, but not of the negotiation);
  `participants` are right, part (some missing) or wrong; `date` is right, wrong, missing (the text has one) or none.
- `coming`: all that were found as planned, cancelled or rumoured in 70 articles, and whether that is so.
- `outcomes`: all outcomes found in 285 articles, and whether the words say what came of that event.

They were judged as found, and some mistakes were mended since; the verdicts stay as they were given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

JUDGED = Path(__file__).with_name("judged.jsonl")
SETS = ("events", "coming", "outcomes")
Row = dict[str, Any]


def rows(of: str) -> list[Row]:
    """The judged finds of one set."""
    every = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    return [row for row in every if row["set"] == of]


def shares() -> dict[str, tuple[int, int]]:
    """(right, judged) by what was asked. Participants, date and status are of what is an event at all."""
    events = rows("events")
    real = [row for row in events if row["event"] != "no"]
    dated = [row for row in real if row["date"] != "none"]
    return {
        "is an event": (len(real), len(events)),
        "of the negotiation": _count(events, "event", "yes"),
        "participants right": _count(real, "participants", "right"),
        "participants right or some missing": _count(real, "participants", "right", "part"),
        "date right, of those with one": _count(dated, "date", "right"),
        "date wrong": _count(real, "date", "wrong"),
        "status right": _count(real, "status", "right"),
        "planned, cancelled or rumoured rightly": _count(rows("coming"), "status", "right"),
        "outcomes right": (sum(row["right"] for row in rows("outcomes")), len(rows("outcomes"))),
    }


def table() -> str:
    """The shares in percent."""
    return "\n".join(
        f"{name:40}{100 * right / judged:6.1f} %  ({right} of {judged})" for name, (right, judged) in shares().items()
    )


def _count(some: Sequence[Row], field: str, *wanted: str) -> tuple[int, int]:
    found = Counter(row[field] for row in some)
    return sum(found[value] for value in wanted), len(some)
