"""Articles for tests of resolve: the source of each attribution stands in double square brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.model import Actor, Article, Attribution, Paragraph, Reading, Span, Statement
from onrecord.resolve import cast, lexicon, refer, statements
from onrecord.syntax import paragraphs_of, parse


@dataclass(frozen=True)
class Heard:
    """A source as the collection resolves it."""

    written: str | None
    name: str | None
    kind: str | None
    side: str | None
    grade: str | None


def marked(name: str, text: str) -> tuple[Article, tuple[Attribution, ...]]:
    """The article without its brackets, and an attribution whose content is the rest of the paragraph."""
    plain, sources, at = [], [], 0
    for piece in re.split(r"(\[\[.*?\]\])", text):
        words = piece[2:-2] if piece.startswith("[[") else piece
        if piece.startswith("[["):
            sources.append(Span(at, at + len(words)))
        plain.append(words)
        at += len(words)
    whole = "".join(plain)
    paragraphs = paragraphs_of(whole)
    attributions = []
    for source in sources:
        home = next(p for p in paragraphs if p.start <= source.start < p.end)
        attributions.append(Attribution((source,), (), (Span(source.end, home.end),), "indirect", "by hand"))
    article = Article(name, name, name, whole, tuple(Paragraph(p) for p in paragraphs))
    return article, tuple(attributions)


@cache
def read(name: str, text: str, lists: tuple[Path, ...] = ()) -> Reading:
    """One article, parsed and referred."""
    article, attributions = marked(name, text)
    passages = parse(article.text, [p.span for p in article.paragraphs])
    referents, speakers = refer(article, passages, attributions, lexicon(lists))
    return Reading(article, attributions, referents, speakers)


def heard(*texts: str, lists: Sequence[Path] = ()) -> list[Heard]:
    """Every marked source of the articles, in order, resolved over all of them."""
    readings = [read(f"a{i}", text, tuple(lists)) for i, text in enumerate(texts)]
    actors, identity = cast([(r.article.id, r.referents) for r in readings], lexicon(lists))
    by_id = {actor.id: actor for actor in actors}
    return [_heard(s, by_id) for r in readings for s in statements(r, identity, by_id)]


def _heard(statement: Statement, actors: dict[str, Actor]) -> Heard:
    actor = actors.get(statement.actor) if statement.actor else None
    name, kind = (actor.name, actor.kind) if actor else (None, None)
    return Heard(statement.as_written, name, kind, statement.side, statement.grade)


def names(*texts: str, lists: Sequence[Path] = ()) -> list[str | None]:
    """The canonical name of every marked source."""
    return [one.name for one in heard(*texts, lists=lists)]
