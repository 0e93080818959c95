"""All decided issues as one array of stakes, with what each model says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse._outcomes import MODELS, Stakes
from training.outcomes.decisions import Decision
from training.outcomes.learn import Floats

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Issues with a known outcome (`ended`), the number of the proposal of each, and by model what it says."""

    stakes: Stakes
    proposal: Numbers
    ended: Floats
    said: Mapping[str, Floats]

    @property
    def names(self) -> Numbers:
        """The proposals, each once."""
        return np.unique(self.proposal)


def sample(decisions: Sequence[Decision]) -> Sample:
    """The decided issues of all proposals. A model sees a proposal whole, as it may trade its issues."""
    tables = [decision.table.arrays() for decision in decisions]
    ended = np.concatenate([decision.ended for decision in decisions])
    proposal = np.concatenate([np.full(len(one.ended), number) for number, one in enumerate(decisions)])
    known = ~np.isnan(ended)
    said = {
        name: np.concatenate([model.settle(table) for table in tables])[known]
        for name, model in MODELS.items()
        if name != "fitted"  # which is what this is to fit
    }
    return Sample(_stacked(tables, known), proposal[known], ended[known], said)


def _stacked(tables: Sequence[Stakes], known: NDArray[np.bool_]) -> Stakes:
    return Stakes(
        **{one.name: np.concatenate([getattr(table, one.name) for table in tables])[known] for one in fields(Stakes)}
    )
