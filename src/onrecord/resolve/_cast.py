"""The whole collection: every article's referents → actors."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.model import Actor, ActorKind, Affiliation, Referent
from onrecord.resolve._clusters import Cluster, clusters
from onrecord.resolve._home import side_at_home, states_at_home
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._lists import Known
from onrecord.resolve._names import fold, parts, same_name
from onrecord.resolve._sides import Node, Roles, side_of, speaks
from onrecord.resolve._words import leads_a_firm, same_office, typical, words


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making."""

    name: str
    kind: ActorKind
    side: str | None
    nodes: list[Node] = field(default_factory=list)

    @property
    def id(self) -> str:
        side = self.side or "" if self.kind in {"unnamed", "group"} else ""
        return hashlib.sha256("\0".join((self.kind, self.name, side)).encode()).hexdigest()[:16]


def cast(
    referents: Iterable[tuple[str, tuple[Referent, ...]]], lexicon: Lexicon
) -> tuple[tuple[Actor, ...], dict[tuple[str, int], str]]:
    """The actors of a collection, and which of them each article's referents are.

    In: (article id, its referents) in any order; the result is the same for all. Out: the actors by name, and
    (article id, number of the referent) → actor id.
    """
    nodes = [(article, r) for article, found in sorted(referents, key=lambda a: a[0]) for r in found]
    roles = Roles(nodes, lexicon)
    named = [node for node in nodes if _bears_a_name(node[1], lexicon)]
    people = [_person(cluster, lexicon, roles) for cluster in clusters(named, lexicon, roles)]
    _sides_through_leaders(people, nodes, lexicon)
    _sides_through_administrations(people, nodes)
    home = states_at_home(nodes, roles)
    for draft in people:
        if draft.kind == "person" and draft.side is None:
            draft.side = side_at_home(draft.nodes, home)
    _sides_through_others(people, roles)
    holders = _holders(people)
    drafts = list(people)
    fixed: dict[tuple[str, str, str], Draft] = {}
    for node in nodes:
        if _bears_a_name(node[1], lexicon):
            continue
        holder = _holder(node, holders.get(node[0], []), roles)
        if holder is not None:
            holder.nodes.append(node)
            continue
        draft = _other(node, lexicon, roles)
        fixed.setdefault((draft.kind, fold(draft.name), draft.side or ""), draft).nodes.append(node)
    merged = _merged([*drafts, *fixed.values()])
    canonical = {(article, r.name): d.name for d in merged for article, r in d.nodes}
    actors = sorted((_actor(draft, canonical) for draft in merged), key=lambda a: (a.name, a.kind, a.id))
    return tuple(actors), {(article, r.number): draft.id for draft in merged for article, r in draft.nodes}


def _bears_a_name(referent: Referent, lexicon: Lexicon) -> bool:
    """Whether the referent goes by a name that no list holds as anything but a person's."""
    known = lexicon.actors.get(referent.name)
    return referent.kind in {"person", "organisation"} and (known is None or known.kind == "person")


def _person(cluster: Cluster, lexicon: Lexicon, roles: Roles) -> Draft:
    votes = sum(r.person_votes for _, r in cluster.nodes)
    body = any(word in words().bodies for word in cluster.head.split())
    enough = 1 if len(parts(cluster.head)) > 1 else 2
    kind: ActorKind = "person" if votes >= enough and not body else "organisation"
    side = side_of(cluster.nodes, roles) if kind == "person" else None
    listed = _listed(cluster, lexicon)
    if listed is not None and (listed.side or listed.of):
        side = listed.side or lexicon.side_of(listed.of)
    return Draft(_canonical(cluster, lexicon, side), "person" if listed else kind, side, list(cluster.nodes))


def _listed(cluster: Cluster, lexicon: Lexicon) -> Known | None:
    found = (lexicon.person(name) for name, _ in sorted(cluster.names.items(), key=lambda n: (-n[1], n[0])))
    return next((known for known in found if known is not None), None)


def _canonical(cluster: Cluster, lexicon: Lexicon, side: str | None) -> str:
    """The name that a list gives; the spelling of the state's table; else the most frequent full form."""
    listed = _listed(cluster, lexicon)
    if listed is not None:
        return listed.name
    forms: Counter[str] = Counter()
    for _, referent in cluster.nodes:
        forms.update({form: n for form, n in referent.forms if not form.islower()})  # role words are no names
    full = {form: n for form, n in forms.items() if len(parts(form)) > 1} or dict(forms) or {cluster.head: 1}
    best = min(full, key=lambda form: (-full[form], form))
    state = lexicon.actors.get(side) if side else None
    leaders = state.leaders if state is not None else ()
    return next(
        (leader for leader in leaders if len(parts(best)) == len(parts(leader)) > 1 and same_name(best, leader)), best
    )


def _sides_through_administrations(people: list[Draft], nodes: list[Node]) -> None:
    """Coverage of the US by the US says "President Stone" and nothing more: "the Stone administration" then tells."""
    state = typical("administration")
    led = {(article, role.of) for article, r in nodes if r.name.endswith(" administration") for role in r.roles}
    for draft in people:
        if draft.kind == "person" and draft.side is None and _times(draft, "president"):
            known = any((article, r.name) in led for article, r in draft.nodes)
            draft.side = state if known else None


