"""States, bodies of state and roles that nobody of the article holds: "the country", "its parliament", "the envoy"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import ActorKind, Role
from onrecord.resolve._groups import Group
from onrecord.resolve._ledger import Ledger
from onrecord.resolve._mentions import Mention
from onrecord.resolve._nameless import unnamed
from onrecord.resolve._names import fold
from onrecord.resolve._salience import salience
from onrecord.resolve._words import words


def state(ledger: Ledger, mention: Mention) -> Group | None:
    """The most salient state."""
    states = [(salience(g, mention.sentence), -g.number, g) for g in ledger.groups if g.kind == "state"]
    value, _, group = max(states, key=lambda s: s[:2], default=(0.0, 0, None))
    return group if value else None


def office(ledger: Ledger, mention: Mention) -> Group:
    """The body of state: of the state that "its" means, the last one so called, or one that is typical of a state."""
    if mention.owned and mention.of is None and (owner := state(ledger, mention)) and owner.known:
        mention.of, mention.name = owner.name, f"{owner.known.adjective} {mention.name}"
    if mention.of is None:
        last = fold(mention.name)
        fitting = [g for g in ledger.groups if g.weights and _ends_with(g, last)]
        if fitting:
            return max(fitting, key=lambda g: g.weights[-1][0])
        if typical := words().typical.get(last):
            mention.of, mention.name = typical, f"{ledger.lexicon.actors[typical].adjective} {last}"
    elif (named := _same_body(ledger, mention)) is not None:
        return named
    kind: ActorKind = "outlet" if mention.kind == "outlet" else "office"
    group = ledger.keyed(("office", mention.name), Group(0, mention.name, kind))
    if mention.of:
        group.roles.append(Role("", mention.of, mention.span))
    return group


def _same_body(ledger: Ledger, mention: Mention) -> Group | None:
    """The ministry of a state that "the Russian ministry" goes back to: the last of it that was named more fully."""
    owner, noun = ledger.lexicon.actors.get(mention.of or ""), fold(mention.name).split()[-1]
    if owner is None or fold(mention.name) != fold(f"{owner.adjective} {noun}"):
        return None
    fuller = [
        group
        for group in ledger.groups
        if group.kind == "office" and group.weights and not group.role_only and fold(group.name).endswith(f" {noun}")
        if any(role.of == mention.of for role in group.roles)
    ]
    return max(fuller, key=lambda group: group.weights[-1][0], default=None)


def _ends_with(group: Group, noun: str) -> bool:
    """Whether a body's name ends with a noun: its own, or of a listed one any ("the agency" is the IAEA).

    An outlet that is only told something, or opens a dateline, is not meant.
    """
    meant = group.kind == "organisation" or (group.kind == "outlet" and group.spoke)
    listed = group.known.aliases if group.known and meant else ()
    own = (group.name,) if group.kind in {"office", "organisation"} else ()
    return any(fold(name).endswith(noun) for name in (*own, *listed))


def role_only(ledger: Ledger, mention: Mention) -> Group:
    """Somebody known by a role alone: the holder of the office, the body spoken for, or a source without a name."""
    head = mention.name.split()[-1]
    if head.startswith("spokes") and mention.of:
        return _voice_of(ledger, mention.of, mention)
    if mention.indefinite or head in words().anonymous or head.startswith("spokes"):
        mention.kind = words().unnamed.get(head, "official")
        return unnamed(ledger, mention)
    if mention.of is None and mention.definite and (before := _last_called(ledger, mention.name)):
        return before
    name = _called(ledger, mention)
    group = ledger.keyed(("role", name), Group(0, name, "office", role_only=True))
    group.roles.append(Role(mention.name, mention.of, mention.span))
    return group


def _last_called(ledger: Ledger, title: str) -> Group | None:
    """Who was last known by a role alone that is this one: "the president" after "Iran's president"."""
    same = [g for g in ledger.groups if g.role_only and g.weights and any(role.title == title for role in g.roles)]
    return max(same, key=lambda group: group.weights[-1][0], default=None)


def _called(ledger: Ledger, mention: Mention) -> str:
    owner = ledger.lexicon.actors.get(mention.of or "")
    if owner is not None:
        return f"{owner.adjective} {mention.name}"
    return f"{mention.of}'s {mention.name}" if mention.of else mention.name


def _voice_of(ledger: Ledger, name: str, mention: Mention) -> Group:
    """A spokesman without a name speaks as the body; a person's stays unnamed."""
    known = ledger.lexicon.actors.get(name)
    if known is not None:
        return ledger.listed(known)
    if ledger.bearer(name) is not None:
        mention.kind, mention.name = "official", f"{mention.name} for {name}"
        return unnamed(ledger, mention)
    return office(ledger, replace(mention, name=name, of=None))
