"""Which articles have other statements than before, after judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.model import Judgement
from onrecord.store import OF_STATEMENTS

if TYPE_CHECKING:
    from onrecord.serve._moment import Moment


def articles_between(before: Moment, after: Moment) -> frozenset[str]:
    """Ids of the articles that have other statements after than before, or others who speak. Both moments are of one
    file: they differ by their logs alone."""
    logs = [{one.id: one for one in moment.record.judgements()} for moment in (before, after)]
    every = logs[0] | logs[1]
    made = [_undone(every[id], every) for id in logs[0].keys() ^ logs[1].keys()]
    found = {article for one in made if one is not None for article in _articles(one, before)}
    if any(one is not None and one.kind not in OF_STATEMENTS for one in made):
        found |= set(_spoken_by(_changed(before, after), (before, after)))
    return frozenset(found & after.articles.keys())


def _undone(one: Judgement, log: Mapping[str, Judgement]) -> Judgement | None:
    """What a judgement takes back, or itself."""
    found: Judgement | None = one
    while found is not None and found.kind == "undo":
        found = log.get(found.target)
    return found


def _articles(one: Judgement, before: Moment) -> Iterator[str]:
    """The articles that a judgement on a statement may be about: where it was made, or where its words are now."""
    if one.kind in OF_STATEMENTS:
        said = one.value if one.kind == "add" else one.machine
        name = said.get("article_name")
        yield said["article"]
        yield from (article.id for article in before.articles.values() if article.name == name)


def _changed(before: Moment, after: Moment) -> frozenset[str]:
    """Ids of the actors that are others than before."""
    either = before.actors.keys() | after.actors.keys()
    return frozenset(id for id in either if before.actors.get(id) != after.actors.get(id))


def _spoken_by(actors: frozenset[str], moments: Iterable[Moment]) -> Iterator[str]:
    """The articles in which one of them says something, at any of the moments."""
    for moment in moments:
        for one in (*moment.record.statements(), *moment.record.rejected()):
            if one.actor in actors:
                yield one.article
