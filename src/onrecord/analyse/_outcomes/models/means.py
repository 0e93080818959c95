"""The plain mean, and the mean weighted by salience and capability: the compromise model.

The compromise model is Van den Bos, J. (1991), Dutch EC Policy Making, Utrecht, ch. 5. Achen, C. (2006), Institutional
realism and bargaining models, in Thomson et al., The European Union Decides, Cambridge, pp. 86–123, derives it as a
first approximation of the Nash bargaining solution when everybody dreads failure.
"""

from __future__ import annotations

from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.stakes import Floats, Stakes


def mean(stakes: Stakes) -> Floats:
    """The mean of the positions, whoever holds them."""
    counted: Floats = stakes.filled.sum(-1) / stakes.present.sum(-1)
    return counted


def compromise(stakes: Stakes) -> Floats:
    """The mean of the positions, weighted by salience times capability."""
    weight = stakes.weight
    weighted: Floats = (stakes.filled * weight).sum(-1) / weight.sum(-1)
    return weighted


MEAN = Model("mean", "Plain mean", "the one to beat", mean)
COMPROMISE = Model("compromise", "Compromise (weighted mean)", "Van den Bos 1991; Achen 2006", compromise)
