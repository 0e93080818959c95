"""Attributions against gold, beside textacy's `direct_quotations` on the same parse of the same paragraphs.

    python -m evals.attribution [GOLD.jsonl]       # default: PolNeAR's development part, see docs/corpora.md

readers      the readers that are compared                      `readers`
matching     which prediction is which gold unit                `matching`
cues         speech, judgement, belief, plan, finding           `cues`, `cues.tsv`
processes    speed, start-up and memory, each reader alone      `processes`
figures      all of it together, as a table                     `figures`, `tables`

The scorer is ../shared/tools/score_attribution.py (ONRECORD_SCORERS names another folder). To compare with people: one
of PolNeAR's annotators scored against another by the same scorer, on 84 other articles of PolNeAR that both had
annotated, reaches content F1 80.0, end to end 76.4, direct with speaker 97.7.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from evals.attribution.figures import Report, run, table
from evals.attribution.matching import read
from evals.attribution.processes import child
from evals.attribution.readers import READERS
from evals.corpora import corpora

__all__ = ["SLICE", "Report", "development", "main", "read", "run", "run_slice", "table"]

SLICE = 20  # articles on which the tests hold the floor


def development() -> Path:
    """PolNeAR's development part; it may not be there."""
    return corpora() / "polnear" / "dev.jsonl"


def run_slice() -> Report:
    """The figures of all readers on the first articles of PolNeAR's development part."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "slice.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in read(development())[:SLICE])
        return run(path)


def main(words: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Score attributions against gold.")
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--child", choices=sorted(READERS), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(words)
    gold = (arguments.gold or development()).absolute()
    if arguments.child:
        child(arguments.child, gold, arguments.out)
    else:
        print(table(run(gold)))
