"""What a comparison is made of, as the page shows it. The script makes the same, by the same names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

Phrase = Sequence[str]  # plain words and names in turn, the words first: names may run in any direction
_BRACED = re.compile(r"\{(\w+)\}")


def phrase(words: str, **names: object) -> Phrase:
    """Words with names put in for what stands in braces."""
    return [str(names[part]) if turn % 2 else part for turn, part in enumerate(_BRACED.split(words))]


@dataclass(slots=True)
class Head:
    """What something is: a stance with its ground, a side, a name that leads somewhere, and a word more."""

    name: str = ""
    href: str = ""
    stance: int = -1
    ground: int = 0
    side: str = ""
    detail: str = ""


@dataclass(slots=True)
class Item:
    """Something that is told, by which tellings (one of each article, the best first), by how many articles that are
    no copies of one another, and what is to be said of it."""

    head: Head | None
    tellings: Sequence[int]
    voices: int
    notes: Sequence[Phrase] = ()


@dataclass(slots=True)
class Row:
    """Something that is told on both sides of the page, or of both."""

    head: Head
    one: Sequence[Item]
    other: Sequence[Item]
    notes: Sequence[Phrase] = ()


@dataclass(slots=True)
class Group:
    """Things on one issue: those of one, those of the other, those of both."""

    head: Head | None = None
    one: list[Item] = field(default_factory=list)
    other: list[Item] = field(default_factory=list)
    both: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """Groups of one kind of thing. `both` names what is told on both sides, if that is to be folded away; `none` is
    said where there is no group."""

    key: str
    title: str
    hint: str
    one: Phrase
    other: Phrase
    both: str
    none: str
    groups: list[Group]


@dataclass(slots=True)
class Pair:
    """Two outlets, sides or weeks next to each other; `figures` are what each is based on: (what, one, other)."""

    kind: str
    one: str
    other: str
    lead: Phrase
    figures: Sequence[tuple[str, str, str]]
    sections: Sequence[Section]
