"""The models by name."""

from __future__ import annotations

from onrecord.analyse._outcomes.fitted import FITTED
from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.models.challenge import CHALLENGE
from onrecord.analyse._outcomes.models.exchange import EXCHANGE
from onrecord.analyse._outcomes.models.means import COMPROMISE, MEAN
from onrecord.analyse._outcomes.models.median import MEDIAN
from onrecord.analyse._outcomes.models.nash import NASH

_ALL = (MEAN, COMPROMISE, FITTED, MEDIAN, NASH, CHALLENGE, EXCHANGE)
MODELS: dict[str, Model] = {model.name: model for model in _ALL}
"""In the order they are shown: the one to beat first."""
