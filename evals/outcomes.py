"""Models of the outcome on decided proposals of the European Union: error, intervals, coverage; and how long they take.

python -m evals.outcomes          the table of errors and intervals, and what was tried beside it
python -m evals.outcomes timing   processor time of forecasts and of 10,000 draws
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from evals.corpora import corpora
from onrecord.analyse._outcomes import MODELS, Table, draws, forecasts, table
from onrecord.analyse._outcomes.draws import DRAWS
from training.outcomes.crossed import SEED, Intervals, Leaning
from training.outcomes.decisions import decisions
from training.outcomes.fit import DECISIONS, crossed, inside
from training.outcomes.learn import Floats
from training.outcomes.resampled import Mean, mean
from training.outcomes.sample import Sample, sample

SEEDS = range(SEED, SEED + 5)
SIZES = ((15, 13), (30, 100))


def known() -> Sample:
    """The decided issues. They are in the public corpora (docs/corpora.md)."""
    return sample(decisions(corpora() / DECISIONS))


def error(decided: Sample, said: Floats) -> Mean:
    """The mean absolute error of what a model says, with its 95 % interval."""
    return mean(np.abs(said - decided.ended), decided.proposal)


def baselines(decided: Sample) -> dict[str, Floats]:
    """What is not worth a model: a constant, the plain median, the reference point (known for a part)."""
    at = decided.stakes.position
    at_reference = np.where(np.isnan(at), np.nan, decided.stakes.reference[:, None])
    veto = MODELS["nash"].settle(replace(decided.stakes, red_line=at_reference))
    return {
        "constant 50": np.full(len(decided.ended), 50.0),
        "plain median": np.nanmedian(at, axis=1),
        "reference point": decided.stakes.reference,
        "nash, all veto": np.where(np.isnan(veto), decided.stakes.reference, veto),
    }


def main(arguments: Sequence[str] = ()) -> None:
    """Print the figures."""
    if "timing" in arguments:
        timing()
        return
    decided = known()
    print(f"{len(decided.ended)} issues of {len(decided.names)} proposals; mean absolute error, points of 100\n")
    print(f"{'':18}{'error':>6}{'95 % by proposal':>18}{'80 % holds':>12}{'half width':>12}")
    all_said = crossed(decided)
    for name, said in all_said.items():
        low, high = Intervals(decided, said).crossed()
        holds = mean(100 * inside(decided.ended, low, high), decided.proposal)
        figures = f"{holds.value:>11.1f}{(high - low).mean() / 2:>12.1f}"
        print(f"{name:18}{_error(error(decided, said))}{figures}")
    for name, said in baselines(decided).items():
        there = ~np.isnan(said)
        off = mean(np.abs(said - decided.ended)[there], decided.proposal[there])
        print(f"{name:18}{_error(off)}   on {there.sum()} issues")
    gain = np.abs(all_said["compromise"] - decided.ended) - np.abs(all_said["fitted"] - decided.ended)
    print(
        f"\nfitted is nearer than compromise by {_between(mean(gain, decided.proposal))}; its error over five foldings:"
    )
    print("  " + "  ".join(f"{error(decided, Leaning(decided).crossed(seed)).value:.2f}" for seed in SEEDS))
    print(f"best constant half width round the compromise: {constant_width(decided, all_said['compromise']):.1f}")


def constant_width(decided: Sample, said: Floats) -> float:
    """Half the mean width, within the scale, of the intervals of one width that hold 80 % of the outcomes."""
    off = float(np.quantile(np.abs(said - decided.ended), 0.8))
    return float((np.minimum(said + off, 100) - np.maximum(said - off, 0)).mean() / 2)


def timing() -> None:
    """Print processor seconds of one core at two sizes."""
    print(f"{'parties x issues':>16}{'model':>12}{'one table, s':>14}{f'{DRAWS:,} draws, s':>18}")
    for parties, issues in SIZES:
        made = invented(parties, issues)
        for name in MODELS:
            once = _seconds(partial(forecasts, made, [name]))
            many = f"{_seconds(partial(draws, made, [name])):.2f}" if parties == SIZES[0][0] else "-"
            print(f"{f'{parties} x {issues}':>16}{name:>12}{once:>14.3f}{many:>18} {_fewer(name)}")


def invented(parties: int, issues: int) -> Table:
    """A table of that size, everybody on every issue, drawn evenly."""
    random = np.random.default_rng(parties * issues)
    return table(
        [
            {
                "issue": f"i{issue}",
                "actor": f"a{party}",
                "position": round(random.uniform(0, 100), 1),
                "salience": round(random.uniform(0.05, 1), 2),
                "capability": round(random.uniform(0.1, 4), 2),
                "spread": 10,
            }
            for issue in range(issues)
            for party in range(parties)
        ]
    )


def _fewer(name: str) -> str:
    most = MODELS[name].draws
    return f"({most:,} draws at most)" if most < DRAWS else ""


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _error(off: Mean) -> str:
    return f"{off.value:6.1f}{f'[{off.low:.1f}, {off.high:.1f}]':>18}"


def _between(value: Mean) -> str:
    return f"{value.value:.2f} [{value.low:.2f}, {value.high:.2f}]"


if __name__ == "__main__":
    main(sys.argv[1:])