def _sides_through_leaders(people: list[Draft], nodes: list[Node], lexicon: Lexicon) -> None:
    """ "President Stone", of nowhere, or "the Xlandish leader" beside a name: the texts give the office, and the table
    one state that they speak of and that has this leader."""
    titles = words().general["leader"]
    spoken_of: dict[str, set[str]] = defaultdict(set)
    led: dict[str, set[str]] = defaultdict(set)  # article → states whose leader it names by the office alone
    for article, referent in nodes:
        if referent.kind == "state":
            spoken_of[article].add(referent.name)
        if referent.kind == "office":
            led[article] |= {role.of for role in referent.roles if role.of and role.title in {"leader", *titles}}
    for draft in people:
        if draft.kind != "person" or draft.side is not None:
            continue
        articles = {article for article, _ in draft.nodes}
        states = [name for name, known in lexicon.actors.items() if any(_is(draft.name, one) for one in known.leaders)]
        titled = any(_times(draft, title) for title in titles)
        told = [
            state
            for state in states
            if (titled and (_in_full(draft) or any(state in spoken_of[article] for article in articles)))
            or any(state in led[article] for article in articles)
        ]
        draft.side = told[0] if len(told) == 1 else None


def _is(name: str, leader: str) -> bool:
    return name == leader or (len(parts(name)) == 1 and parts(leader)[-1:] == parts(name))


def _in_full(draft: Draft) -> bool:
    return len(parts(draft.name)) > 1


def _sides_through_others(people: list[Draft], roles: Roles) -> None:
    """A second look at sides, now that a person's side is known across articles: "Putin's adviser"."""
    roles.persons = {(article, r.name): d.side for d in people for article, r in d.nodes if d.side}
    for draft in people:
        if draft.kind == "person" and draft.side is None:
            draft.side = side_of(draft.nodes, roles)


def _holders(people: list[Draft]) -> dict[str, list[Draft]]:
    by_article: dict[str, list[Draft]] = defaultdict(list)
    for draft in people:
        if draft.kind == "person":
            for article in sorted({article for article, _ in draft.nodes}):
                by_article[article].append(draft)
    return by_article


def _holder(node: Node, people: list[Draft], roles: Roles) -> Draft | None:
    """The person of the article whom the collection knows to hold a role that the article gives to nobody.

    Of the side that the role is of; else, where one person of the article has the role of nobody knows whom, that one,
    unless the table has it as another state's leader.
    """
    article, referent = node
    asked = next((role for role in referent.roles if role.title), None)
    if referent.kind != "office" or asked is None:
        return None
    side = roles.side(article, asked.of)
    times = {id(draft): _times(draft, asked.title) for draft in people if asked.of or not _heads_a_firm(draft, roles)}
    holding = [draft for draft in people if times.get(id(draft))]
    fitting = [draft for draft in holding if side is None or draft.side == side]
    if side is None or not fitting:
        stray = (
            [d for d in holding if d.side is None and not _leads_another(d, side, roles.lexicon)] if side else fitting
        )
        return stray[0] if len(stray) == 1 else None
    return min(fitting, key=lambda draft: (-times[id(draft)], draft.name))


def _heads_a_firm(draft: Draft, roles: Roles) -> bool:
    """Whether somebody leads a firm or an association, whom "the president" alone does not mean."""
    held = [(article, role) for article, referent in draft.nodes for role in referent.roles if speaks(role)]
    return any(leads_a_firm(role.title, role.of, roles.side(article, role.of)) for article, role in held)


def _times(draft: Draft, title: str) -> int:
    held = (role for _, referent in draft.nodes for role in referent.roles if role.title and speaks(role))
    return sum(same_office(title, role.title) for role in held)


def _leads_another(draft: Draft, side: str, lexicon: Lexicon) -> bool:
    return any(draft.name in known.leaders for name, known in lexicon.actors.items() if name != side)


def _other(node: Node, lexicon: Lexicon, roles: Roles) -> Draft:
    article, referent = node
    known = lexicon.actors.get(referent.name)
    if known is not None:
        return Draft(known.name, known.kind, known.speaks_for)
    side = next((s for role in referent.roles if (s := roles.side(article, role.of))), None)
    return Draft(referent.name, referent.kind, side)


def _merged(drafts: list[Draft]) -> list[Draft]:
    by_id: dict[str, Draft] = {}
    for draft in drafts:
        home = by_id.setdefault(draft.id, draft)
        if home is not draft:
            home.nodes += draft.nodes
            home.side = home.side or draft.side
    return list(by_id.values())


def _actor(draft: Draft, canonical: Mapping[tuple[str, str], str]) -> Actor:
    forms: Counter[str] = Counter()
    held: dict[tuple[str, str | None], Affiliation] = {}
    times: Counter[tuple[str, str | None]] = Counter()
    for article, referent in sorted(draft.nodes, key=lambda n: (n[0], n[1].number)):
        forms.update(dict(referent.forms))
        for role in referent.roles:
            if role.title and referent.kind in {"person", "organisation"}:
                of = canonical.get((article, role.of), role.of) if role.of else None
                held.setdefault((role.title, of), Affiliation(role.title, of, article, role.span))
                times[role.title, of] += 1
    aliases = sorted((form for form in forms if form != draft.name), key=lambda form: (-forms[form], form))
    affiliations = sorted(held, key=lambda office: (-times[office], office[0], office[1] or ""))
    return Actor(
        draft.id, draft.name, draft.kind, draft.side, tuple(aliases), tuple(held[office] for office in affiliations)
    )
