"""Whom events, proposals, utterances and differences are about, once people have merged actors."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from onrecord.model import Difference, Event, Proposal, Telling, Utterance
from onrecord.store._judged.actors import Cast


def event(of: Event, cast: Cast) -> Event:
    """An event with the actors as judged."""
    return replace(
        of,
        participants=tuple(dict.fromkeys(cast.now.get(id, id) for id in of.participants)),
        outcomes=tuple(replace(outcome, by=cast.who(outcome.by)) for outcome in of.outcomes),
    )


def proposal(of: Proposal, cast: Cast) -> Proposal:
    """A proposal with the actors as judged."""
    return replace(
        of,
        author=cast.who(of.author),
        addressee=cast.who(of.addressee),
        steps=tuple(replace(step, by=cast.who(step.by)) for step in of.steps),
    )


def utterance(of: Utterance, cast: Cast, rejected: Collection[str]) -> Utterance | None:
    """An utterance with its speaker as judged, without the reports that were rejected; None where fewer than two are
    left. Where the fullest is gone, it is not known in which words the others differ from the one that is it now."""
    left = tuple(one for one in of.reports if one.statement not in rejected)
    if left[:1] != of.reports[:1]:
        left = tuple(replace(one, differs=()) for one in left)
    return replace(of, actor=cast.who(of.actor), reports=left) if len(left) > 1 else None


def difference(of: Difference, cast: Cast) -> Difference:
    """A difference with those who tell it as judged."""
    return replace(of, one=_telling(of.one, cast), other=_telling(of.other, cast))


def _telling(of: Telling, cast: Cast) -> Telling:
    return replace(of, by=cast.who(of.by))
