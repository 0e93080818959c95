"""The sample coverage against its truth: no figure falls below its floor."""

from __future__ import annotations

import pytest
import yaml

import onrecord
from evals.sample import EXAMPLES, Rate, score

# In percent: F1 where the program may also add something, else the share that is right.
FLOORS = {
    "publication date": 100,
    "basis of the date": 100,
    "outlet": 100,
    "dirt left out": 95,
    "statements": 80,
    "speaker": 86,
    "side": 86,
    "grade": 89,
    "mode": 90,
    "stance, option right": 78,  # was 90 with rules alone, which found fewer options
    "positions, end to end": 42,
    "copies": 100,
    # Some of what is told beside the truth's events is true (a vote of no confidence), and the truth doesn't mark it.
    "events": 62,
}


@pytest.fixture(scope="module")
def rates(sample: onrecord.Record) -> dict[str, Rate]:
    return score(sample, yaml.safe_load((EXAMPLES / "truth.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(rates: dict[str, Rate], figure: str) -> None:
    assert rates[figure].percent >= FLOORS[figure], f"{figure}: {rates[figure]}"
