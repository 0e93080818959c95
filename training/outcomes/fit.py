"""Measure every model on decided proposals, and fit what ships: the blend of signs and the bounds of the intervals.

    python -m training.outcomes.fit

It writes `src/onrecord/data/analyse/outcomes.json`. Measured figures are cross-validated over proposals; the weights
that ship are fitted to all of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from evals.corpora import ROOT, corpora
from onrecord.analyse._outcomes import Measured
from training.outcomes.crossed import Intervals, Leaning
from training.outcomes.decisions import decisions
from training.outcomes.learn import Floats
from training.outcomes.resampled import mean
from training.outcomes.sample import Sample, sample

FILE = ROOT / "src" / "onrecord" / "data" / "analyse" / "outcomes.json"
DECISIONS = Path("outcomes") / "deu3.tsv"
DIGITS = 4


def crossed(known: Sample) -> dict[str, Floats]:
    """What each model says, the fitted one by what was fitted to other proposals; in the order of the error."""
    said = {**known.said, "fitted": Leaning(known).crossed()}
    return dict(sorted(said.items(), key=lambda one: float(np.abs(one[1] - known.ended).mean())))


def measured(known: Sample, said: Floats) -> Measured:
    """The error of what a model says, and of its intervals by what was fitted to other proposals."""
    error = mean(np.abs(said - known.ended), known.proposal)
    low, high = Intervals(known, said).crossed()
    covered = float(inside(known.ended, low, high).mean())
    return Measured(error.value, error.low, error.high, covered, float((high - low).mean() / 2))


def inside(ended: Floats, low: Floats, high: Floats) -> Floats:
    """1 where an outcome lies in its interval, the ends included, else 0."""
    return np.where((low <= ended) & (ended <= high), 1.0, 0.0)


def shipped(known: Sample) -> dict[str, Any]:
    """All of the file."""
    leaning = Leaning(known)
    every = np.arange(len(known.ended))
    weights = dict(zip(leaning.columns.names, map(float, leaning.fit(every)), strict=True))
    models = {
        name: {"measured": asdict(measured(known, said)), "bounds": asdict(Intervals(known, said).fit(every))}
        for name, said in sorted(crossed(known).items())
    }
    proposals = f"{len(known.ended)} issues of {len(known.names)} legislative proposals of the European Union"
    return {"measured_on": f"{proposals}, 1996 to 2018", "leaning": weights, "models": models}


def main() -> None:
    """Write the file."""
    known = sample(decisions(corpora() / DECISIONS))
    text = json.dumps(_rounded(shipped(known)), indent=2) + "\n"
    FILE.write_text(text, encoding="utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    return round(value, DIGITS) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
