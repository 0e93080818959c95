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
        bodies = [g for g in ledger.groups if g.weights and g.kind in {"office", "organisation"}]
        fitting = [g for g in bodies if fold(g.name).endswith(last)]
        if fitting:
            return max(fitting, key=lambda g: g.weights[-1][0])
        if typical := words().typical.get(last):
            mention.of, mention.name = typical, f"{ledger.lexicon.actors[typical].adjective} {last}"
    kind: ActorKind = "outlet" if mention.kind == "outlet" else "office"
    group = ledger.keyed(("office", mention.name), Group(0, mention.name, kind))
    if mention.of:
        group.roles.append(Role("", mention.of, mention.span))
    return group


def role_only(ledger: Ledger, mention: Mention) -> Group:
    """Somebody known by a role alone: the holder of the office, the body spoken for, or a source without a name."""
    head = mention.name.split()[-1]
    if head.startswith("spokes") and mention.of:
        return _voice_of(ledger, mention.of, mention)
    if mention.indefinite or head in words().anonymous or head.startswith("spokes"):
        mention.kind = words().unnamed.get(head, "official")
        return unnamed(ledger, mention)
    name = _called(ledger, mention)
    group = ledger.keyed(("role", name), Group(0, name, "office", role_only=True))
    group.roles.append(Role(mention.name, mention.of, mention.span))
    return group


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
