"""Which source an attribution has: the one on which the pointers of its cue and its content agree, and how far."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.attribute._model_scores import CONTENT_TO_SOURCE, CUE_TO_SOURCE, NONE, SOURCE, Floats, Run, Scores

LIKELY = 0.2  # a neighbour of a token that is pointed to belongs to the source from this probability on
SHARE = 0.25  # or from this share of that token's mass on


def source_of(
    scores: Scores, cue: Run, content: Sequence[Run], sources: Sequence[Run], by_cue: float, none: float
) -> tuple[Run | None, float]:
    """The source of a cue and its content among `sources`, or, where the pointers are sure of another place, there.

    None when they give "there is none" the probability `none` or more. `by_cue` is the cue's weight, 0 to 1. With it
    comes the probability that the pointers give to what was chosen.
    """
    from_cue = scores.pointers[CUE_TO_SOURCE][slice(*cue)].mean(0)
    from_content = np.concatenate([scores.pointers[CONTENT_TO_SOURCE][slice(*run)] for run in content]).mean(0)
    mass = by_cue * from_cue + (1 - by_cue) * from_content
    if mass[NONE] >= none:
        return None, float(mass[NONE])
    mass[NONE] = 0
    for run in (cue, *content):
        mass[slice(*run)] = 0
    peak = int(mass.argmax())
    best = max(sources, key=lambda run: float(mass[slice(*run)].sum()), default=None)
    if best is None or mass[slice(*best)].sum() < mass[peak]:
        best = _around(peak, scores, mass) if mass[peak] > 0 else None
    return best, 0.0 if best is None else float(mass[slice(*best)].sum())


def _around(peak: int, scores: Scores, mass: Floats) -> Run:
    """The tokens about one that is pointed to although the path made no source of it."""
    inside = scores.inside
    wanted = ((scores.roles[:, SOURCE] > LIKELY) | (mass > mass[peak] * SHARE)) & (mass > 0)
    a = b = peak
    while a > 0 and (inside[a] or wanted[a - 1]):
        a -= 1
    while b + 1 < len(mass) and (inside[b + 1] or wanted[b + 1]):
        b += 1
    return a, b + 1
