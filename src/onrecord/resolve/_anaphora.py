"""Who is meant by words that name nobody: "the group", "the two leaders", "the Republican", "a former chairman".

Each is for a way in which news speaks of somebody it names elsewhere. Salience (`_salience`) decides among those who
fit; nobody is meant where none does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.resolve._groups import Group
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold
from onrecord.resolve._salience import salience
from onrecord.resolve._words import words

SOON = 6  # sentences within which news names whom it has introduced by a role alone
BODIES = frozenset({"organisation", "office", "outlet"})


def body(noun: str, mention: Mention, groups: Iterable[Group]) -> Group | None:
    """The body that "the group", "the alliance", "the newspaper" goes back to: one with the noun in its name or in
    apposition to it, else the most salient of that kind."""
    ranked = [(_called(noun, group), salience(group, mention.sentence), -group.number, group) for group in groups]
    fitting = [r for r in ranked if r[0] and (r[1] or r[0] > 1)]
    return max(fitting, key=lambda r: r[:3])[3] if fitting else None


def _called(noun: str, group: Group) -> int:
    """3 if the noun is in the body's name, 2 if it was called so before, 1 if it is of that kind, 0 if it is not."""
    if group.kind not in BODIES | {"group"} or group.plural:
        return 0
    if noun in fold(group.name).split():
        return 3
    if any(noun in fold(form).split() for form in group.forms):
        return 2
    outlet = words().unnamed.get(noun) == "outlet"
    of_kind = group.kind == "outlet" if outlet else group.kind == "organisation" and noun in words().institutions
    firm = any(mention.label == "ORG" for mention in group.mentions)
    return int(of_kind and (group.known is not None or group.is_body or firm))


def shielded(mention: Mention, groups: Iterable[Group]) -> Group | None:
    """The unnamed source that "the diplomat" goes on with: the last one in whose wording all the words stand.

    "A senior Western diplomat" stays unnamed whoever in the article has an office that makes a diplomat.
    """
    asked = fold(mention.name).split()
    if not mention.definite or mention.plural or not asked or asked[-1] not in words().anonymous:
        return None
    same = [
        group
        for group in groups
        if group.kind == "unnamed" and not group.plural and group.spoke and {*asked} <= {*fold(group.name).split()}
        if mention.of is None or mention.of in {role.of for role in group.roles}
    ]
    return max(same, key=lambda group: max(m.span for m in group.mentions), default=None)


def pair(mention: Mention, groups: Iterable[Group]) -> tuple[Group, Group] | None:
    """The two persons or states that "the two leaders", "both sides" means: the two most salient there are."""
    noun = mention.name.split()[-1].lower()
    kinds = {"person"} if noun in words().pairs["persons"] else {"state"} if noun in words().pairs["states"] else set()
    near = [(salience(group, mention.sentence), -group.number, group) for group in groups if group.kind in kinds]
    first, second, *_ = *sorted((found for found in near if found[0]), key=lambda f: f[:2], reverse=True), None, None
    if first is None or second is None:
        return None
    one, other = sorted((first[2], second[2]), key=lambda group: group.number)
    return one, other


def epithet(mention: Mention, groups: Iterable[Group]) -> Group | None:
    """Whom "the Republican" or "the billionaire" calls by a new name: the most salient person."""
    near = [
        (salience(group, mention.sentence), -group.number, group)
        for group in groups
        if group.is_person and not (mention.gender and group.gender not in {None, mention.gender})
    ]
    value, _, group = max(near, key=lambda f: f[:2], default=(0.0, 0, None))
    return group if value else None


def introduced_later(
    mention: Mention, groups: Iterable[Group], agreement: Callable[[Group], int], *, least: int
) -> Group | None:
    """The person whom "a former chairman" announces: the one first named soon after, in that very role.

    `agreement` says how well a group's roles agree with the mention's; at least `least` is asked for.
    """
    fitting = [
        group
        for group in groups
        if group.is_person and group.mentions and _soon(mention, group) and agreement(group) >= least
    ]
    return fitting[0] if len(fitting) == 1 else None


def _soon(mention: Mention, group: Group) -> bool:
    first = min(group.mentions, key=lambda m: m.span)
    return mention.span < first.span and first.sentence - mention.sentence <= SOON
