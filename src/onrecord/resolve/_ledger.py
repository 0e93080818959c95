"""The groups of one article while they are made, by what each is kept under."""

from __future__ import annotations

from onrecord.resolve._groups import Group
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._lists import Known

Key = tuple[str, str]  # the sort of thing it is, and its name in one form


class Ledger:
    """All groups in the order they came up. `bearers` says who bears each name of the article, by its fullest form."""

    def __init__(self, lexicon: Lexicon, bearers: dict[str, str]) -> None:
        self.lexicon, self.bearers = lexicon, bearers
        self.groups: list[Group] = []
        self._by_key: dict[Key, Group] = {}

    def get(self, key: Key) -> Group | None:
        """The group kept under a key."""
        return self._by_key.get(key)

    def keyed(self, key: Key, fresh: Group) -> Group:
        """The group kept under a key; the fresh one, kept from now on, where there is none."""
        held = self._by_key.get(key)
        if held is not None:
            return held
        fresh.number = len(self.groups)
        self.groups.append(fresh)
        self._by_key[key] = fresh
        return fresh

    def listed(self, known: Known) -> Group:
        """The group of an actor that a list holds."""
        return self.keyed(("known", known.name), Group(0, known.name, known.kind, known))

    def bearer(self, name: str) -> Group | None:
        """The group that bears a name in this article."""
        return self._by_key.get(("name", self.bearers.get(name, name)))

    def also(self, key: Key, group: Group) -> None:
        """Keep a group under a second key, unless another is kept there."""
        self._by_key.setdefault(key, group)

    def side(self, name: str | None) -> str | None:
        """The side that a role's owner speaks for: a known actor's own, or a person's by that person's roles."""
        if name is None:
            return None
        if (known := self.lexicon.actors.get(name)) is not None and known.kind != "person":
            return known.speaks_for
        office = self.get(("office", name))
        if office is not None:
            return next((self.side(role.of) for role in office.roles if role.of), None)
        person = self.bearer(name)
        return next((self.lexicon.side_of(role.of) for role in person.roles if role.of), None) if person else None
