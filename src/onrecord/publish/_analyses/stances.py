"""Who took which stance on which option, as a network counts it: what every one of its ties rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.analyse import _networks as room
from onrecord.model import Stance
from onrecord.publish._analyses.options import Option, Options
from onrecord.publish._said import Said
from onrecord.publish._views import Views

Spoken = Mapping[str, Sequence[room.Coded]]  # the claims of a speaker, by option
_SIGNED: Mapping[bool, Stance] = {True: "support", False: "oppose"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance that a speaker took, how often, and its newest statement."""

    stance: Stance
    times: int
    newest: Said


@dataclass(frozen=True, slots=True)
class Stances:
    """An option, and what each speaker took on it in the order of the speakers; nothing, one stance, or both."""

    option: Option
    taken: tuple[tuple[Taken, ...], ...]


def stances(views: Views, options: Options, spoken: Sequence[Spoken]) -> tuple[Stances, ...]:
    """The stances of speakers, by option; those first that most of them speak of. An option that a single one speaks
    of ties nobody, and is left out."""
    heard: dict[str, int] = defaultdict(int)
    for one in spoken:
        for option in one:
            heard[option] += 1
    order = sorted((option for option in heard if heard[option] > 1), key=lambda option: (-heard[option], option))
    return tuple(
        Stances(options[option], tuple(_taken(views, one.get(option, ())) for one in spoken)) for option in order
    )


def _taken(views: Views, claims: Sequence[room.Coded]) -> tuple[Taken, ...]:
    by_stance: dict[Stance, dict[str, Said]] = defaultdict(dict)
    for one in claims:
        by_stance[_SIGNED[one.claim.value > 0]][one.statement.id] = views.said[one.statement.id]
    return tuple(
        Taken(stance, len(said), max(said.values(), key=lambda one: (one.when.value or "", one.statement.id)))
        for stance, said in sorted(by_stance.items(), reverse=True)
    )
