"""Who stands where: the cells of the record with their names and the words they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from onrecord import analyse
from onrecord.model import Actor, Cell, Stance
from onrecord.publish._said import Held, Said
from onrecord.publish._standing import Standing

_STANCES: tuple[Stance, ...] = ("support", "oppose", "conditional")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Stands:
    """The cells, found by side, option and actor. `said` are the statements and `actors` the actors by id; `name` names
    issues and options."""

    def __init__(
        self,
        cells: analyse.Cells,
        said: Mapping[str, Said],
        actors: Mapping[str, Actor],
        name: Callable[[str, str], str],
    ) -> None:
        def words(keys: Sequence[str]) -> tuple[Said, ...]:
            return tuple(said[key] for key in reversed(keys))

        def standing(cell: Cell) -> Standing:
            return Standing(
                cell=cell,
                issue=name(cell.issue, ""),
                option=name(cell.issue, cell.option),
                said=words(cell.statements),
                voices=tuple((actors[key], number) for key, number in cell.leading),
                dissent=words(cell.dissent),
                told=words(cell.told if cell.basis == "own" else ()),
                reported=words(cell.reported if cell.basis != "reported" else ()),
            )

        self.sides = cells.sides()
        self._of_sides = [standing(cell) for cell in cells.of_sides]
        self._of_actors = [standing(cell) for cell in cells.of_actors]

    def rank(self, side: str | None) -> tuple[int, str]:
        """What sorts sides: those that take most positions first, no known side last."""
        if side is None:
            return len(self._ranks) + 1, ""
        return self._ranks.get(side, len(self._ranks)), side

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {side: rank for rank, side in enumerate(self.sides)}

    @cached_property
    def issues(self) -> frozenset[str]:
        """Ids of the issues that a side takes a position on."""
        return frozenset(one.cell.issue for one in self._of_sides)

    @cached_property
    def _by_side(self) -> Mapping[tuple[str, str | None], list[Standing]]:
        most_first = sorted(self._of_sides, key=_weight)
        return grouped(((one.cell.issue, one.cell.side), one) for one in most_first)

    @cached_property
    def _by_option(self) -> Mapping[tuple[str, str], list[Standing]]:
        ranked = sorted(self._of_sides, key=lambda one: (self.rank(one.cell.side), _weight(one)))
        return grouped(((one.cell.issue, one.cell.option), one) for one in ranked)

    @cached_property
    def _by_actor(self) -> Mapping[str | None, list[Standing]]:
        return grouped((one.cell.actor, one) for one in self._of_actors)

    def options_of(self, issue: str, side: str) -> list[list[Standing]]:
        """Where a side stands on an issue: a list of its stances for each option, what it speaks of most first and what
        it is only reported to hold last."""
        groups = grouped((one.cell.option, one) for one in self._by_side[issue, side])

        def weight(group: list[Standing]) -> tuple[int, int]:
            spoken = sum(len(one.said) for one in group if one.cell.basis != "reported")
            return -spoken, -sum(len(one.said) for one in group)

        return sorted(groups.values(), key=weight)

    def voices_of(self, issue: str, side: str) -> list[Actor]:
        """Who speaks for a side on an issue, those who say most first."""
        own = [one for one in self._by_side[issue, side] if one.cell.basis == "own"]
        said = {said.statement.id: said.actor for one in own for said in one.said if said.actor}
        count = Counter(actor.id for actor in said.values())
        return sorted({a.id: a for a in said.values()}.values(), key=lambda actor: (-count[actor.id], actor.id))

    def on_option(self, issue: str, option: str) -> list[Standing]:
        """Where the sides stand on an option."""
        return self._by_option[issue, option]

    def camps(self, point: analyse.StickingPoint, longest: int) -> list[Standing]:
        """The sides for an option that blocks, those against it and those between, with the stance that puts each
        there (a side between that sets no conditions says both); the most independent voices first, and no more of
        each camp than `longest`."""
        heard = (one for one in self.on_option(point.issue, point.option) if one.cell.basis != "reported")
        standings = grouped((one.cell.side, one) for one in heard)
        found: list[Standing] = []
        for sides, stance in zip(_camps(point), _STANCES, strict=True):
            camp = [one for side in sides for one in _with(stance, standings[side])]
            found += sorted(camp, key=lambda one: (-one.cell.voices, one.cell.side or ""))[:longest]
        return found

    def of_actor(self, actor: str) -> list[Standing]:
        """Where an actor stands on all that it takes a position on."""
        return self._by_actor[actor]

    @cached_property
    def _of_actors_by_option(self) -> Mapping[tuple[str, str], list[Standing]]:
        return grouped(((one.cell.issue, one.cell.option), one) for one in self._of_actors)

    def of_actors_on(self, issue: str, option: str) -> list[Standing]:
        """Where actors stand on an option."""
        return self._of_actors_by_option[issue, option]

    def conditions_on(self, issue: str) -> list[tuple[Standing, Held, Said]]:
        """The conditions that actors set on an issue, newest first: (where they stand, the position, the statement)."""
        found = [(one, *pair) for one in self._of_actors if one.cell.issue == issue for pair in one.conditions]
        return sorted(found, key=lambda item: item[2].when.value or "", reverse=True)


def _weight(standing: Standing) -> tuple[bool, int]:
    """What sorts standings: those with most statements first, what is only reported last."""
    return standing.cell.basis == "reported", -len(standing.said)


def _with(stance: Stance, standings: list[Standing]) -> list[Standing]:
    return [one for one in standings if one.cell.stance == stance] or standings


def _camps(point: analyse.StickingPoint) -> tuple[tuple[str, ...], ...]:
    return point.backing, point.opposing, point.conditional


class _Groups(dict[Key, list[Value]]):
    def __missing__(self, key: Key) -> list[Value]:
        return []  # and not kept: to ask for a key must not make it one


def grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, list[Value]]:
    """Values by key, in the order they come; a key without any has an empty list."""
    groups: _Groups[Key, Value] = _Groups()
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
