"""The actors of one article: its mentions in order, each given to the group it speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import ActorKind, Referent, Role, Span, Speaker
from onrecord.resolve import _anaphora as anaphora
from onrecord.resolve._groups import Group
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._lists import Known
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold, parts
from onrecord.resolve._persons import persons
from onrecord.resolve._salience import meant, salience, weight
from onrecord.resolve._words import past, same_office, words


def _lasting(group: Group) -> bool:
    """Whether a group that says nothing in the article is still somebody: a person, a listed actor, a body's name."""
    if group.known or group.is_person:
        return True
    named = any(word in words().bodies for word in group.name.split())
    return named or (group.kind == "office" and any(role.of for role in group.roles))


def _kind(group: Group) -> ActorKind:
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


class Roster:
    """The groups of one article, built by giving it its mentions in the order of the text."""

    def __init__(self, lexicon: Lexicon, mentions: Sequence[Mention], spoken: Sequence[Span]) -> None:
        self.lexicon = lexicon
        self.groups: list[Group] = []
        self.of: dict[int, Group] = {}  # id of a mention → its group
        self._by_key: dict[tuple[str, str], Group] = {}
        named = [mention for mention in mentions if mention.sort == "name"]
        bearers = persons(named, lexicon)
        self._bearers = {mention.name: bearers[id(mention)] for mention in named}
        self._tally(named, bearers, spoken)
        self._shorten({m.known.name: m.known for m in mentions if m.known})
        for mention in mentions:
            self._place(mention, speaks=within(Span(mention.span.end - 1, mention.span.end), spoken))

    def _tally(self, named: Sequence[Mention], bearers: Mapping[int, str], spoken: Sequence[Span]) -> None:
        """All names first: who is a person, and who holds which role anywhere in the article."""
        for mention in named:
            name = bearers[id(mention)]
            group = self._by_key.get(("name", name)) or self._new(("name", name), Group(0, name, "person"))
            group.add(mention, mention.name)
            group.said += within(Span(mention.span.end - 1, mention.span.end), spoken)
            self.of[id(mention)] = group
        for group in self.groups:
            group.kind = _kind(group)
            group.votes += 2 * group.said * group.is_person

    def _shorten(self, listed: Mapping[str, Known]) -> None:
        """ "The Post" is the Washington Post where the article names it."""
        for name, known in sorted(listed.items()):
            group = self._by_key.get(("name", name.split()[-1]))
            if " " in name and group is not None and not group.is_person and known.kind in {"outlet", "organisation"}:
                group.name, group.kind, group.known = known.name, known.kind, known
                self._by_key.setdefault(("known", name), group)

    def _place(self, mention: Mention, *, speaks: bool) -> None:
        group = self.of.get(id(mention)) or self._home(mention)
        if group is None:
            return
        if id(mention) not in self.of:
            self.of[id(mention)] = group
            if mention.sort != "pronoun":
                group.add(mention, mention.name if mention.known is None else self._form(mention))
        group.spoke = group.spoke or speaks
        if not mention.quoted:
            group.weights.append((mention.sentence, weight(mention, speaks=speaks)))

    def _form(self, mention: Mention) -> str:
        return mention.known.name if mention.known else mention.name

    def _home(self, mention: Mention) -> Group | None:
        if mention.same is not None and (same := self.of.get(id(mention.same))) is not None:
            return same
        if mention.sort == "pronoun":
            return meant(mention, self.groups)
        if mention.sort == "state":
            return self._state(mention)
        if mention.known is not None:
            known = mention.known
            return self._keyed(("known", known.name), Group(0, known.name, known.kind, known))
        if mention.sort == "role":
            return self._held(mention) or self._role_only(mention)
        if mention.sort == "office":
            return self._office(mention)
        if mention.sort == "described":
            return self._described(mention)
        return self._unnamed(mention)

    def _held(self, mention: Mention) -> Group | None:
        """The person who holds a role, who is announced by it, or who is called so a second time."""
        if mention.indefinite:
            return self._announced(mention)
        held = self.holder(mention.name, mention.of, mention)
        if held is None and mention.definite and mention.of is None and not mention.plural:
            known = ("role", mention.name) in self._by_key
            held = anaphora.epithet(mention, self.groups) if self._is_epithet(mention) and not known else None
        return held

    def _is_epithet(self, mention: Mention) -> bool:
        return mention.name.split()[-1] in words().epithets

    def _announced(self, mention: Mention) -> Group | None:
        head = mention.name.split()[-1]
        if mention.plural or head in words().anonymous:
            return None
        asked = self._side(mention.of)

        def agreement(group: Group) -> int:
            titles = (mention.title or mention.name, head)
            fits = (self._agreement(title, asked, mention.of, role) for title in titles for role in group.roles)
            return max(fits, default=0)

        return anaphora.introduced_later(mention, self.groups, agreement, least=2)

    def _described(self, mention: Mention) -> Group:
        """A document, body or person of whom only a common noun is given; "the report" is the last report."""
        noun = mention.name.split()[-1].lower()
        bare = mention.definite and " " not in mention.name
        if bare and mention.kind == "organisation" and (named := anaphora.body(noun, mention, self.groups)):
            return named
        kinds: dict[str, ActorKind] = {"document": "document", "organisation": "organisation"}
        kind = kinds.get(mention.kind, "unnamed")
        if mention.definite or kind == "document":
            same = [g for g in self.groups if g.kind == kind and g.weights and fold(g.name).split()[-1] == noun]
            if same:
                return max(same, key=lambda g: g.weights[-1][0])
        group = self._keyed((f"described {kind}", fold(mention.name)), Group(0, mention.name, kind))
        group.plural, group.unnamed_kind = mention.plural, mention.kind
        return group

    def _keyed(self, key: tuple[str, str], fresh: Group) -> Group:
        return self._by_key.get(key) or self._new(key, fresh)

    def _new(self, key: tuple[str, str], group: Group) -> Group:
        group.number = len(self.groups)
        self.groups.append(group)
        self._by_key[key] = group
        return group

    def holder(self, title: str, of: str | None, mention: Mention) -> Group | None:
        """The person of the article who holds a role: of the side asked for, the most salient, else the first."""
        asked = self._side(of)
        ranked: list[tuple[int, float, int, Group]] = []
        for group in self.groups:
            if not group.is_person or (mention.gender and group.gender not in {None, mention.gender}):
                continue
            agreement = max((self._agreement(title, asked, of, role) for role in group.roles), default=0)
            if agreement:
                ranked.append((-agreement, -salience(group, mention.sentence), group.mentions[0].span.start, group))
        return min(ranked, key=lambda r: r[:3])[3] if ranked else None

    def _agreement(self, title: str, asked: str | None, of: str | None, role: Role) -> int:
        fit = same_office(title, role.title) if role.title else 0
        if not fit or (past(role.title) and not past(title)):
            return 0
        held = self._side(role.of)
        if (of and of == role.of) or (asked and held):
            return 4 + fit if of == role.of or asked == held else 0
        return (
            0 if asked else fit
        )  # "the Xlandish president" and a president of nobody knows where: the collection tells

    def _side(self, name: str | None) -> str | None:
        """The side that a role's owner speaks for: a known actor's own, or a person's by that person's roles."""
        if name is None:
            return None
        if (known := self.lexicon.actors.get(name)) is not None and known.kind != "person":
            return known.speaks_for
        office = self._by_key.get(("office", name))
        if office is not None:
            return next((self._side(role.of) for role in office.roles if role.of), None)
        person = self._by_key.get(("name", self._bearers.get(name, name)))
        return next((self.lexicon.side_of(role.of) for role in person.roles if role.of), None) if person else None

    def _role_only(self, mention: Mention) -> Group:
        owner = self.lexicon.actors.get(mention.of or "")
        head = mention.name.split()[-1]
        if head.startswith("spokes") and mention.of:
            return self._voice_of(mention.of, mention)
        if mention.indefinite or head in words().anonymous or head.startswith("spokes"):
            mention.kind = words().unnamed.get(head, "official")
            return self._unnamed(mention)
        name = (
            f"{owner.adjective} {mention.name}"
            if owner
            else f"{mention.of}'s {mention.name}"
            if mention.of
            else mention.name
        )
        group = self._keyed(("role", name), Group(0, name, "office", role_only=True))
        group.roles.append(Role(mention.name, mention.of, mention.span))
        return group

    def _voice_of(self, name: str, mention: Mention) -> Group:
        """A spokesman without a name speaks as the body; a person's stays unnamed."""
        known = self.lexicon.actors.get(name)
        if known is not None:
            return self._keyed(("known", name), Group(0, name, known.kind, known))
        if ("name", self._bearers.get(name, name)) in self._by_key:
            mention.kind, mention.name = "official", f"{mention.name} for {name}"
            return self._unnamed(mention)
        return self._office(replace(mention, name=name, of=None))

    def _state(self, mention: Mention) -> Group | None:
        """The most salient state."""
        states = [(salience(g, mention.sentence), -g.number, g) for g in self.groups if g.kind == "state"]
        value, _, group = max(states, key=lambda s: s[:2], default=(0.0, 0, None))
        return group if value else None

    def _office(self, mention: Mention) -> Group:
        if mention.owned and mention.of is None and (owner := self._state(mention)) and owner.known:
            mention.of, mention.name = owner.name, f"{owner.known.adjective} {mention.name}"
        if mention.of is None:
            last = fold(mention.name)
            fitting = [
                g
                for g in self.groups
                if g.weights and g.kind in {"office", "organisation"} and fold(g.name).endswith(last)
            ]
            if fitting:
                return max(fitting, key=lambda g: g.weights[-1][0])
            state = words().typical.get(fold(mention.name))
            if state:
                mention.of, mention.name = state, f"{self.lexicon.actors[state].adjective} {fold(mention.name)}"
        kind: ActorKind = "outlet" if mention.kind == "outlet" else "office"
        group = self._keyed(("office", mention.name), Group(0, mention.name, kind))
        if mention.of:
            group.roles.append(Role("", mention.of, mention.span))
        return group

    def _unnamed(self, mention: Mention) -> Group:
        mention.of = None if past(mention.name) else mention.of  # a former official speaks for nobody
        head = mention.name.split()[-1] if mention.name else ""
        if mention.indefinite and head in words().heads and (later := self._announced(mention)):
            return later
        if mention.two and mention.plural and (both := anaphora.pair(mention, self.groups)):
            name = " and ".join(group.name for group in both)
            group = self._keyed(("pair", name), Group(0, name, "group", plural=True))
            group.unnamed_kind = "group"
            return group
        if mention.definite and " " not in mention.name:
            if (mention.kind == "outlet" or head in words().institutions) and not _many(mention, head):
                named = anaphora.body(head, mention, self.groups)
                if named is not None:
                    return named
            same = [g for g in self.groups if g.kind == "unnamed" and g.weights and head in g.name.split()]
            if same:
                return max(same, key=lambda g: (g.spoke, g.weights[-1][0]))
        kind = mention.kind
        group = self._keyed(
            (f"unnamed {mention.of}", fold(mention.name)),
            Group(0, mention.name, "group" if kind == "group" else "unnamed"),
        )
        group.plural, group.unnamed_kind = mention.plural, kind
        if mention.of:
            group.roles.append(Role("", mention.of, mention.span))
        return group

    def settle(self, said: Sequence[Speaker]) -> tuple[tuple[Referent, ...], tuple[Speaker, ...]]:
        """The referents, and the speakers by their numbers: unnamed sources that say nothing are left out."""
        spoke = {speaker.referent for speaker in said}
        kept = [g for g in self.groups if g.mentions and (g.number in spoke or _lasting(g))]
        renumbered = {group.number: number for number, group in enumerate(kept)}
        for group in kept:
            group.number = renumbered[group.number]
            group.roles = [
                Role(role.title, self._bearers.get(role.of, role.of) if role.of else None, role.span)
                for role in group.roles
            ]
        referents = tuple(group.referent() for group in kept)
        return referents, tuple(
            Speaker(None if s.referent is None else renumbered.get(s.referent), s.as_written, s.grade) for s in said
        )


def _many(mention: Mention, head: str) -> bool:
    return mention.plural and head not in words().collective


def within(span: Span, spans: Sequence[Span]) -> bool:
    """Whether one of the spans holds the span."""
    return any(other.start <= span.start and span.end <= other.end for other in spans)
