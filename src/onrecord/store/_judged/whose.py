"""Whom events, proposals, utterances and differences are about, once people have merged actors."""

from __future__ import annotations

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


def utterance(of: Utterance, cast: Cast) -> Utterance:
    """An utterance with its speaker as judged."""
    return replace(of, actor=cast.who(of.actor))


def difference(of: Difference, cast: Cast) -> Difference:
    """A difference with those who tell it as judged."""
    return replace(of, one=_telling(of.one, cast), other=_telling(of.other, cast))


def _telling(of: Telling, cast: Cast) -> Telling:
    return replace(of, by=cast.who(of.by))
