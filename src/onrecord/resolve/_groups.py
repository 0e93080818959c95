"""Groups: the mentions of one article that speak of the same actor, before they become referents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.model import ActorKind, Referent, Role
from onrecord.resolve._lists import Known
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import parts
from onrecord.resolve._words import Gender, words


@dataclass(slots=True, eq=False)
class Group:
    """The mentions of one actor. `role_only` is one known by a role alone: "the Ukrainian president"."""

    number: int
    name: str
    kind: ActorKind
    known: Known | None = None
    role_only: bool = False
    plural: bool = False
    mentions: list[Mention] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    roles: list[Role] = field(default_factory=list)
    weights: list[tuple[int, float]] = field(default_factory=list)
    genders: Counter[Gender] = field(default_factory=Counter)
    votes: int = 0
    said: int = 0  # mentions by name that are the source of an attribution
    spoke: bool = False  # it was the source of an attribution so far
    unnamed_kind: str = ""

    @property
    def is_person(self) -> bool:
        return self.kind == "person"

    @property
    def is_body(self) -> bool:
        """Whether words of the name make it an organisation, not a place."""
        return any(mention.kind == "organisation" for mention in self.mentions)

    @property
    def gender(self) -> Gender | None:
        feminine, masculine = self.genders["feminine"], self.genders["masculine"]
        return None if feminine == masculine else "feminine" if feminine > masculine else "masculine"

    def add(self, mention: Mention, form: str) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.forms[form] += 1
        self.roles += mention.roles
        self.votes += mention.votes
        if mention.gender:
            self.genders[mention.gender] += 1

    def referent(self) -> Referent:
        """The group as the rest of the program knows it."""
        first = min(self.mentions, key=lambda m: m.span)
        return Referent(
            number=self.number,
            name=self.name,
            kind=self.kind,
            forms=tuple(sorted(self.forms.items(), key=lambda f: (-f[1], f[0]))),
            roles=tuple(self.roles),
            first=first.span,
            gender=self.gender,
            plural=self.plural,
            person_votes=self.votes,
        )


def fullest(names: Counter[str]) -> str:
    """The name with most words; of several the most frequent, then the first in the alphabet."""
    return min(names, key=lambda name: (-len(parts(name)), -names[name], name))


def kind_of(group: Group) -> ActorKind:
    """Whether a name is a person's. Bodies speak as well, so that speaking helps only where nothing is against it."""
    if words().outlets & {group.name.split()[-1]}:
        return "outlet"
    if all(mention.kind == "organisation" for mention in group.mentions):
        return "organisation"
    if any(mention.votes > 1 and (mention.roles or " " in mention.name) for mention in group.mentions):
        return "person"  # one clear word outweighs what a parser makes of the rest
    several = len(parts(group.name)) > 1
    enough = group.votes + 2 * (group.said > 0) > 0 if several else _alone(group)
    return "person" if enough else "organisation"


def _alone(group: Group) -> bool:
    """A single word: not one in capitals, as bodies are shortened, nor one that is mostly read as a body's."""
    bodies = sum(mention.label == "ORG" for mention in group.mentions)
    spoken = 0 if group.name.isupper() or 2 * bodies >= len(group.mentions) else 2 * group.said
    return group.votes + spoken >= 2
