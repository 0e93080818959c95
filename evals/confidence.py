"""Is a confidence of .8 right eight times in ten? Both readers on annotated news.

    python -m evals.confidence [GOLD.jsonl]        # default: PolNeAR's development part, see docs/corpora.md

An attribution is right when at least half of its units are as the scorer counts them end to end: content matched and
speaker right. The expected calibration error (ECE) is the gap between mean confidence and share right of a bin, as a
mean over the attributions (Naeini, Cooper and Hauskrecht 2015); once with ten bins of equal width, once with ten that
hold equally many.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.attribution import SLICE, development
from evals.attribution.matching import match, read, scorer, speaker_right
from onrecord.attribute import attribute, reader
from onrecord.model import Attribution

BINS = 10
READERS = ("model", "rules")

Row = dict[str, Any]
Plain = dict[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions of like confidence: the confidence's bounds and mean, how many, and the share that is right."""

    low: float
    high: float
    number: int
    mean: float
    right: float


def judged(row: Row, found: Sequence[Attribution]) -> list[bool]:
    """Whether each attribution is right, found in the text of an annotated article."""
    hits = units_right(row, [plain(one) for one in found])
    return [2 * sum(of_one) >= len(of_one) > 0 for of_one in hits]


def units_right(row: Row, found: Sequence[Plain]) -> list[list[bool]]:
    """For each attribution whether each of its units is right end to end."""
    text: str = row["text"]
    gold = scorer().units(text, row["attributions"])
    pieces = [scorer().units(text, [one]) for one in found]
    units = [unit for of_one in pieces for unit in of_one]
    matched = match(text, gold, units).items()
    hits = {mine for theirs, mine in matched if speaker_right(gold[theirs], units[mine])}
    number = count()
    return [[next(number) in hits for _ in of_one] for of_one in pieces]


def plain(attribution: Attribution) -> Plain:
    """An attribution in the form that the scorer reads."""
    return {name: [[s.start, s.end] for s in getattr(attribution, name)] for name in ("source", "cue", "content")}


def of_equal_width(confidence: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """Bins of a tenth each, those that hold none left out."""
    sure = np.asarray(confidence, dtype=np.float64)
    number = np.minimum((sure * BINS + 1e-9).astype(int), BINS - 1)
    groups = [np.flatnonzero(number == at) for at in range(BINS)]
    return [_bin(at / BINS, (at + 1) / BINS, at_, sure, right) for at, at_ in enumerate(groups) if len(at_)]


def of_equal_mass(confidence: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """Ten bins of as many attributions each, from the least sure on."""
    sure = np.asarray(confidence, dtype=np.float64)
    groups = [group for group in np.array_split(np.argsort(sure, kind="stable"), BINS) if len(group)]
    return [_bin(sure[group[0]], sure[group[-1]], group, sure, right) for group in groups]


def _bin(low: float, high: float, at: NDArray[np.int64], sure: NDArray[np.float64], right: Sequence[bool]) -> Bin:
    share = np.asarray(right, dtype=np.float64)[at].mean()
    return Bin(float(low), float(high), len(at), float(sure[at].mean()), float(share))


def error(bins: Sequence[Bin]) -> float:
    """The expected calibration error, 0 to 1; 0 where there is nothing."""
    return sum(abs(one.mean - one.right) * one.number for one in bins) / max(1, sum(one.number for one in bins))


def measured(name: str, rows: Sequence[Row]) -> tuple[list[float], list[bool]]:
    """The confidence of all attributions of a reader on annotated articles, and which of them are right."""
    by = reader(name)
    confidence: list[float] = []
    right: list[bool] = []
    for row in rows:
        found = attribute(row["text"], by)
        confidence += [one.confidence for one in found if one.confidence is not None]
        right += judged(row, found)
    if len(confidence) != len(right):
        raise ValueError(f"{len(right) - len(confidence)} attributions of the reader {name!r} have no confidence.")
    return confidence, right


def slice_error(name: str) -> float:
    """The error (bins of equal width) on the articles on which the tests hold the floor."""
    return error(of_equal_width(*measured(name, read(development())[:SLICE])))


def table(name: str, confidence: Sequence[float], right: Sequence[bool]) -> str:
    """A reader's reliability as plain text."""
    wide, even = of_equal_width(confidence, right), of_equal_mass(confidence, right)
    lines = [f"{name}: {len(right):,} attributions, {100 * sum(right) / max(1, len(right)):.1f} % right"]
    lines += ["  confidence       n   mean  share right"]
    lines += [f"  {b.low:.1f} to {b.high:.1f}  {b.number:6,}   {b.mean:.2f}  {b.right:.2f}" for b in wide]
    return "\n".join([*lines, f"  ECE {100 * error(wide):.1f} % (equal width), {100 * error(even):.1f} % (equal mass)"])


def main(words: Sequence[str] | None = None) -> None:
    """Print both readers' tables."""
    parser = argparse.ArgumentParser(description="Hold confidences against what is right.")
    parser.add_argument("gold", type=Path, nargs="?")
    rows = read(parser.parse_args(words).gold or development())
    print("\n\n".join(table(name, *measured(name, rows)) for name in READERS))


if __name__ == "__main__":
    main()
