"""Camps of a network, and what they hang on."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from onrecord.analyse import _networks as room
from onrecord.publish._views import Views

Camps = tuple[tuple[str, ...], ...]
Conditional = Literal["between", "support"]
READINGS: tuple[Conditional, ...] = ("between", "support")  # of conditions, beside leaving them out


def coded(views: Views, reading: room.Reading | None = None) -> tuple[tuple[room.Coded, ...], room.Claims]:
    """The claims of a record, each with its statement, and as a table. Raises InputError where there is none."""
    statements = [said.statement for said in views.said.values()]
    return room.coded(statements, views.articles.values(), views.actors.values(), views.utterances, reading)


def camps_of(found: room.Found) -> Camps:
    """The camps, the largest first, and in each who makes most claims first."""
    groups: dict[int, list[str]] = defaultdict(list)
    for node in found.nodes():
        if node["community"]:
            groups[node["community"]].append(node["name"])
    return tuple(tuple(groups[camp]) for camp in sorted(groups))


def otherwise(views: Views, choice: room.Choice, camps: Camps) -> tuple[tuple[Conditional, Camps], ...]:
    """The camps under each other reading of conditions that divides differently those who have a camp in both."""
    found: list[tuple[Conditional, Camps]] = []
    for conditional in READINGS:
        other = camps_of(room.find(coded(views, room.Reading(conditional))[1], choice))
        if _divided(camps, other) != _divided(other, camps):
            found.append((conditional, other))
    return tuple(found)


def _divided(camps: Camps, known: Camps) -> set[frozenset[str]]:
    """The camps of those who have one among the `known`, too."""
    names = {name for camp in known for name in camp}
    return {frozenset(camp) & names for camp in camps} - {frozenset()}
