"""Review: which statement a person looks at next, how sure the machine is after what people decided, and how far two
people agree.

    material = review.material_of(Record("talks.onrecord"))
    for one in review.queue(material, review.Filter(side="Orlund")):
        print(one.sure, one.statement)
    for one in review.agreement("talks.onrecord", "mira", "ole"):
        print(one.variable, one.percent, one.kappa, one.alpha)

docs/judgements.md says how the order comes about, what it is worth, and which formulas agreement is counted by.
"""

from onrecord.analyse._review.agreement import Agreement, Disagreement, agreement, reviewers
from onrecord.analyse._review.calibration import Calibration, calibrated
from onrecord.analyse._review.coefficients import alpha, kappa, percent
from onrecord.analyse._review.filter import Filter
from onrecord.analyse._review.material import Material, material_of
from onrecord.analyse._review.queue import Queued, queue

__all__ = [
    "Agreement",
    "Calibration",
    "Disagreement",
    "Filter",
    "Material",
    "Queued",
    "agreement",
    "alpha",
    "calibrated",
    "kappa",
    "material_of",
    "percent",
    "queue",
    "reviewers",
]
