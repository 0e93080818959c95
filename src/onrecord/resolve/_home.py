"""Office holders of an article about one state, whose press writes "Finance Minister Ada Quill" and no country."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord.model import Role
from onrecord.resolve._names import fold
from onrecord.resolve._sides import Node, Roles, speaks
from onrecord.resolve._words import words

LEAST = 4  # mentions that make a state what an article is about
MARGIN = 4  # and how many times as many they are as the next state's


def states_at_home(nodes: Iterable[Node], roles: Roles) -> dict[str, str]:
    """Article → the one state that it is about, for articles that name no office of another state."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    sides: dict[str, set[str]] = defaultdict(set)  # of all whom the article gives an office
    for article, referent in nodes:
        known = roles.lexicon.actors.get(referent.name)
        if referent.kind == "state":
            named[article][referent.name] += sum(n for _, n in referent.forms)
        elif referent.kind == "office" and known is not None and known.side:
            sides[article].add(known.side)
        sides[article] |= {side for role in referent.roles if (side := roles.side(article, role.of))}
    states = {name for name, known in roles.lexicon.actors.items() if known.kind == "state"}
    found: dict[str, str] = {}
    for article, counts in sorted(named.items()):
        (state, most), (_, next_most) = [*counts.most_common(2), ("", 0)][:2]
        if most >= max(LEAST, MARGIN * next_most) and not (sides[article] & states) - {state}:
            found[article] = state
    return found


def side_at_home(nodes: Iterable[Node], home: dict[str, str]) -> str | None:
    """The state whose minister, ministry's spokesman or central banker somebody is by the articles' one state."""
    held = [(article, role) for article, referent in nodes for role in referent.roles if role.title]
    if not all(speaks(role) for _, role in held):
        return None
    states = {home.get(article) for article, role in held if _of_a_state(role)}
    return states.pop() if len(states) == 1 else None


def _of_a_state(role: Role) -> bool:
    """Whether only a state has the office: a minister, or somebody of a ministry or the central bank."""
    if role.of is None:
        return role.title.split()[-1] == "minister"
    *before, noun = fold(role.of).split() or [""]
    return noun in {"ministry", "bank"} and {*before} <= words().modifiers | {"central"}
