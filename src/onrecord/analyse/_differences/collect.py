"""All differences of a collection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.analyse._differences.context import Rarity
from onrecord.analyse._differences.coverage import Coverage
from onrecord.analyse._differences.events import event_differences
from onrecord.analyse._differences.numbers import number_differences
from onrecord.analyse._differences.outcomes import outcome_differences
from onrecord.analyse._differences.quotations import quotation_differences
from onrecord.analyse._differences.retold import retold_differences
from onrecord.analyse._differences.steps import step_differences
from onrecord.model import (
    Actor,
    Difference,
    Event,
    Figure,
    Proposal,
    Reading,
    Reuse,
    Statement,
)


def differences(
    readings: Iterable[Reading],
    statements: Iterable[Statement],
    actors: Iterable[Actor],
    identity: Mapping[tuple[str, int], str],
    reuse: Sequence[Reuse],
    events: Sequence[Event] = (),
    figures: Sequence[Figure] = (),
    proposals: Sequence[Proposal] = (),
) -> tuple[Difference, ...]:
    """Where independent articles differ on a fact, by id.

    Two articles of which one copies the other (or a third) don't differ: they are one voice. `identity` gives the actor
    id of (article id, number of a referent). The order given doesn't matter.
    """
    coverage = Coverage(readings, statements, actors, identity, reuse)
    rarity = Rarity(reading.article for reading in coverage.readings.values())
    found = [
        *number_differences(coverage, rarity, figures),
        *event_differences(coverage, events),
        *outcome_differences(coverage),
        *quotation_differences(coverage),
        *step_differences(coverage, proposals),
    ]
    found += [retold for retold in retold_differences(coverage, rarity) if not any(_same(retold, one) for one in found)]
    return tuple(sorted({one.id: one for one in found}.values(), key=lambda one: one.id))


def _same(retold: Difference, found: Difference) -> bool:
    """Whether two differences of one kind stand in the same places."""
    ours, theirs = ({told.article: told.span for told in (one.one, one.other)} for one in (retold, found))
    meet = (ours[id].start < theirs[id].end and theirs[id].start < ours[id].end for id in ours if id in theirs)
    return retold.kind == found.kind and ours.keys() == theirs.keys() and all(meet)
