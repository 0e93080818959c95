"""The actors of one article: its mentions in order, each given to the group it speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Referent, Role, Span, Speaker
from onrecord.resolve._groups import Group, kind_of
from onrecord.resolve._holders import held
from onrecord.resolve._ledger import Ledger
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._lists import Known
from onrecord.resolve._mentions import Mention
from onrecord.resolve._nameless import described, unnamed
from onrecord.resolve._offices import office, role_only, state
from onrecord.resolve._persons import persons
from onrecord.resolve._salience import meant, weight
from onrecord.resolve._spoken import Spoken
from onrecord.resolve._words import words


def _lasting(group: Group) -> bool:
    """Whether a group that says nothing in the article is still somebody: a person, a listed actor, a body's name."""
    if group.known or group.is_person:
        return True
    named = any(word in words().bodies for word in group.name.split())
    return named or (group.kind == "office" and any(role.of for role in group.roles))


class Roster:
    """The groups of one article, built by giving it its mentions in the order of the text."""

    def __init__(self, lexicon: Lexicon, mentions: Sequence[Mention], spoken: Spoken) -> None:
        named = [mention for mention in mentions if mention.sort == "name"]
        bearers = persons(named, lexicon)
        self._ledger = Ledger(lexicon, {mention.name: bearers[id(mention)] for mention in named})
        self.of: dict[int, Group] = {}  # id of a mention → its group
        self._tally(named, bearers, spoken)
        self._shorten({m.known.name: m.known for m in mentions if m.known})
        for mention in mentions:
            self._place(mention, speaks=spoken.hold(Span(mention.span.end - 1, mention.span.end)))

    def _tally(self, named: Sequence[Mention], bearers: Mapping[int, str], spoken: Spoken) -> None:
        """All names first: who is a person, and who holds which role anywhere in the article."""
        for mention in named:
            name = bearers[id(mention)]
            group = self._ledger.keyed(("name", name), Group(0, name, "person"))
            group.add(mention, mention.name)
            group.said += spoken.hold(Span(mention.span.end - 1, mention.span.end))
            self.of[id(mention)] = group
        for group in self._ledger.groups:
            group.kind = kind_of(group)
            group.votes += 2 * group.said * group.is_person

    def _shorten(self, listed: Mapping[str, Known]) -> None:
        """ "The Post" is the Washington Post where the article names it."""
        for name, known in sorted(listed.items()):
            for last in sorted({form.split()[-1] for form in (name, *known.aliases) if " " in form}):
                group = self._ledger.get(("name", last))
                if group is not None and not group.is_person and known.kind in {"outlet", "organisation"}:
                    group.name, group.kind, group.known = known.name, known.kind, known
                    self._ledger.also(("known", name), group)

    def _place(self, mention: Mention, *, speaks: bool) -> None:
        group = self.of.get(id(mention)) or self._home(mention)
        if group is None:
            return
        if id(mention) not in self.of:
            self.of[id(mention)] = group
            if mention.sort != "pronoun":
                group.add(mention, mention.known.name if mention.known else mention.name)
        group.spoke = group.spoke or speaks
        if not mention.quoted:
            group.weights.append((mention.sentence, weight(mention, speaks=speaks)))

    def _home(self, mention: Mention) -> Group | None:
        if mention.same is not None and (same := self.of.get(id(mention.same))) is not None:
            return same
        if mention.known is not None and mention.sort == "known":
            return self._ledger.listed(mention.known)
        match mention.sort:
            case "pronoun":
                return meant(mention, self._ledger.groups)
            case "state":
                return state(self._ledger, mention)
            case "role":
                return held(self._ledger, mention) or role_only(self._ledger, mention)
            case "office":
                return office(self._ledger, mention)
            case "described":
                return described(self._ledger, mention)
            case _:
                return unnamed(self._ledger, mention)

    def settle(self, said: Sequence[Speaker]) -> tuple[tuple[Referent, ...], tuple[Speaker, ...]]:
        """The referents, and the speakers by their numbers: unnamed sources that say nothing are left out."""
        spoke = {speaker.referent for speaker in said}
        kept = [g for g in self._ledger.groups if g.mentions and (g.number in spoke or _lasting(g))]
        renumbered = {group.number: number for number, group in enumerate(kept)}
        for group in kept:
            group.number = renumbered[group.number]
            group.roles = [
                Role(role.title, self._ledger.bearers.get(role.of, role.of) if role.of else None, role.span)
                for role in group.roles
            ]
        referents = tuple(group.referent() for group in kept)
        return referents, tuple(
            Speaker(None if s.referent is None else renumbered.get(s.referent), s.as_written, s.grade) for s in said
        )
