"""How many articles are left when copies of one another count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Reuse

COPY = 0.2  # containment of either article from which the two are one voice; unrelated reports stay below .13


def families(article_ids: Iterable[str], reuse: Sequence[Reuse]) -> tuple[tuple[str, ...], ...]:
    """The given articles grouped so that copies stand together; both the groups and their members are sorted.

    Two articles are joined when the containment of either in the other is COPY or more, and through third ones of the
    given articles. Pairs with articles that are not given have no say.
    """
    parent = {article: article for article in sorted(set(article_ids))}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for pair in reuse:
        if pair.a in parent and pair.b in parent and max(pair.containment_a, pair.containment_b) >= COPY:
            first, second = sorted((root(pair.a), root(pair.b)))
            parent[second] = first
    groups: dict[str, list[str]] = {}
    for article in parent:
        groups.setdefault(root(article), []).append(article)
    return tuple(tuple(group) for group in groups.values())


def voices(article_ids: Iterable[str], reuse: Sequence[Reuse]) -> int:
    """How many of these articles are independent of one another: from 1 to their number, 0 when there are none."""
    return len(families(article_ids, reuse))
