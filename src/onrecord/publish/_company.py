"""Whom an actor stands with and against, from the positions of both; and who prints what it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Actor, Stance
from onrecord.publish._said import Said
from onrecord.publish._standing import Standing
from onrecord.publish._views import Views

_OPPOSITE: Mapping[Stance, Stance] = {"support": "oppose", "oppose": "support"}
_ALIKE: Mapping[Stance, Stance] = {"support": "support", "oppose": "oppose"}
MOST = 8  # actors of each kind that a page names


@dataclass(frozen=True, slots=True)
class Company:
    """`with_it` and `against` are other actors with the options on which they take the same or the opposite stance,
    most first. `outlets` print what it says, each with the number of statements (None: the outlet is not known)."""

    with_it: tuple[tuple[Actor, tuple[Standing, ...]], ...]
    against: tuple[tuple[Actor, tuple[Standing, ...]], ...]
    outlets: tuple[tuple[str | None, int], ...]


def company(views: Views, actor: Actor, said: Sequence[Said]) -> Company:
    """The company of an actor. Support and opposition alone count: who sets conditions may be with either."""
    own = [one for one in views.stands.of_actor(actor.id) if one.cell.stance in _OPPOSITE]
    counted = Counter(one.article.outlet for one in said)
    outlets = sorted(counted.items(), key=lambda item: (-item[1], item[0] or ""))
    return Company(_others(views, own, _ALIKE), _others(views, own, _OPPOSITE), tuple(outlets))


def _others(
    views: Views, own: Sequence[Standing], stances: Mapping[Stance, Stance]
) -> tuple[tuple[Actor, tuple[Standing, ...]], ...]:
    found: dict[str, list[Standing]] = defaultdict(list)
    for one in own:
        cell = one.cell
        for other in views.stands.of_actors_on(cell.issue, cell.option):
            is_other = other.cell.actor and other.cell.actor != cell.actor
            if is_other and other.cell.stance == stances[cell.stance]:
                found[other.cell.actor or ""].append(other)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), -sum(len(one.said) for one in item[1]), item[0]))
    return tuple((views.actors[id], tuple(standings)) for id, standings in ranked[:MOST])
