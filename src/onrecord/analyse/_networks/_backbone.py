"""The backbone of a network: ties that are stronger than chance would spread a node's strength."""

from __future__ import annotations

import numpy as np

from onrecord.analyse._networks._counts import Floats
from onrecord.analyse._networks._network import Network
from onrecord.errors import InputError

LEVEL = 0.05


def backbone(network: Network, level: float = LEVEL) -> Network:
    """The network with only the ties that the disparity filter keeps; the others are 0.

    Serrano, Boguñá and Vespignani (2009), Extracting the multiscale backbone of complex weighted networks: a tie stays
    when, for one of its ends, a random split of the node's strength over its ties would give one so strong with a
    probability under `level`. A node with a single tie can't make it stay. Ties count by their size, whatever their
    sign. Raises InputError for a level that is not between 0 and 1.
    """
    if not 0 < level <= 1:
        raise InputError(f"{level} is no probability.", path="networks", field="backbone", advice="Give 0.05, say.")
    size = np.abs(network.matrix)
    likely = np.minimum(by_chance(size), by_chance(size.T).T)
    return network.with_matrix(np.where(likely < level, network.matrix, 0.0))


def by_chance(size: Floats) -> Floats:
    """For the node of each row, how likely a random split of its strength makes a tie so strong; 1 for no tie."""
    ties = np.count_nonzero(size, axis=1)[:, None]
    strength = size.sum(axis=1)[:, None]
    share = np.divide(size, strength, out=np.zeros_like(size), where=strength > 0)
    likely: Floats = np.where(size > 0, (1 - share) ** np.maximum(ties - 1, 0), 1.0)
    return likely
