"""What a tie means: each measure turns counts into a matrix.

After Leifeld, Gruber and Bossner (2016), Discourse Network Analyzer Manual, and Leifeld (2017), Discourse Network
Analysis, in the Oxford Handbook of Political Networks. With values on a scale, two claims are as far apart as their
values are, as a share of the scale; congruence weights a pair by what is left of that, conflict by the distance.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from scipy import sparse

from onrecord.analyse._networks._claims import Scale
from onrecord.analyse._networks._counts import Counts, Floats, dense

Measure = Literal["ignore", "congruence", "conflict", "subtract", "combine"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
MOST_LEVELS = 50  # of a combined tie, which has a bit for each value


def one_mode(counts: Counts, measure: Measure) -> Floats:
    """Ties among rows by the columns they share; the diagonal is a row with itself.

    "ignore" counts pairs of claims on the same column; "congruence" and "conflict" those that agree and disagree;
    "subtract" is congruence less conflict. Raises ValueError for "combine", which has no one-mode form.
    """
    if measure == "ignore":
        total: Floats = counts.total @ counts.total.T
        return total
    weights = {
        "congruence": 1 - counts.distance,
        "conflict": counts.distance,
        "subtract": 1 - 2 * counts.distance,
    }
    if measure not in weights:
        raise ValueError(f"no one-mode network by {measure!r}")
    by_column = sparse.kron(sparse.eye_array(len(counts.columns)), weights[measure], format="csr")
    return dense(counts.full @ by_column @ counts.full.T)


def two_mode(counts: Counts, measure: Measure, scale: Scale) -> Floats:
    """Ties of rows to columns.

    "ignore" counts claims; "subtract" is those for less those against, or the sum of the values on a scale of more
    than two; "combine" is a code: 0 for no claim, 1 for only, 2 against only, 3 both (on other scales the sum of a bit
    for each value made, the highest value's the lowest bit). Raises ValueError for the measures that compare rows.
    """
    if measure == "ignore":
        return counts.total
    if measure == "subtract":
        return counts.weighted((-1, 1) if scale == (0, 1) else counts.levels)
    if measure != "combine":
        raise ValueError(f"no two-mode network by {measure!r}")
    if scale[1] - scale[0] >= MOST_LEVELS:
        raise ValueError(f"a scale from {scale[0]} to {scale[1]} is too long to combine")
    once = Counts(counts.rows, counts.columns, counts.levels, counts.full.sign(), counts.span)
    return once.weighted(tuple(2.0 ** (scale[1] - level) for level in counts.levels))


def lengths(counts: Counts, measure: Measure) -> Floats:
    """How long each row is as a vector, in the geometry of a measure: the square root of its tie to itself.

    Conflict and subtract are compared to the length by congruence, so that subtract stays their difference.
    """
    own = one_mode(counts, "ignore" if measure == "ignore" else "congruence")
    return np.sqrt(np.diag(own))
