"""What two outlets, sides or weeks are compared by: tables of plain values, in which a number is a row of another.

A telling is a place in an article that reports something. Whatever is reported (a position, a speaker, an event, a
difference, a move) lists its tellings, so that to compare is to ask in whose articles, or in which week, they are.
-1 is none: an outlet, side or week that is not known or not among those to choose from.
"""

from __future__ import annotations

from typing import Any, NamedTuple

OWN, TOLD, REPORTED = 0, 1, 2  # the ground of a position: the side's words, the article's, somebody else's


class Article(NamedTuple):
    """`published` is its date in words, `week` that of its date."""

    id: str
    outlet: int
    week: int
    published: str | None


class Telling(NamedTuple):
    """A place in an article. `by` is who says it: a number of `speakers`, a name, or None for the article itself;
    `side` is whom that one speaks for. `week` is that in which it was said, if that is known, else the article's."""

    article: int
    week: int
    anchor: str
    words: str
    by: int | str | None
    side: int


class Position(NamedTuple):
    """A stance of a side on an option, with the plainest telling of each article, week and ground, the best first."""

    side: int
    option: int
    stance: int
    tellings: list[tuple[int, int]]  # a telling and its ground


class Speaker(NamedTuple):
    """Somebody who speaks: the id of the page, the name, the side."""

    id: str
    name: str
    side: int


class Event(NamedTuple):
    """An event: the id of its row on the timeline, what it is, when it was and who took part, and their sides."""

    id: str
    name: str
    detail: str
    sides: list[int]
    tellings: list[int]


Value = tuple[int, str, int]  # a telling, what it comes to, and the side of the one who says so


class Difference(NamedTuple):
    """A fact told in two ways, as `model.Difference` has them."""

    id: str
    about: str
    detail: str
    why: str
    one: Value
    other: Value


class Move(NamedTuple):
    """A stance that is not the one before: of a side, or of a single speaker (`single`)."""

    week: int
    who: str
    option: int
    before: int
    after: int
    telling: int
    single: bool


class Rows(NamedTuple):
    """All of it. `outlets`, `sides` and `weeks` are what there is to choose from, by name; lists of things stand in
    the order of their weight: what most outlets tell comes first."""

    stances: list[tuple[str, str]]
    outlets: list[str]
    sides: list[str]
    weeks: list[tuple[str, str]]  # the Monday, and the week in words
    articles: list[Article]
    copies: list[tuple[int, int]]  # articles of which one is a copy of the other, at least in part
    counts: list[tuple[int, int, int, int]]  # article, week, side, and how many statements
    issues: list[tuple[str, str]]
    options: list[tuple[int, str, str]]  # issue, id, name
    speakers: list[Speaker]
    tellings: list[Telling]
    positions: list[Position]
    voices: list[tuple[int, list[int]]]  # a speaker, and what is told of their words
    events: list[Event]
    differences: list[Difference]
    moves: list[Move]
    phrases: dict[str, Any]
