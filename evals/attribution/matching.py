"""Which predicted unit is which gold unit: the scorer's own rule, kept apart from its sums.

A unit is a contiguous piece of content with its attribution's source (score_attribution.py).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from evals.corpora import Scorer, scorer_of, scorers

Row = dict[str, Any]
Unit = dict[str, Any]
ALIKE = 0.5  # intersection over union of the characters of two units that are one


def read(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


@cache
def scorer() -> Scorer:
    """The corpora's scorer. Raises FileNotFoundError where it is missing."""
    return scorer_of(scorers() / "score_attribution.py")


def match(text: str, gold: Sequence[Unit], predicted: Sequence[Unit]) -> dict[int, int]:
    """Gold unit by number → predicted unit by number; one to one, the most alike first."""
    gold_characters = [scorer().characters(text, [unit["span"]]) for unit in gold]
    predicted_characters = [scorer().characters(text, [unit["span"]]) for unit in predicted]
    alike = sorted(
        (
            (len(g & p) / len(g | p), i, j)
            for i, g in enumerate(gold_characters)
            for j, p in enumerate(predicted_characters)
            if g & p
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in alike:
        if share >= ALIKE and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def speaker_right(gold: Unit, predicted: Unit) -> bool:
    """Whether the sources share a character; where gold names none, whether none is predicted."""
    if gold["source"]:
        return scorer().overlap(gold["source"], predicted["source"])
    return not predicted["source"]
