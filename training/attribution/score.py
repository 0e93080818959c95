"""Score a model: `python -m training.attribution.score --scorer score_attribution.py [--model DIR] [--on dev]`.

The scorer is the corpora's own file; `--on choosing` takes the articles of train that are kept for choosing. Prints
the scorer's table and how many articles of 750 words are read per CPU-second.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from evals.corpora import scorer_of
from onrecord.attribute import attribute
from onrecord.attribute._model import ModelReader
from onrecord.model import Attribution
from training.attribution.corpus import PARTS, part

WORDS = 750  # of an article, when articles per second are counted


def plain(attribution: Attribution) -> dict[str, list[list[int]]]:
    """An attribution in the form that the scorer reads."""
    return {name: [[s.start, s.end] for s in getattr(attribution, name)] for name in ("source", "cue", "content")}


def main() -> None:
    """Read the words of the command line and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--on", choices=PARTS, default="choosing")
    args = parser.parse_args()
    rows = part(args.on)
    reader = ModelReader(args.model)
    began = time.process_time()
    read = {row["id"]: [plain(one) for one in attribute(row["text"], reader)] for row in rows}
    seconds = time.process_time() - began
    for name, value in scorer_of(args.scorer).score(rows, read).items():
        print(f"{name:18} {value}")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{'articles per CPU-s':18} {words / WORDS / seconds:.1f}")


if __name__ == "__main__":
    main()
