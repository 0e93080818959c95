"""On how much a picture rests, as its first sentence says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.publish._views import Views


@dataclass(frozen=True, slots=True)
class Rests:
    """So many statements, in so many articles."""

    statements: int
    articles: int


def rests(views: Views, statements: Iterable[str]) -> Rests:
    """What statements, by their ids, come to."""
    ids = set(statements)
    return Rests(len(ids), len({views.said[id].article.id for id in ids}))
