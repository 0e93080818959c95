"""Make the figures by which the rules reader decides: `src/onrecord/data/attribute/{cues,traits}.tsv`.

    python training/cues/mine.py            # reads $ONRECORD_CORPORA/polnear/train.jsonl (default ../shared/data)

Every candidate that the frames make on annotated news is an example; it is right when its content overlaps an annotated
one by half (intersection over union of characters) and its source overlaps that one's source, or both have none.
Candidates inside an annotated content are left out, because the reader decides on them only where nothing around them
stands. A logistic model with a Gaussian prior is fitted to cue x frame, cue, frame and traits; the prior is what makes
a rare cue fall back on its frame. The tables hold lemmas and figures, no text of the corpus.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.attribute._candidates import Candidate
from onrecord.attribute._cues import ANY, Feature, features
from onrecord.attribute._frames import candidates
from onrecord.attribute._quotes import quotations
from onrecord.model import Span
from onrecord.syntax import Passage, paragraphs_of, parse

ROOT = Path(__file__).parents[2]
OUT = ROOT / "src" / "onrecord" / "data" / "attribute"
MARKS = "\"“”„«»‘’'`"
LEAST_SEEN = 2  # a cue in a frame that was seen less often has no line of its own
LEAST_FRAME = 50  # nor has a frame, which then is none
LEAST_WEIGHT = 0.02
PRIOR = 2.0  # strength of the pull of every weight to zero
ROUNDS = 400


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate's features, and whether annotators marked what it says."""

    features: tuple[Feature, ...]
    right: bool


def examples(row: dict[str, Any], passages: Sequence[Passage]) -> Iterator[Example]:
    """The examples of one annotated article."""
    text: str = row["text"]
    gold = [
        (_characters(text, Span(*piece)), [Span(*s) for s in a["source"]], Span(*piece))
        for a in row["attributions"]
        for piece in a["content"]
    ]
    quotes = quotations(text, [Span(p.start, p.end) for p in passages])
    for passage in passages:
        here = [q for q in quotes if passage.start <= q.outer.start < passage.end]
        near = [g for g in gold if g[2].start < passage.end and passage.start < g[2].end]
        for candidate in candidates(text, passage, here):
            right = _right(text, candidate, near)
            if right or not any(_inside(candidate, piece) for _, _, piece in near):
                yield Example(tuple(features(candidate)), right)


def _characters(text: str, span: Span) -> frozenset[int]:
    return frozenset(i for i in range(span.start, span.end) if not text[i].isspace() and text[i] not in MARKS)


def _inside(candidate: Candidate, piece: Span) -> bool:
    return piece.start <= candidate.cue[0].start and candidate.cue[-1].end <= piece.end


def _right(text: str, candidate: Candidate, gold: Sequence[tuple[frozenset[int], list[Span], Span]]) -> bool:
    hits = 0
    for piece in candidate.content:
        mine = _characters(text, piece)
        for theirs, source, _ in gold:
            common = len(mine & theirs)
            if common and common >= 0.5 * len(mine | theirs):
                hits += _same_source(candidate, source)
    return 2 * hits >= len(candidate.content)


def _same_source(candidate: Candidate, source: Sequence[Span]) -> bool:
    if not source:
        return not candidate.source
    return any(a.start < b.end and b.start < a.end for a in candidate.source for b in source)


def fit(data: Sequence[Example]) -> tuple[list[Feature], NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Features with their weight, how often each was seen and how often right."""
    numbers: dict[Feature, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for row, example in enumerate(data):
        for feature in example.features:
            columns.append(numbers.setdefault(feature, len(numbers)))
            rows.append(row)
    r, c = np.array(rows), np.array(columns)
    y = np.array([example.right for example in data], dtype=np.float64)
    seen = np.bincount(c, minlength=len(numbers))
    right = np.bincount(c, weights=y[r], minlength=len(numbers))
    w = np.zeros(len(numbers))
    squares = np.full(len(numbers), 1e-6)
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.bincount(r, weights=w[c], minlength=len(data))))
        gradient = np.bincount(c, weights=(p - y)[r], minlength=len(w)) + PRIOR * w
        squares += gradient**2
        w -= 0.5 * gradient / np.sqrt(squares)
    return list(numbers), w, seen.astype(np.int64), right.astype(np.int64)


def write(data: Sequence[Example], folder: Path) -> None:
    """Fit and write the two tables, in a fixed order."""
    names, weights, seen, right = fit(data)
    folder.mkdir(parents=True, exist_ok=True)
    head = "what\tframe\tseen\tright\tweight"
    cues, traits = [head], [head]
    frames = {name[1] for name, times in zip(names, seen, strict=True) if name[0] == "frame" and times >= LEAST_FRAME}
    for number in sorted(range(len(names)), key=lambda n: names[n]):
        what, frame = names[number]
        told = abs(weights[number]) >= LEAST_WEIGHT or what == "frame"
        if told and seen[number] >= LEAST_SEEN and frame in frames | {ANY}:
            line = f"{what.removeprefix('cue ')}\t{frame}\t{seen[number]}\t{right[number]}\t{weights[number]:.2f}"
            (cues if what.startswith("cue ") else traits).append(line)
    (folder / "cues.tsv").write_text("\n".join(cues) + "\n", encoding="utf-8")
    (folder / "traits.tsv").write_text("\n".join(traits) + "\n", encoding="utf-8")


def articles(path: Path) -> Iterator[tuple[dict[str, Any], Sequence[Passage]]]:
    """Annotated articles and their parses."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row, parse(row["text"], paragraphs_of(row["text"]))


def mine(corpus: Iterable[tuple[dict[str, Any], Sequence[Passage]]], folder: Path) -> None:
    """All of it: articles → examples → tables."""
    write([example for row, passages in corpus for example in examples(row, passages)], folder)


def main() -> None:
    """Read the corpus's training part and write the tables."""
    parser = argparse.ArgumentParser(description="Mine the figures of cues from annotated news.")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    corpora = Path(os.environ.get("ONRECORD_CORPORA", ROOT.parent / "shared" / "data"))
    mine(articles(corpora / "polnear" / "train.jsonl"), arguments.out)


if __name__ == "__main__":
    main()
