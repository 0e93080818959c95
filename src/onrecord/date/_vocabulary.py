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
    needs: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words` are the lists that need no more than membership, by their name in the file."""

    triggers: Mapping[tuple[str, bool], Trigger]  # by lemma and whether it is a verb
    words: Mapping[str, frozenset[str]]
    cancelled_needs: Mapping[str, frozenset[str]]
    within: Mapping[str, str]  # a venue, and the place that it lies in


@cache
def vocabulary() -> Vocabulary:
    """Everything that tells events, read once."""
    data = _load("events.yaml")
    triggers = [_trigger(entry) for entry in data["triggers"]]
    return Vocabulary(
        triggers={(trigger.lemma, trigger.verb): trigger for trigger in triggers},
        words={
            name: frozenset(words) for name, words in data.items() if isinstance(words, list) and name != "triggers"
        },
        cancelled_needs={lemma: frozenset(words) for lemma, words in data["cancelled_needs"].items()},
        within=_load("places.yaml"),
    )


def _trigger(entry: Mapping[str, Any]) -> Trigger:
    return Trigger(
        kind=entry["kind"],
        lemma=entry.get("verb") or entry["noun"],
        verb="verb" in entry,
        plural=entry.get("plural", False),
        needs=frozenset(entry.get("needs", ())),
        object=frozenset(entry.get("object", ())),
        unless=frozenset(entry.get("unless", ())),
        place=frozenset(entry.get("place", ())),
    )


def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files("onrecord").joinpath(f"data/date/{name}").read_text(encoding="utf-8"))
    return data
