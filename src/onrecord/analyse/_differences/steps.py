"""Proposals that somebody agreed to by one article and rejected by another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.analyse._differences.coverage import Coverage, by_time, difference, in_order
from onrecord.model import Difference, Proposal, Step, Telling

_YES, _NO = {"agreed", "ratified"}, {"rejected"}


def step_differences(coverage: Coverage, proposals: Sequence[Proposal]) -> Iterator[Difference]:
    """Steps of one proposal, taken by one actor, that independent articles tell as a yes and as a no."""
    for proposal in proposals:
        by_actor: dict[str, list[Step]] = {}
        for step in proposal.steps:
            if step.by is not None and step.status in _YES | _NO:
                by_actor.setdefault(step.by, []).append(step)
        for actor, steps in sorted(by_actor.items()):
            for_it = [(step.article, step) for step in steps if step.status in _YES]
            against = [(step.article, step) for step in steps if step.status in _NO]
            pair = coverage.closest(for_it, against)
            if pair is not None:
                first, second = in_order(coverage, *(_telling(step) for _, step in pair))
                relation, why = by_time(coverage, first.article, second.article)
                yield difference("step", relation, f"{proposal.name}: {coverage.name(actor)}", why, first, second)


def _telling(step: Step) -> Telling:
    return Telling(step.article, step.span, step.status, step.by)
