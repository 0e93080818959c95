"""The order in which statements are looked over: what is likeliest wrong comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from onrecord.analyse._review.calibration import Calibration, calibrated
from onrecord.analyse._review.filter import UNJUDGED, Filter
from onrecord.analyse._review.material import Material
from onrecord.model import Statement


@dataclass(frozen=True, slots=True)
class Queued:
    """A statement to look over.

    `sure` is how likely it is, 0 to 1, that nothing of it is wrong: the product of `attribution` (speaker and words are
    right) and of `positions` (the stance is right), which run parallel to the statement's. `utterance` is the id that
    all reports of one utterance share, None where there is one report.
    """

    statement: Statement
    sure: float
    attribution: float
    positions: tuple[float, ...]
    utterance: str | None = None


def queue(
    material: Material, wanted: Filter = UNJUDGED, *, calibration: Calibration | None = None
) -> tuple[Queued, ...]:
    """The statements that are `wanted`, by default those that nobody has judged, the least certain first.

    Reports of one utterance stand next to each other, where the least certain of them stands. Equals are in the order
    of the record. The confidences are those that `calibrated(material)` makes of the machine's, unless `calibration`
    gives others (`Calibration()`: the machine's own).
    """
    fit = calibrated(material) if calibration is None else calibration
    kept = [one for one in material.statements if wanted.fits(one, material.articles[one.article])]
    return _ordered([_queued(*pair, material) for pair in zip(kept, fit.of(kept, material.articles), strict=True)])


def _queued(statement: Statement, sure: tuple[float, tuple[float, ...]], material: Material) -> Queued:
    attribution, positions = sure
    return Queued(
        statement, attribution * prod(positions), attribution, positions, material.utterance.get(statement.id)
    )


def _ordered(found: Sequence[Queued]) -> tuple[Queued, ...]:
    together: dict[str, list[Queued]] = defaultdict(list)
    for one in found:
        together[one.utterance or one.statement.id].append(one)
    groups = [sorted(group, key=lambda one: one.sure) for group in together.values()]
    return tuple(one for group in sorted(groups, key=lambda group: group[0].sure) for one in group)
