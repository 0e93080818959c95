"""Choose what decoding hangs on: `python -m training.attribution.choose --scorer score_attribution.py [--model DIR]`.

The network reads the articles kept for choosing once; then each field of `Decoding` in turn is moved to its neighbours
as long as content and end-to-end F1 together rise. Prints every step that helped and the fields at the end.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evals.corpora import Scorer, scorer_of
from onrecord.attribute._model import ModelReader
from onrecord.attribute._model_decode import Decoding, decode
from onrecord.attribute._model_scores import Scores
from onrecord.attribute._model_windows import Window, windows_of
from onrecord.attribute._quotes import quotations
from onrecord.syntax import paragraphs_of
from training.attribution.corpus import Article, part

STEPS: dict[str, float] = {
    "edges": 0.125,
    "entry": 0.5,
    "bias": 0.25,
    "pointing": 0.125,
    "least": 0.04,
    "short": 0.05,
    "none": 0.06,
    "by_cue": 0.125,
    "cue": 0.06,
    "floor": 1.0,
}
ROUNDS = 2


Scored = list[tuple[Window, Scores]]


def scored(reader: ModelReader, rows: Sequence[Article]) -> dict[str, Scored]:
    """The network's scores of all windows, by article."""
    out: dict[str, Scored] = {}
    for row in rows:
        text, paragraphs = row["text"], paragraphs_of(row["text"])
        quotes = quotations(text, paragraphs)
        windows = windows_of(text, paragraphs, reader.tokenizer)
        out[row["id"]] = [(w, reader.scores(text, w, quotes)) for w in windows]
    return out


def figures(scorer: Scorer, rows: list[Article], read: dict[str, Scored], with_: Decoding) -> tuple[float, float]:
    """Content F1 and end-to-end F1 on the articles with the given decoding."""
    predicted = {name: [one for w, s in windows for one in _plain(w, s, with_)] for name, windows in read.items()}
    result = scorer.score(rows, predicted)
    return result["content"]["f1"], result["end_to_end"]["f1"]


def _plain(window: Window, scores: Scores, with_: Decoding) -> list[dict[str, list[list[int]]]]:
    def spans(runs: Sequence[tuple[int, int]]) -> list[list[int]]:
        return [[window.starts[a], window.ends[b - 1]] for a, b in runs]

    found = decode(scores, with_)
    return [
        {"source": spans([f.source] if f.source else []), "cue": spans([f.cue]), "content": spans(f.content)}
        for f in found
    ]


def main() -> None:
    """Read the words of the command line and choose."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    args = parser.parse_args()
    scorer = scorer_of(args.scorer)
    rows = part("choosing")
    read = scored(ModelReader(args.model), rows)
    best = Decoding()
    content, whole = figures(scorer, rows, read, best)
    print(f"content {content} end to end {whole}", flush=True)
    for _ in range(ROUNDS):
        for name, step in STEPS.items():
            for sign in (1, -1):
                while True:
                    other = replace(best, **{name: round(getattr(best, name) + sign * step, 4)})
                    there = figures(scorer, rows, read, other)
                    if sum(there) <= content + whole:
                        break
                    best, (content, whole) = other, there
                    print(f"{name} {getattr(best, name)}: content {content} end to end {whole}", flush=True)
    print(best)


if __name__ == "__main__":
    main()
