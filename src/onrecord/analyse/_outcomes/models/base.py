"""What all models have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.analyse._outcomes.stakes import Floats, Stakes


@dataclass(frozen=True, slots=True)
class Model:
    """A published model. `settle` takes stakes (… × issues × parties) and gives outcomes (… × issues) from 0 to 100,
    NaN where the model sees no agreement. `source` is who published it. `joint` models trade one issue for another, so
    that what comes out for an issue depends on the rest of the table. `draws` is how many draws of a Monte Carlo
    are worth waiting for."""

    name: str
    title: str
    source: str
    settle: Callable[[Stakes], Floats]
    joint: bool = False
    draws: int = 10_000
