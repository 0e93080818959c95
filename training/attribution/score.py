"""Score a model: `python -m training.attribution.score --scorer score_attribution.py [--model DIR] [--on dev]`.

The scorer is the corpora's own file; `--on choosing` takes the articles of train that are kept for choosing. Prints
the scorer's table and how many articles of 750 words are read per CPU-second.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import time
from pathlib import Path
from typing import Any, Protocol

from onrecord.attribute._model import ModelReader
from onrecord.model import Attribution
from onrecord.syntax import paragraphs_of
from training.attribution.data import Article, articles, is_choosing

WORDS = 750  # of an article, when articles per second are counted


class Scorer(Protocol):
    """The corpora's scorer, loaded from its file."""

    def score(self, gold_docs: list[Article], predicted: dict[str, Any]) -> dict[str, Any]:
        """All figures of predicted attributions against gold."""


def scorer_of(path: Path) -> Scorer:
    """The scorer in a file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorer: Scorer = module
    return scorer


def plain(attribution: Attribution) -> dict[str, list[list[int]]]:
    """An attribution in the form that the scorer reads."""
    return {name: [[s.start, s.end] for s in getattr(attribution, name)] for name in ("source", "cue", "content")}


def part(corpora: Path, name: str) -> list[Article]:
    """The articles to score on: "dev" or "choosing"."""
    if name == "dev":
        return articles(corpora / "polnear" / "dev.jsonl")
    return [row for row in articles(corpora / "polnear" / "train.jsonl") if is_choosing(row)]


def main() -> None:
    """Read the words of the command line and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--on", choices=("choosing", "dev"), default="choosing")
    args = parser.parse_args()
    rows = part(Path(os.environ.get("ONRECORD_CORPORA", "../shared/data")), args.on)
    reader = ModelReader(args.model)
    began = time.process_time()
    read = {
        row["id"]: [plain(one) for one, _ in reader.judged(row["text"], paragraphs_of(row["text"]))] for row in rows
    }
    seconds = time.process_time() - began
    for name, value in scorer_of(args.scorer).score(rows, read).items():
        print(f"{name:18} {value}")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{'articles per CPU-s':18} {words / WORDS / seconds:.1f}")


if __name__ == "__main__":
    main()
