"""The numbers of a negotiation table as arrays, the form that the models work on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stakes:
    """Arrays of … × issues × parties; `reference` is … × issues. Where a party has no stake, `position` is NaN and
    `salience`, `capability` and `spread` are 0. An unknown red line or reference point is NaN. Only `position` need
    have the leading axes (the draws of a Monte Carlo); the rest is broadcast."""

    position: Floats
    salience: Floats
    capability: Floats
    red_line: Floats
    spread: Floats
    reference: Floats

    @property
    def present(self) -> Flags:
        """Who has a stake in what."""
        return ~np.isnan(self.position)

    @property
    def weight(self) -> Floats:
        """Salience times capability, 0 where there is no stake, in the shape of `position`."""
        return np.where(self.present, self.salience * self.capability, 0.0)

    @property
    def filled(self) -> Floats:
        """Positions with 0 where there is no stake, for sums that weigh it with 0."""
        return np.where(self.present, self.position, 0.0)

    @property
    def range(self) -> tuple[Floats, Floats]:
        """The lowest and the highest position on each issue."""
        low = np.where(self.present, self.position, np.inf).min(-1)
        return low, np.where(self.present, self.position, -np.inf).max(-1)
