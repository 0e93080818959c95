"""The passages that were written to train on, and what is counted of them: `python -m training.positions.passages`.

Each line of `written/*.jsonl` is a passage of a negotiation, real or invented, with labels: a holder, the words that
tell where it stands (null: it says nothing there), an option as a codebook would describe it, the stance, and the words
and type of its condition. Written by hand, one by one (written/guide.md); no sentence is from elsewhere.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from onrecord.model import Stance

STANCES = ("none", *get_args(Stance))
CONDITIONS = ("precondition", "exchange", "threat", "deadline", "sequencing")
WRITTEN = Path(__file__).with_name("written")
GRAM = 5  # words
ALIKE = 0.3  # Jaccard over runs of GRAM words from which on two passages are near-duplicates

Row = dict[str, Any]


def written() -> list[Row]:
    """All passages, in the order of their files."""
    rows: list[Row] = []
    for file in sorted(WRITTEN.glob("*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            rows += [json.loads(line) for line in lines if line.strip()]
    return rows


def faults(row: Row) -> list[str]:
    """What is wrong with a passage: words that are not in it, values that there are not."""
    found: list[str] = []
    for label in row["labels"]:
        said, condition = label["says"], label.get("condition")
        if said is not None and said not in row["passage"]:
            found.append(f"says {said!r} is not in the passage")
        if condition and condition not in row["passage"]:
            found.append(f"condition {condition!r} is not in the passage")
        if label["stance"] not in STANCES or (condition and label.get("condition_type") not in CONDITIONS):
            found.append(f"{label['stance']}, {label.get('condition_type')}")
        if label["stance"] == "conditional" and not condition:
            found.append("conditional on nothing")
        if not label["holder"] or not label["option"]:
            found.append("no holder or option")
    return found


def guessed_from_option(rows: Sequence[Row]) -> float:
    """Share of labels that are right if each option always got its most frequent stance."""
    by_option: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for label in row["labels"]:
            by_option[label["option"]][label["stance"]] += 1
    total = sum(count.total() for count in by_option.values())
    return sum(max(count.values()) for count in by_option.values()) / total


def near_duplicates(rows: Sequence[Row]) -> int:
    """How many passages are nearly the same as one before."""
    grams = [_grams(row["passage"]) for row in rows]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    alike = 0
    for number, own in enumerate(grams):
        shared = Counter(other for gram in own for other in holders[gram])
        alike += any(times / len(own | grams[other]) > ALIKE for other, times in shared.items())
        for gram in own:
            holders[gram].append(number)
    return alike


def _grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)}


def main() -> None:
    """Print the counts."""
    rows = written()
    stances = Counter(label["stance"] for row in rows for label in row["labels"])
    shares = ", ".join(f"{stance} {100 * times / stances.total():.0f} %" for stance, times in stances.most_common())
    talks = {row["talks"] for row in rows}
    print(f"{len(rows)} passages of {len(talks)} negotiations, {stances.total()} labels: {shares}")
    print(f"faults: {sum(len(faults(row)) for row in rows)}; near-duplicates: {near_duplicates(rows)}")
    print(f"right by guessing from the option alone: {100 * guessed_from_option(rows):.0f} %")


if __name__ == "__main__":
    main()
