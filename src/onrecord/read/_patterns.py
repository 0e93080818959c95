"""The patterns of `data/read/boilerplate.yaml`, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Action = Literal["line", "block", "rest", "prefix", "suffix", "inside"]
Place = Literal["anywhere", "head", "tail"]
LONGEST_LINE = 1_000  # characters of a paragraph that "line" patterns may judge: about 160 words


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of the data file."""

    reason: str
    does: Action
    where: Place
    expression: re.Pattern[str]

    def matches(self, text: str) -> bool:
        """Whether the pattern covers the whole of a paragraph."""
        return len(text) <= LONGEST_LINE and self.expression.fullmatch(text) is not None


def data(name: str) -> Any:
    """What a YAML file of the room's data holds."""
    return yaml.safe_load((files("onrecord") / "data" / "read" / name).read_text(encoding="utf-8"))


@cache
def patterns(*actions: Action) -> tuple[Pattern, ...]:
    """The entries that do one of the given things, in the order of the file."""
    return tuple(
        Pattern(entry["reason"], entry["does"], entry.get("where", "anywhere"), _compiled(entry))
        for entry in data("boilerplate.yaml")
        if entry["does"] in actions
    )


def _compiled(entry: dict[str, Any]) -> re.Pattern[str]:
    alternatives = "|".join(f"(?:{pattern})" for pattern in entry["patterns"])
    if entry["does"] == "suffix":
        alternatives = rf"(?:{alternatives})[\s.]*\Z"
    return re.compile(alternatives, re.IGNORECASE)
