"""Which names are one person's across a collection. The result does not depend on the order of the articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model import Referent
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._names import can_be_spelling, fits, parts, same_name, sound
from onrecord.resolve._sides import Roles, agree, same_holder

Node = tuple[str, Referent]


@dataclass(slots=True, eq=False)
class Cluster:
    """One person (or a body that no list knows): every referent of every article that is taken for it."""

    nodes: list[Node] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)  # full names → articles that have them

    @property
    def head(self) -> str:
        """The name that most articles have; of several the longest, then the first in the alphabet."""
        return min(self.names, key=lambda name: (-self.names[name], -len(parts(name)), name))

    @property
    def support(self) -> int:
        return self.names.total()

    def add(self, node: Node) -> None:
        self.nodes.append(node)
        self.names[node[1].name] += 1

    def absorb(self, other: Cluster) -> None:
        """Take in all of another cluster."""
        self.nodes += other.nodes
        self.names += other.names


def clusters(nodes: Iterable[Node], lexicon: Lexicon, roles: Roles) -> list[Cluster]:
    """Nodes with a name of their own (persons and unlisted bodies) → clusters, in a fixed order."""
    by_name: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_name[node[1].name].append(node)
    full = sorted((n for n in by_name if len(parts(n)) > 1), key=lambda n: (-len(parts(n)), -len(by_name[n]), n))
    found = _full(full, by_name, lexicon)
    found = _respelled(found, roles)
    index: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in found:
        for key in sorted({key for name in cluster.names for key in _ends(name)}):
            index[key].append(cluster)
    singles = sorted((name for name in by_name if len(parts(name)) <= 1), key=lambda n: (-len(by_name[n]), n))
    alone: list[Cluster] = []
    for name in singles:
        for node in sorted(by_name[name], key=lambda n: n[0]):
            home = _home(node, index.get(_block(name), []), lexicon, roles) or _same_word(node, alone, lexicon)
            if home is None:
                home = Cluster()
                alone.append(home)
            home.add(node)
    return [*found, *alone]


def _full(names: list[str], by_name: dict[str, list[Node]], lexicon: Lexicon) -> list[Cluster]:
    found: list[Cluster] = []
    index: dict[str, list[Cluster]] = defaultdict(list)
    for name in names:
        near = {id(c): c for key in _ends(name) for c in index[key]}
        fitting = [c for c in near.values() if _one_of(name, c, lexicon)]
        if fitting:
            home = max(fitting, key=lambda c: (c.support, c.head))
        else:
            home = Cluster()
            found.append(home)
        for node in sorted(by_name[name], key=lambda n: (n[0], n[1].number)):
            home.add(node)
        for key in _ends(name):
            if home not in index[key]:
                index[key].append(home)
    return found


def _block(name: str) -> str:
    return sound((parts(name) or ("",))[-1])[:2]


def _ends(name: str) -> list[str]:
    """Where names that could be spellings of this one are looked for: the start of its first and of its last word."""
    words = parts(name)
    return sorted({sound(words[0])[:2], sound(words[-1])[:2]}) if words else []


def _one_of(name: str, cluster: Cluster, lexicon: Lexicon) -> bool:
    listed = lexicon.person(name)
    for other in sorted(cluster.names):
        known = lexicon.person(other)
        if listed is not None and known is not None:
            return listed.name == known.name
    return any(same_name(name, other) for other in sorted(cluster.names))


def _respelled(found: list[Cluster], roles: Roles) -> list[Cluster]:
    """Join clusters whose names could be spellings of one and whose holders have the same office."""
    ordered = sorted(found, key=lambda c: (-c.support, c.head))
    blocks: dict[str, list[Cluster]] = defaultdict(list)
    kept: list[Cluster] = []
    for cluster in ordered:
        block = blocks[_block(cluster.head)]
        home = next(
            (c for c in block if can_be_spelling(c.head, cluster.head) and same_holder(c.nodes, cluster.nodes, roles)),
            None,
        )
        if home is not None:
            home.absorb(cluster)
        else:
            block.append(cluster)
            kept.append(cluster)
    return kept


def _home(node: Node, near: list[Cluster], lexicon: Lexicon, roles: Roles) -> Cluster | None:
    """The cluster that a single word stands for: by the place of the word, then the office, then the support."""
    referent = node[1]
    listed = lexicon.person(referent.name)
    ranked: list[tuple[int, int, int, str, Cluster]] = []
    for cluster in near:
        same = listed is not None and any(lexicon.person(name) == listed for name in cluster.names)
        fit = 4 if same else max(fits(referent.name, name) for name in cluster.names)
        agreement = agree([node], cluster.nodes, roles)
        if fit and agreement >= 0 and not _clash(referent, cluster):
            ranked.append((-agreement, -(fit >= 2), -cluster.support, cluster.head, cluster))
    return min(ranked, key=lambda r: r[:4])[4] if ranked else None


def _clash(referent: Referent, cluster: Cluster) -> bool:
    genders = Counter(r.gender for _, r in cluster.nodes if r.gender)
    return bool(genders) and referent.gender is not None and genders[referent.gender] == 0


def _same_word(node: Node, alone: list[Cluster], lexicon: Lexicon) -> Cluster | None:
    name = node[1].name
    listed = lexicon.person(name)
    for cluster in alone:
        known = lexicon.person(cluster.head)
        if (listed and known and listed == known) or fits(name, cluster.head) >= 2:
            return cluster
    return None
