"""200 attributions from coverage of Iran and North Korea that were judged by reading (evals/speakers/rule.md).

    python -m evals.judged

The list is of one version of the reader; it is counted here, not scored anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from evals.speakers import GOLD

Row = dict[str, Any]
FIFTHS = 5


def rows() -> list[Row]:
    """What was judged, in the order of the articles."""
    lines = GOLD.with_name("judged.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def usable(row: Row) -> bool:
    """An attribution whose content and source are right, or more than half so."""
    spans = row["content_is"] in {"right", "part"} and row["source_is"] in {"right", "part", "none"}
    return bool(row["attribution"] != "no" and spans)


def flawless(row: Row) -> bool:
    """An attribution beyond doubt, to the word."""
    return bool(row["attribution"] == "yes" and row["content_is"] == "right" and row["source_is"] in {"right", "none"})


def spoken_by(row: Row) -> bool:
    """Whether the speaker is right, or rightly nobody with a name."""
    return row["speaker_is"] in {"right", "fine"}


MEASURES: dict[str, Callable[[Row], bool]] = {
    "is an attribution": lambda row: row["attribution"] != "no",
    "usable": usable,
    "to the word": flawless,
    "speaker right": spoken_by,
}


def table(judged: Sequence[Row]) -> str:
    """Shares by corpus, and by fifths of confidence."""
    groups = {"all": list(judged)}
    groups |= {corpus: [r for r in judged if r["corpus"] == corpus] for corpus in sorted({r["corpus"] for r in judged})}
    ordered = sorted(judged, key=lambda row: row["confidence"])
    size = len(ordered) // FIFTHS
    for number in range(FIFTHS):
        part = ordered[number * size : (number + 1) * size]
        groups[f"confidence {part[0]['confidence']:.2f} to {part[-1]['confidence']:.2f}"] = part
    lines = [f"{'':26}{'':>5}" + "".join(f"{name:>19}" for name in MEASURES)]
    for name, group in groups.items():
        shares = (100 * sum(measure(row) for row in group) / len(group) for measure in MEASURES.values())
        lines.append(f"{name:26}{len(group):5}" + "".join(f"{share:17.1f} %" for share in shares))
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    print(table(rows()))


if __name__ == "__main__":
    main()
