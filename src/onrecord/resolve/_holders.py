"""Roles → the persons who hold them: "the foreign minister", "a former ambassador", "the Republican"."""

from __future__ import annotations

from onrecord.model import Role
from onrecord.resolve import _anaphora as anaphora
from onrecord.resolve._groups import Group
from onrecord.resolve._ledger import Ledger
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold
from onrecord.resolve._salience import salience
from onrecord.resolve._words import leads_a_firm, past, same_office, words

SAME_SIDE = 4  # what an equal side counts beside how well the titles agree
OTHER_WORDS = 2  # of `same_office`: the same office in other words


def held(ledger: Ledger, mention: Mention) -> Group | None:
    """The person who holds a role, whom it announces, or whom it calls by a second name."""
    if mention.indefinite:
        return announced(ledger, mention)
    shielded = anaphora.shielded(mention, ledger.groups)
    return shielded or _holder(ledger, mention) or second_name(ledger, mention)


def second_name(ledger: Ledger, mention: Mention) -> Group | None:
    """Whom "the Republican", "the billionaire" calls by another name: nobody had been called so before.

    A list says which nouns can do so, beside "the former …": one that shields somebody ("the insider") must never
    become a person.
    """
    noun = (fold(mention.name).split() or [""])[-1]
    again = noun in words().epithets or (mention.sort == "role" and past(mention.name))
    if not mention.definite or mention.plural or not again:
        return None
    called = any(fold(form).split()[-1:] == [noun] for g in ledger.groups if not g.is_person for form in g.forms)
    return None if called else anaphora.epithet(mention, ledger.groups)


def announced(ledger: Ledger, mention: Mention) -> Group | None:
    """The person whom "a former ambassador" announces, by the role that the article then names them in."""
    head = mention.name.split()[-1]
    if mention.plural or head in words().anonymous or head.startswith("spokes"):
        return None  # a spokesman without a name is the voice of a body

    def agreement(group: Group) -> int:
        titles = (mention.title or mention.name, head)
        return max((_agreement(ledger, title, mention.of, role) for title in titles for role in group.roles), default=0)

    return anaphora.introduced_later(mention, ledger.groups, agreement, least=OTHER_WORDS)


def _holder(ledger: Ledger, mention: Mention) -> Group | None:
    """The person of the article who holds a role: of the side asked for, the most salient, else the first."""
    ranked: list[tuple[int, float, int, Group]] = []
    for group in ledger.groups:
        if not group.is_person or (mention.gender and group.gender not in {None, mention.gender}):
            continue
        agreement = max((_agreement(ledger, mention.name, mention.of, role) for role in group.roles), default=0)
        if agreement:
            ranked.append((-agreement, -salience(group, mention.sentence), group.mentions[0].span.start, group))
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def _agreement(ledger: Ledger, title: str, of: str | None, role: Role) -> int:
    fit = same_office(title, role.title) if role.title else 0
    if not fit or (past(role.title) and not past(title)):
        return 0
    asked, holds = ledger.side(of), ledger.side(role.of)
    if (of and of == role.of) or (asked and holds):
        return SAME_SIDE + fit if of == role.of or asked == holds else 0
    if of is None and leads_a_firm(role.title, role.of, holds):
        return 0
    # "The Xlandish president" and a president of nobody knows where: that is for the collection to tell.
    return 0 if asked else fit
