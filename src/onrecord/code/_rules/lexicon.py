"""The words that show a stance, a condition or a modality, read from `data/code/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from onrecord.code._codebook.patterns import Phrases

Role = Literal["attitude", "demand", "quality", "effect", "act", "report"]
Shown = Literal["precondition", "exchange", "sequencing", "threat", "offered", "awaited"]


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the direction of what it governs; the fields are explained in `operators.yaml`."""

    name: str
    role: Role
    sign: int
    strength: float
    negated: Literal["flip", "weak", "open", "refuse"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A kind of word that opens a condition; the fields are explained in `conditions.yaml`."""

    binds: Literal["always", "refused", "willed", "never"]
    asks: bool
    kind: Shown


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Operators and markers with the phrases that find them (a match's label is an index), and word classes."""

    operators: tuple[Operator, ...]
    operator_phrases: Phrases
    markers: tuple[Marker, ...]
    marker_phrases: Phrases
    modals: dict[str, str]
    classes: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    raw_operators, raw_markers, words = _yaml("operators"), _yaml("conditions"), _yaml("words")
    operators = tuple(
        Operator(name, raw["role"], raw["sign"], raw["strength"], raw["negated"]) for name, raw in raw_operators.items()
    )
    return Lexicon(
        operators,
        Phrases((text, at) for at, raw in enumerate(raw_operators.values()) for text in raw["phrases"]),
        tuple(Marker(raw["binds"], raw["asks"], raw["kind"]) for raw in raw_markers),
        Phrases((text, at) for at, raw in enumerate(raw_markers) for text in raw["phrases"]),
        {form: kind for kind in ("will", "must", "can", "may") for form in words[kind]},
        {name: frozenset(members) for name, members in words.items()},
    )


def is_a(word: str, name: str) -> bool:
    """Whether a word in lower case is of a class of `words.yaml`."""
    return word in lexicon().classes[name]


def _yaml(name: str) -> Any:
    return yaml.safe_load((files("onrecord") / "data" / "code" / f"{name}.yaml").read_text(encoding="utf-8"))
