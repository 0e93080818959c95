"""Pronouns by salience and agreement.

After Lappin and Leass (1994): every mention gives its bearer weight by its place in the sentence, weights halve with
each sentence that passes, and the heaviest that agrees in number, gender and kind is meant. The weight for one who
speaks is ours: in reported speech "he" is mostly the one who spoke last.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.resolve._groups import Group
from onrecord.resolve._mentions import Mention

RECENT, SUBJECT, OBJECT, NESTED, PLACE, SPEAKS = 40.0, 100.0, 30.0, 10.0, 5.0, 60.0
FADE = 0.5  # each sentence that passes halves a weight
FARTHEST = 8  # sentences; beyond them nobody is salient
BODIES = frozenset({"organisation", "group", "outlet", "office", "state", "document"})
PRONOUNS = {
    "he": "masculine",
    "she": "feminine",
    "they": "plural",
    "it": "thing",
    "him": "masculine",
    "them": "plural",
    "his": "masculine",
    "her": "feminine",
    "their": "plural",
    "its": "thing",
}
OWNING = frozenset({"his", "her", "their", "its"})  # sources only where they are the whole of one


def weight(mention: Mention, *, speaks: bool) -> float:
    """What one mention gives its bearer in its own sentence."""
    place = PLACE if mention.place else NESTED if mention.nested else SUBJECT if mention.subject else OBJECT
    return RECENT + place + (SPEAKS if speaks else 0.0)


def meant(pronoun: Mention, groups: Iterable[Group]) -> Group | None:
    """The group that a pronoun means, None when nobody near agrees with it."""
    agreeing = [(salience(group, pronoun.sentence), group) for group in groups if agrees(pronoun, group)]
    near = [(value, group) for value, group in agreeing if value > 0]
    return max(near, key=lambda found: (found[0], -found[1].number))[1] if near else None


def salience(group: Group, sentence: int) -> float:
    """The group's weight at a sentence, from its mentions so far outside quotations."""
    said: dict[int, float] = {}
    for where, value in reversed(group.weights):  # in the order of the text: those before are farther still
        if sentence - where > FARTHEST:
            break
        said[where] = max(value, said.get(where, 0.0))
    return sum(v * FADE ** (sentence - s) for s, v in sorted(said.items()) if s <= sentence)


def agrees(pronoun: Mention, group: Group) -> bool:
    """Whether "he", "she", "they" or "it" can stand for the group."""
    asked = PRONOUNS[pronoun.name]
    body = group.kind in BODIES and (group.known is not None or group.kind != "organisation" or group.is_body)
    if asked == "plural":
        return group.plural or (body and group.kind != "document") or _together(pronoun, group)
    if asked == "thing":
        return body and not group.plural and not group.role_only
    unnamed = group.kind == "unnamed" and group.spoke and not group.plural
    return (group.is_person or group.role_only or unnamed) and group.gender in {None, asked}


def _together(pronoun: Mention, group: Group) -> bool:
    """ "Moon and Kim" are "they"; the first named stands for both."""
    return any(m.joint and m.span < pronoun.span and pronoun.sentence - m.sentence <= 2 for m in group.mentions)
