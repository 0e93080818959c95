"""Mentions: every stretch of an article that speaks of somebody, with what its own words say about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model import Role, Span
from onrecord.resolve._lists import Known
from onrecord.resolve._words import Gender

Sort = Literal["known", "name", "role", "office", "unnamed", "state", "pronoun", "described"]


@dataclass(slots=True)
class Mention:
    """`line` and tokens `start` to `end` (exclusive); `head` is the token that carries it.

    `name` is what the mention calls its bearer: the name's words, an office's name, the wording of an unnamed source,
    the role asked for ("foreign minister") or the pronoun. `of` is the actor or name it belongs to, if it says so.
    """

    line: int
    start: int
    end: int
    head: int
    sort: Sort
    name: str
    span: Span
    sentence: int
    known: Known | None = None
    roles: list[Role] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    quoted: bool = False
    subject: bool = False
    nested: bool = False  # it only says whose the mention around it is
    place: bool = False  # it stands where a place would: "in Moscow"
    owned: bool = False  # "its", "the country's": it belongs to a state named before
    joint: bool = False  # another is named with it: "Moon and Kim"
    headline: bool = False
    votes: int = 0
    of: str | None = None
    label: str = ""  # what the parser takes a name for: PERSON, ORG, GPE, …
    title: str = ""  # the role that an unnamed one is said to have
    two: bool = False  # "the two leaders", "both sides"
    kin: bool = False  # a name that is given as somebody's wife, son, …
    same: Mention | None = None  # the mention that it stands in apposition to
    kind: str = ""  # of a source without a name: official, source, outlet, group, document, organisation; of a name:
    # person, organisation
