"""Floors of the models of an outcome on decided proposals, and that what ships is what was measured."""

from __future__ import annotations

import numpy as np
import pytest

from evals.corpora import corpora
from evals.outcomes import baselines, constant_width, error, known
from onrecord.analyse._outcomes import MODELS, fit
from training.outcomes.crossed import Intervals, Leaning
from training.outcomes.fit import DECISIONS, inside
from training.outcomes.sample import Sample

pytestmark = pytest.mark.corpora


@pytest.fixture(scope="module")
def decided() -> Sample:
    path = corpora() / DECISIONS
    if not path.is_file():
        pytest.skip(f"no {path}: the public corpora are not here (docs/corpora.md)")
    return known()


def test_the_corpus_is_the_one_that_figures_are_known_for(decided: Sample) -> None:
    assert (len(decided.ended), len(decided.names)) == (353, 137)


def test_errors_are_those_that_others_report(decided: Sample) -> None:
    compromise = error(decided, decided.said["compromise"])
    assert (compromise.value, compromise.low, compromise.high) == pytest.approx((23.1, 21.0, 25.2), abs=0.05)
    assert error(decided, decided.said["mean"]).value == pytest.approx(23.7, abs=0.05)
    assert error(decided, decided.said["exchange"]).value == pytest.approx(24.7, abs=0.3)
    plain = {name: float(np.nanmean(np.abs(said - decided.ended))) for name, said in baselines(decided).items()}
    assert plain["constant 50"] == pytest.approx(28.0, abs=0.05)
    assert plain["plain median"] == pytest.approx(28.6, abs=0.05)
    assert plain["reference point"] == pytest.approx(51.1, abs=0.05)


def test_a_model_is_shown_with_the_error_that_it_has(decided: Sample) -> None:
    for name in MODELS.keys() - {"fitted"}:
        measured = error(decided, decided.said[name])
        shown = fit().measured[name]
        assert (shown.error, shown.low, shown.high) == pytest.approx(
            (measured.value, measured.low, measured.high), abs=1e-3
        )


def test_the_fitted_model_is_crossed_over_proposals(decided: Sample) -> None:
    said = Leaning(decided).crossed()
    assert error(decided, said).value < 23.3
    assert fit().measured["fitted"].error == pytest.approx(error(decided, said).value, abs=1e-3)


def test_intervals_hold_what_they_say_and_are_narrower_than_a_constant(decided: Sample) -> None:
    said = decided.said["compromise"]
    low, high = Intervals(decided, said).crossed()
    assert 0.78 <= inside(decided.ended, low, high).mean() <= 0.82
    assert (high - low).mean() / 2 < constant_width(decided, said) - 2
    assert all(0.78 <= one.covered <= 0.82 and one.half_width < 32 for one in fit().measured.values())
