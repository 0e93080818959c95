"""Copies against pairs of articles labelled by reading (`pairs.jsonl`, `guide.md`), beside whole-article MinHash.

A pair counts as found when it shares a passage; "copy" and "part" are to be found, "utterance" (the same words quoted)
and "unrelated" are not. The baseline is what near-duplicate filters do: the Jaccard of the articles' 5-grams, estimated
by MinHash, from a usual threshold. Thresholds were chosen on the open half; the shut half is for measuring only.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from rensa import RMinHash

from evals.corpora import corpora
from onrecord import trace
from onrecord.model import Paragraph, Reuse
from onrecord.syntax import paragraphs_of

GOLD = Path(__file__).parent / "pairs.jsonl"
PRESENT = ("copy", "part")
JACCARD = (0.5, 0.8)  # the lowest threshold in common use, and the usual one
_PERMUTATIONS, _SEED, _GRAM = 128, 1, 5

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, wrong and missed pairs; precision and recall are None where nothing was found or was to be found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def gold(half: str) -> list[dict[str, Any]]:
    """The labelled pairs of a half, "open" or "shut"."""
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["part"] == half]


@cache
def stories(collection: str) -> tuple[trace.Story, ...]:
    """The articles of a collection of the public coverage."""
    lines = (corpora() / "coverage" / f"{collection}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(
        trace.Story(
            row["id"], row["outlet"], row["published"], row["text"], [*map(Paragraph, paragraphs_of(row["text"]))]
        )
        for row in map(json.loads, lines)
    )


def found(collections: Collection[str]) -> dict[Pair, Reuse]:
    """The pairs that onrecord finds in these collections, by their ids."""
    return {(pair.a, pair.b): pair for name in sorted(collections) for pair in trace.reuse(stories(name))}


def alike(collections: Collection[str]) -> dict[Pair, float]:
    """The pairs of each collection with their Jaccard as MinHash estimates it: the baseline. All pairs, as it is small
    enough."""
    pairs = {}
    for name in sorted(collections):
        minhashes = {}
        for story in stories(name):
            words = story.text.casefold().split()
            minhashes[story.id] = RMinHash(_PERMUTATIONS, _SEED)
            minhashes[story.id].update([" ".join(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)])
        for a, b in combinations(sorted(minhashes), 2):
            pairs[a, b] = minhashes[a].jaccard(minhashes[b])
    return pairs


def counts(labelled: Sequence[Mapping[str, Any]], pairs: Collection[Pair]) -> Counts:
    """How many of the labelled pairs were rightly and wrongly found, and how many that were to be found were not."""
    said = [(row["label"] in PRESENT, _key(row) in pairs) for row in labelled]
    return Counts(said.count((True, True)), said.count((False, True)), said.count((True, False)))


def first_right(labelled: Sequence[Mapping[str, Any]], pairs: Mapping[Pair, Reuse]) -> Counts:
    """Of the copies that were found: how often the one named as first was the right one."""
    said = [
        (row["first"] and row[row["first"]], pairs[_key(row)].first)
        for row in labelled
        if row["label"] in PRESENT and _key(row) in pairs
    ]
    right = sum(want is not None and want == got for want, got in said)
    return Counts(
        right, sum(got is not None for _, got in said) - right, sum(want is not None for want, _ in said) - right
    )


def _key(row: Mapping[str, Any]) -> Pair:
    a, b = sorted((row["a"], row["b"]))
    return a, b


def main() -> None:
    """Print precision and recall of both halves beside the baseline, then which came first."""
    names = {row["collection"] for half in ("open", "shut") for row in gold(half)}
    pairs, whole = found(names), alike(names)
    for half, about in (
        ("shut", "the half that nothing was chosen on"),
        ("open", "the half thresholds were chosen on"),
    ):
        rows = gold(half)
        present = sum(row["label"] in PRESENT for row in rows)
        print(f"{half}, {about}: {len(rows)} pairs, {present} of them copies or parts")
        _print("shared passages", counts(rows, pairs))
        for least in JACCARD:
            _print(
                f"MinHash Jaccard ≥ {least}", counts(rows, {pair for pair, share in whole.items() if share >= least})
            )
        _print("which was first", first_right(rows, pairs))


def _print(name: str, counted: Counts) -> None:
    shares = (counted.precision, counted.recall)
    precision, recall = ("–" if share is None else f"{share:.1%}" for share in shares)
    numbers = f"({counted.right} right, {counted.wrong} wrong, {counted.missed} missed)"
    print(f"  {name:<24}precision {precision:>6}  recall {recall:>6}  {numbers}")


if __name__ == "__main__":
    main()
