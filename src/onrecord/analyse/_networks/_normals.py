"""Normalisations: what a tie is divided by, so that those who speak much do not look close to everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import numpy as np

from onrecord.analyse._networks._counts import Counts, Floats, dense
from onrecord.analyse._networks._measures import Measure, lengths

OneModeNormal = Literal["none", "average", "jaccard", "cosine", "dna-cosine"]
TwoModeNormal = Literal["none", "activity", "prominence"]
Normal = Literal["none", "average", "jaccard", "cosine", "dna-cosine", "activity", "prominence"]
NORMALS: tuple[Normal, ...] = get_args(Normal)


def normalised(matrix: Floats, counts: Counts, normal: Normal, measure: Measure) -> Floats:
    """A matrix divided cell by cell; where there is nothing to divide by, the tie is 0."""
    divisor = DIVISORS[normal](counts, measure)
    return np.divide(matrix, divisor, out=np.zeros_like(matrix), where=divisor != 0)


def _none(_counts: Counts, _measure: Measure) -> Floats:
    return np.ones((1, 1))


def _average(counts: Counts, _measure: Measure) -> Floats:
    """The mean of the numbers of claims of both."""
    activity = counts.total.sum(axis=1)
    mean: Floats = (activity[:, None] + activity[None, :]) / 2
    return mean


def _jaccard(counts: Counts, _measure: Measure) -> Floats:
    """As the Discourse Network Analyzer has it: claims (column and value) that only the one makes, those that only the
    other makes, and the products of those that both make. It is Jaccard's index when nobody makes a claim twice."""
    made = counts.full.sign()
    only = counts.total.sum(axis=1)[:, None] - dense(counts.full @ made.T)
    both = dense(counts.full @ counts.full.T)
    union: Floats = only + only.T + both
    return union


def _cosine(counts: Counts, measure: Measure) -> Floats:
    """The product of the lengths of both: what remains is the cosine of the angle between them (Salton and McGill
    1983), 1 when they say the same in the same proportions."""
    long = lengths(counts, measure)
    return np.outer(long, long)


def _dna_cosine(counts: Counts, _measure: Measure) -> Floats:
    """What the Discourse Network Analyzer calls cosine: the product of the numbers of claims of both."""
    activity = counts.total.sum(axis=1)
    return np.outer(activity, activity)


def _activity(counts: Counts, _measure: Measure) -> Floats:
    """The number of claims of the row."""
    claims: Floats = counts.total.sum(axis=1, keepdims=True)
    return claims


def _prominence(counts: Counts, _measure: Measure) -> Floats:
    """The number of claims on the column."""
    claims: Floats = counts.total.sum(axis=0, keepdims=True)
    return claims


DIVISORS: dict[Normal, Callable[[Counts, Measure], Floats]] = {
    "none": _none,
    "average": _average,
    "jaccard": _jaccard,
    "cosine": _cosine,
    "dna-cosine": _dna_cosine,
    "activity": _activity,
    "prominence": _prominence,
}
