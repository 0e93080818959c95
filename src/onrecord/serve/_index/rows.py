"""Statements as the index holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Actor, Article, Statement

Coded = tuple[str, str, str]  # issue, issue.option, stance
REJECTED = "rejected"
LAST = float("inf")


@dataclass(frozen=True, slots=True)
class Row:
    """A statement to be found, with all that a list of results shows of it.

    `date` is when it was said, else published; `words` are its content's; `name` is who says it and `speaker` all that
    they are called; `sure` is its place in the queue of what is to be looked over, the least sure first.
    """

    id: str
    article: str
    date: str | None
    outlet: str | None
    actor: str | None
    side: str | None
    mode: str
    grade: str | None
    judged: str | None
    sure: float
    title: str
    words: str
    name: str
    speaker: str
    held: tuple[Coded, ...]


def rows_of(
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    actors: Mapping[str, Actor],
    sure: Mapping[str, float],
    rejected: Collection[str] = (),
) -> list[Row]:
    """Statements as rows; one without a place in the queue stands at its end. Those whose ids are `rejected` bear that
    as judgement."""
    return [_row(one, articles, actors, sure, REJECTED if one.id in rejected else one.judged) for one in statements]


def _row(
    one: Statement,
    articles: Mapping[str, Article],
    actors: Mapping[str, Actor],
    sure: Mapping[str, float],
    judged: str | None,
) -> Row:
    article, actor = articles[one.article], actors.get(one.actor or "")
    names = (actor.name, *actor.aliases) if actor is not None else ()
    content = one.attribution.content
    return Row(
        id=one.id,
        article=one.article,
        date=one.said.value or article.published.value,
        outlet=article.outlet,
        actor=one.actor,
        side=one.side,
        mode=one.attribution.mode,
        grade=one.grade,
        judged=judged,
        sure=sure.get(one.id, LAST),
        title=article.title or article.name,
        words=" … ".join(article.text[span.start : span.end] for span in content),
        name=names[0] if names else one.as_written or "",
        speaker=" ".join(dict.fromkeys((*names, one.as_written or ""))),
        held=tuple(dict.fromkeys((p.issue, f"{p.issue}.{p.option}", p.stance) for p in one.positions)),
    )
