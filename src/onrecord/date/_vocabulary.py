"""The word lists of events, as `data/date/events.yaml` and `places.yaml` give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.model import EventKind


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, and what must stand with it."""

    kind: EventKind
    lemma: str
    verb: bool
    plural: bool = False
    of: bool = False
    done: bool = False
    parties: int = 0  # more than its kind asks for
    needs: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """What all events of a kind have in common: PLOVER's type, how many parties must be named, the least of them with
    a place and a time, whether a name right before the noun is one of them, whether two of them on one day are
    unlikely, and whether it takes more than one person."""

    plover: str | None
    parties: int
    least: int = 0
    whose: bool = False
    rare: bool = False
    bodies: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words` are the lists that need no more than membership, by their name in the file."""

    kinds: Mapping[EventKind, Kind]
    alike: tuple[frozenset[str], ...]
    triggers: Mapping[tuple[str, bool], tuple[Trigger, ...]]  # by lemma and whether it is a verb
    words: Mapping[str, frozenset[str]]
    cancelled_needs: Mapping[str, frozenset[str]]
    within: Mapping[str, str]  # a venue, and the place that it lies in


@cache
def vocabulary() -> Vocabulary:
    """Everything that tells events, read once."""
    data = _load("events.yaml")
    triggers: dict[tuple[str, bool], list[Trigger]] = {}
    for trigger in map(_trigger, data["triggers"]):
        triggers.setdefault((trigger.lemma, trigger.verb), []).append(trigger)
    lists = {name: words for name, words in data.items() if isinstance(words, list)}
    return Vocabulary(
        kinds={kind: Kind(**fields) for kind, fields in data["kinds"].items()},
        alike=tuple(frozenset(kinds) for kinds in data["alike"]),
        triggers={key: tuple(of_it) for key, of_it in triggers.items()},
        words={name: frozenset(words) for name, words in lists.items() if name not in ("triggers", "alike")},
        cancelled_needs={lemma: frozenset(words) for lemma, words in data["cancelled_needs"].items()},
        within=_load("places.yaml"),
    )


def alike(one: EventKind, other: EventKind) -> bool:
    """Whether one event may be told as both kinds."""
    return one == other or any({one, other} <= kinds for kinds in vocabulary().alike)


def _trigger(entry: Mapping[str, Any]) -> Trigger:
    return Trigger(
        kind=entry["kind"],
        lemma=entry.get("verb") or entry["noun"],
        verb="verb" in entry,
        plural=entry.get("plural", False),
        of=entry.get("of", False),
        done=entry.get("done", False),
        parties=entry.get("parties", 0),
        needs=frozenset(entry.get("needs", ())),
        object=frozenset(entry.get("object", ())),
        unless=frozenset(entry.get("unless", ())),
        without=frozenset(entry.get("without", ())),
        place=frozenset(entry.get("place", ())),
        to=frozenset({"with", *entry.get("to", ())}),
    )


def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files("onrecord").joinpath(f"data/date/{name}").read_text(encoding="utf-8"))
    return data
