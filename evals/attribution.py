"""Attributions against gold, beside textacy's `direct_quotations` on the same parse of the same paragraphs.

    python -m evals.attribution [GOLD.jsonl]       # default: PolNeAR's development part, see docs/corpora.md

The scorer is ../shared/tools/score_attribution.py (ONRECORD_SCORERS names another folder). Speed is articles per second
of process CPU time on one thread, with all that a reader needs but loading; memory is the peak of a process of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from evals.corpora import ROOT, corpora, scorers
from onrecord.attribute import attribute, reader
from onrecord.model import Span
from onrecord.syntax import Passage, paragraphs_of, parse

Row = dict[str, Any]
Plain = dict[str, list[list[int]]]
SLICE = 20  # articles on which the tests hold the floor
KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Result:
    """One reader's figures: percent, articles per CPU-second, MB (10^6 bytes)."""

    name: str
    content_f1: float
    end_to_end_f1: float
    direct_with_speaker: float
    recall: dict[str, float]
    articles_per_cpu_second: float
    peak_mb: float


def development() -> Path:
    """PolNeAR's development part; it may not be there."""
    return corpora() / "polnear" / "dev.jsonl"


def run(gold: Path | None = None) -> dict[str, Any]:
    """Score all readers on a JSON Lines file of annotated articles. Returns {"gold", "articles", "results"}.

    Each reads in a process of its own, one after the other, with one thread.
    """
    path = gold or development()
    rows = read(path)
    return {
        "gold": str(path),
        "articles": len(rows),
        "results": [asdict(_in_own_process(name, path, rows)) for name in READERS],
    }


def slice_floor(name: str, rows: int = SLICE) -> dict[str, Any]:
    """The scorer's figures of a reader on the first articles of PolNeAR's development part, in this process."""
    gold = read(development())[:rows]
    return score(gold, {row["id"]: ours(row["text"], name) for row in gold})


def read(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def score(gold: Sequence[Row], predicted: dict[str, list[Plain]]) -> dict[str, Any]:
    """What the scorer says of predictions by article id."""
    spec = importlib.util.spec_from_file_location("score_attribution", scorers() / "score_attribution.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(scorers() / "score_attribution.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    figures: dict[str, Any] = module.score(gold, predicted)
    return figures


def ours(text: str, name: str) -> list[Plain]:
    """The attributions of one of onrecord's readers."""
    return [_plain(a.source, a.cue, a.content) for a in attribute(text, reader(name))]


def textacys(text: str) -> list[Plain]:
    """The direct quotations that textacy finds, a paragraph at a time; it gives up on a paragraph with odd marks."""
    from textacy.extract.triples import direct_quotations

    found: list[Plain] = []
    for passage in parse(text, paragraphs_of(text)):
        try:
            triples = list(direct_quotations(passage.doc))
        except ValueError:
            continue
        for triple in triples:
            content = (passage.span(triple.content[0], triple.content[-1]),)
            found.append(_plain(_each(passage, triple.speaker), _each(passage, triple.cue), content))
    return found


READERS: dict[str, Callable[[str], list[Plain]]] = {
    "onrecord model": partial(ours, name="model"),
    "onrecord rules": partial(ours, name="rules"),
    "textacy direct_quotations": textacys,
}


def _each(passage: Passage, tokens: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(passage.span(token, token) for token in tokens)


def _plain(source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> Plain:
    parts = {"source": source, "cue": cue, "content": content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}


def _in_own_process(name: str, path: Path, rows: Sequence[Row]) -> Result:
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "read.json"
        command = [sys.executable, "-m", "evals.attribution", str(path), "--child", name, "--out", str(out)]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **one_thread})
        told = json.loads(out.read_text(encoding="utf-8"))
    figures = score(rows, told["predicted"])
    return Result(
        name=name,
        content_f1=figures["content"]["f1"],
        end_to_end_f1=figures["end_to_end"]["f1"],
        direct_with_speaker=figures["direct"]["with_speaker"],
        recall={kind: figures["recall_by_kind"][kind]["end_to_end"] for kind in KINDS},
        articles_per_cpu_second=round(len(rows) / told["cpu_seconds"], 2),
        peak_mb=round(told["peak_bytes"] / 1e6),
    )


def _child(name: str, path: Path, out: Path) -> None:
    attributions = READERS[name]
    rows = read(path)
    attributions("“We are ready,” the minister said.")  # loads the model and the tables before the clock starts
    started = time.process_time()
    predicted = {row["id"]: attributions(row["text"]) for row in rows}
    seconds = time.process_time() - started
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    told = {"predicted": predicted, "cpu_seconds": seconds, "peak_bytes": peak}
    out.write_text(json.dumps(told), encoding="utf-8")


def table(told: dict[str, Any]) -> str:
    """The figures of `run` as a table of plain text."""
    head = ["", "content F1", "end-to-end F1", "direct + speaker", *KINDS, "articles/CPU s", "peak MB"]
    lines = [head]
    for r in told["results"]:
        figures = [
            r["content_f1"],
            r["end_to_end_f1"],
            r["direct_with_speaker"],
            *(r["recall"][kind] for kind in KINDS),
        ]
        lines.append([r["name"], *(f"{figure:.1f}" for figure in figures), str(r["articles_per_cpu_second"])])
        lines[-1].append(str(r["peak_mb"]))
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    title = f"{told['articles']} articles of {Path(told['gold']).name}; recall by kind is end to end"
    body = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([title, *body])


def main(words: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Score attributions against gold.")
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--child", choices=sorted(READERS), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(words)
    gold = (arguments.gold or development()).absolute()
    if arguments.child:
        _child(arguments.child, gold, arguments.out)
    else:
        print(table(run(gold)))


if __name__ == "__main__":
    main()
