"""Sources without a name: "a senior official", "both sides", "the group", "a new study"."""

from __future__ import annotations

from onrecord.model import ActorKind, Role
from onrecord.resolve import _anaphora as anaphora
from onrecord.resolve._groups import Group
from onrecord.resolve._holders import announced, second_name
from onrecord.resolve._ledger import Ledger
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold
from onrecord.resolve._words import past, words


def unnamed(ledger: Ledger, mention: Mention) -> Group:
    """Whom an official's, analyst's, side's mention means: somebody named, one spoken of before, or one of its own."""
    mention.of = None if past(mention.name) else mention.of  # a former official speaks for nobody
    head = mention.name.split()[-1] if mention.name else ""
    found = _somebody(ledger, mention, head) or _spoken_of(ledger, mention, head)
    return found or second_name(ledger, mention) or _of_its_own(ledger, mention)


def _somebody(ledger: Ledger, mention: Mention, head: str) -> Group | None:
    if mention.indefinite and head in words().heads and (later := announced(ledger, mention)):
        return later
    if mention.two and mention.plural and (both := anaphora.pair(mention, ledger.groups)):
        name = " and ".join(group.name for group in both)
        kind = "persons" if all(group.is_person for group in both) else "group"
        return ledger.keyed(("pair", name), Group(0, name, "group", plural=True, unnamed_kind=kind))
    body = mention.kind == "outlet" or head in words().institutions
    several = mention.plural and head not in words().collective
    bare = mention.definite and " " not in mention.name
    return anaphora.body(head, mention, ledger.groups) if bare and body and not several else None


def _spoken_of(ledger: Ledger, mention: Mention, head: str) -> Group | None:
    if not mention.definite or " " in mention.name:
        return None
    same = [g for g in ledger.groups if g.kind == "unnamed" and g.weights and head in g.name.split()]
    return max(same, key=lambda g: (g.spoke, g.weights[-1][0]), default=None)


def _of_its_own(ledger: Ledger, mention: Mention) -> Group:
    kind: ActorKind = "group" if mention.kind == "group" else "unnamed"
    group = ledger.keyed((f"unnamed {mention.of}", fold(mention.name)), Group(0, mention.name, kind))
    group.plural, group.unnamed_kind = mention.plural, mention.kind
    if mention.of:
        group.roles.append(Role("", mention.of, mention.span))
    return group


def described(ledger: Ledger, mention: Mention) -> Group:
    """A document, body or person of whom only a common noun is given; "the study" is the last study."""
    noun = mention.name.split()[-1].lower()
    if mention.definite and mention.kind == "organisation" and (named := anaphora.body(noun, mention, ledger.groups)):
        return named
    kinds: dict[str, ActorKind] = {"document": "document", "organisation": "organisation"}
    kind = kinds.get(mention.kind, "unnamed")
    if mention.definite or kind == "document":
        same = [g for g in ledger.groups if g.kind == kind and g.weights and fold(g.name).split()[-1] == noun]
        if same:
            return max(same, key=lambda g: g.weights[-1][0])
    if person := second_name(ledger, mention):
        return person
    group = ledger.keyed((f"described {kind}", fold(mention.name)), Group(0, mention.name, kind))
    group.plural, group.unnamed_kind = mention.plural, mention.kind
    return group
