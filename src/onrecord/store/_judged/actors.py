"""Actors under the judgements of people: merged, split, renamed, given a side or a role."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Actor, Conflict, Judgement


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors as judged.

    `now` says whom each of the machine's ids leads to, `apart` which actor a name became that was split off from
    another, and `bearers` who bears a name, in lower case.
    """

    actors: Mapping[str, Actor]
    now: Mapping[str, str]
    apart: Mapping[tuple[str, str], str]
    bearers: Mapping[str, frozenset[str]]
    conflicts: tuple[Conflict, ...] = ()

    def who(self, actor: str | None) -> str | None:
        """The actor that one of the machine's became."""
        return None if actor is None else self.now.get(actor, actor)

    def find(self, id: str | None, name: str | None) -> str | None:
        """The actor of this id, or what it became; else the only one that bears this name."""
        id = self.who(id)
        if id in self.actors:
            return id
        found = {self.now.get(one, one) for one in self.bearers.get((name or "").casefold(), ())}
        return found.pop() if len(found) == 1 else None


def cast(actors: Iterable[Actor], judgements: Sequence[Judgement]) -> Cast:
    """The machine's actors under the judgements on actors, in the order of the log."""
    made = _Deciding(actors)
    for one in judgements:
        if one.kind in _DECIDES:
            made.decide(one)
    return made.cast()


class _Deciding:
    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self._now: dict[str, str] = {}
        self._apart: dict[tuple[str, str], str] = {}
        self._conflicts: list[Conflict] = []
        self._before: dict[tuple[str, str], Judgement] = {}

    def cast(self) -> Cast:
        """What the decisions so far come to."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for actor in self.actors.values():
            for name in (actor.name, *actor.aliases):
                bearers[name.casefold()].add(actor.id)
        named = {name: frozenset(ids) for name, ids in bearers.items()}
        return Cast(self.actors, self._now, self._apart, named, tuple(self._conflicts))

    def decide(self, one: Judgement) -> None:
        """Do what a judgement says, or note that whom it is about is gone."""
        actor = self._find(one.target, one.machine["name"])
        if actor is None:
            self._conflicts.append(Conflict("target gone", one))
            return
        earlier = self._before.get((actor, one.kind))
        if earlier is not None and earlier.by != one.by and earlier.value != one.value and one.kind in _SETTLES:
            self._conflicts.append(Conflict("reviewers differ", one, (earlier,)))
        self._before[actor, one.kind] = one
        _DECIDES[one.kind](self, actor, one)

    def _find(self, id: str, name: str) -> str | None:
        known = self._now.get(id, id)
        return known if known in self.actors else self.cast().find(id, name)

    def merge(self, actor: str, one: Judgement) -> None:
        into = self._find(one.value["into"], one.value["name"])
        if into is None:
            self._conflicts.append(Conflict("target gone", one))
        elif into != actor:
            gone, kept = self.actors.pop(actor), self.actors[into]
            names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
            self.actors[into] = replace(
                kept,
                aliases=tuple(sorted(name for name in names if name != kept.name)),
                affiliations=tuple(dict.fromkeys((*kept.affiliations, *gone.affiliations))),
            )
            self._now = {id: into if now == actor else now for id, now in self._now.items()} | {actor: into}

    def split(self, actor: str, one: Judgement) -> None:
        """A name becomes an actor of its own; a statement follows by the name that its article has for the speaker."""
        name, whole = str(one.value["name"]), self.actors[actor]
        if name == whole.name or name not in whole.aliases:
            self._conflicts.append(Conflict("target gone", one))
            return
        id = hashlib.sha256(f"split\n{one.id}".encode()).hexdigest()[:16]
        self.actors[actor] = replace(whole, aliases=tuple(alias for alias in whole.aliases if alias != name))
        self.actors[id] = Actor(id, name, whole.kind, whole.side, ())
        self._apart[actor, name.casefold()] = id

    def rename(self, actor: str, one: Judgement) -> None:
        known, name = self.actors[actor], str(one.value["name"])
        aliases = tuple(sorted({known.name, *known.aliases} - {name}))
        self.actors[actor] = replace(known, name=name, aliases=aliases)

    def side(self, actor: str, one: Judgement) -> None:
        self.actors[actor] = replace(self.actors[actor], side=one.value["side"])

    def role(self, actor: str, one: Judgement) -> None:
        given = (str(one.value["title"]), one.value.get("of"))
        self.actors[actor] = replace(self.actors[actor], given_role=given)


_DECIDES: Mapping[str, Callable[[_Deciding, str, Judgement], None]] = {
    "merge": _Deciding.merge,
    "split": _Deciding.split,
    "rename": _Deciding.rename,
    "side": _Deciding.side,
    "role": _Deciding.role,
}
_SETTLES = frozenset({"rename", "side", "role"})  # of which an actor has one
