"""What the models say of a table, each with its 80 % interval and the error it was measured to have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.analyse._outcomes.all_models import MODELS
from onrecord.analyse._outcomes.fitted import Measured, fit
from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.nouns import Scale, Table
from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a model says that an issue ends, in points of its scale.

    `outcome` is None where it sees no agreement, as are then `low` and `high`, the ends of the 80 % interval.
    `measured` is how far off the model was where outcomes are known.
    """

    issue: str
    model: str
    outcome: float | None
    low: float | None
    high: float | None
    measured: Measured


def forecasts(table: Table, models: Sequence[str] | None = None) -> tuple[Forecast, ...]:
    """A forecast for each issue of the table by each model (all of them by default), in the order of the table.

    Raises InputError for a model that is not known.
    """
    stakes, found = table.arrays(), []
    for model in chosen(models):
        outcome = model.settle(stakes)
        low, high = fit().bounds[model.name].interval(stakes, outcome)
        for number, scale in enumerate(table.scales):
            at, lower, upper = (_known(array[number]) for array in (outcome, low, high))
            found.append(Forecast(scale.id, model.name, at, lower, upper, fit().measured[model.name]))
    order = {scale.id: number for number, scale in enumerate(table.scales)}
    return tuple(sorted(found, key=lambda one: order[one.issue]))


def chosen(names: Sequence[str] | None) -> tuple[Model, ...]:
    """Models by their names, each once; all of them for None. Raises InputError for one that is not known."""
    for name in names or ():
        if name not in MODELS:
            raise InputError("there is no such model.", path=name, advice=f"Models are {', '.join(MODELS)}.")
    return tuple(model for model in MODELS.values() if not names or model.name in names)


def nearest(scale: Scale, place: float) -> str | None:
    """What the mark of a scale nearest to a place means, the lower of two; None for a scale without marks."""
    marks = sorted(scale.marks, key=lambda mark: (abs(mark.place - place), mark.place))
    return marks[0].label.strip() if marks else None


def _known(value: np.float64) -> float | None:
    return None if np.isnan(value) else float(value)
