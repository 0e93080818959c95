"""Whose side somebody is on, from the roles that the texts give, and whether two are in one office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Referent, Role
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._words import past, same_office, words

Node = tuple[str, Referent]


def sides_of(referents: Sequence[Referent], lexicon: Lexicon) -> dict[int, str]:
    """The side that each referent of one article speaks for, by its number, as far as that article tells."""
    nodes: list[Node] = [("", referent) for referent in referents]
    roles = Roles(nodes, lexicon)
    found = {r.number: roles.side("", r.name) or side_of([("", r)], roles) for r in referents}
    return {number: side for number, side in found.items() if side is not None}


class Roles:
    """Looks up the side behind a role. Offices and persons are known by what their own article says of them."""

    def __init__(self, nodes: Iterable[Node], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._owners: dict[tuple[str, str], list[Role]] = {}
        for article, referent in nodes:
            self._owners.setdefault((article, referent.name), []).extend(referent.roles)
        self.persons: Mapping[tuple[str, str], str | None] = {}  # (article, name) → side, once the clusters have one

    def side(self, article: str, of: str | None, depth: int = 3) -> str | None:
        """The side that `of`, a state, body, office or person of the article, speaks for; None when nothing says."""
        if of is None or depth == 0:
            return None
        if (known := self.lexicon.actors.get(of)) is not None and (known.kind != "person" or known.side):
            return known.speaks_for
        if (article, of) in self.persons:
            return self.persons[article, of]
        held = (role for role in self._owners.get((article, of), ()) if speaks(role))
        return next((side for role in held if (side := self.side(article, role.of, depth - 1))), None)


def speaks(role: Role) -> bool:
    """Whether somebody in the role speaks for what it is of: not a former minister, not a professor."""
    head = role.title.split()[-1] if role.title else ""
    return words().heads.get(head, "office") != "private" and not past(role.title)


def side_of(nodes: Iterable[Node], roles: Roles) -> str | None:
    """The side that most articles give; None when more articles say that it speaks for nobody, or none says."""
    votes: Counter[str | None] = Counter()
    for article, referent in nodes:
        sides = {roles.side(article, role.of) for role in referent.roles if speaks(role)} - {None}
        private = any(role.title and not speaks(role) for role in referent.roles)
        votes.update(sides)
        votes[None] += private and not sides
    best = min(votes, key=lambda side: (-votes[side], side is None, side or "")) if votes else None
    return best if best is not None and votes[best] else None


def agree(some: Iterable[Node], others: Iterable[Node], roles: Roles) -> int:
    """-1: of different sides; 0: nothing says; 1: of one side or in one office; 2: both."""
    mine, theirs = _offices(some, roles), _offices(others, roles)
    my_sides, their_sides = {s for _, s in mine if s}, {s for _, s in theirs if s}
    if my_sides and their_sides and not my_sides & their_sides:
        return -1
    titles = any(a and b and same_office(a, b) for a, _ in mine for b, _ in theirs)
    return int(bool(my_sides & their_sides)) + int(titles)


def same_holder(some: Iterable[Node], others: Iterable[Node], roles: Roles) -> bool:
    """Whether both hold the same office of the same side."""
    mine, theirs = _offices(some, roles), _offices(others, roles)
    return any(a and b and side and side == other and same_office(a, b) for a, side in mine for b, other in theirs)


def _offices(nodes: Iterable[Node], roles: Roles) -> list[tuple[str, str | None]]:
    found = {(role.title, roles.side(article, role.of)) for article, r in nodes for role in r.roles if speaks(role)}
    return sorted(found, key=lambda office: (office[0], office[1] or ""))
