"""Statements of real news that were coded to train on, from articles that evals/positions has nothing of.

`real.jsonl` holds ids, offsets and codes; the text comes from the public corpora (docs/corpora.md). Coded by the guide
in evals/positions/guide.md, with the codebooks named there.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from evals.positions import CODEBOOKS
from evals.speakers import texts_of
from onrecord import code
from training.positions.passages import Row

REAL = Path(__file__).with_name("real.jsonl")
BESIDE = 4  # options without a stance that are asked beside a statement's own codes
NEAR = 900  # characters of the paragraph before that go with a statement


def real(draw: random.Random) -> Iterator[Row]:
    """A passage for each statement, in the form of the written ones, with some options on which it takes no stance.

    Codes that the coder was not sure of are left out. Raises FileNotFoundError where the public corpora are missing.
    """
    rows = [json.loads(line) for line in REAL.read_text(encoding="utf-8").splitlines()]
    for corpus, file in CODEBOOKS.items():
        texts = texts_of(corpus)
        options = {f"{issue.id}.{o.id}": o.description for issue in code.codebook(file).issues for o in issue.options}
        for row in rows:
            if row["corpus"] == corpus:
                yield passage_of(row, texts[row["article"]]["text"], options, draw)


def passage_of(row: Row, text: str, options: dict[str, str], draw: random.Random) -> Row:
    """One coded statement with its paragraph, and the one before where that is short."""
    spans = [span for part in ("source", "cue", "content") for span in row[part]]
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    start = text.rfind("\n", 0, low) + 1
    before = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    start = before if start - before < NEAR else start
    end = text.find("\n", high)
    passage = text[start : end if end >= 0 else len(text)]
    coded = {one["option"]: one for one in row["positions"]}
    others = [option for option in options if option not in coded]
    source = " ".join(text[a:b] for a, b in row["source"]) or "the article"
    asked = [one for one in row["positions"] if one["sure"]]
    return {
        "talks": row["corpus"],
        "passage": passage,
        "labels": [
            {
                "holder": one["holder"],
                "says": text[low:high],
                "option": options[one["option"]],
                "stance": one["stance"],
                "condition": _inside(one["condition"], text, passage),
            }
            for one in asked
        ]
        + [
            {"holder": source, "says": text[low:high], "option": options[option], "stance": "none", "condition": None}
            for option in draw.sample(others, min(BESIDE, len(others)))
        ],
    }


def _inside(span: list[int] | None, text: str, passage: str) -> str | None:
    """The words of a condition where the passage has them."""
    words = text[slice(*span)] if span else None
    return words if words and words in passage else None
