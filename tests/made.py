"""Articles and readings made by hand for tests: words in, spans out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import (
    Article,
    Attribution,
    Dated,
    Mode,
    Paragraph,
    Position,
    Reading,
    Referent,
    Span,
    Speaker,
    Stance,
)


def article(
    name: str,
    *paragraphs: str,
    title: str | None = None,
    outlet: str | None = "Quorum Wire",
    published: str | None = "2024-03-04",
) -> Article:
    """An article of these paragraphs; its id is its name."""
    parts = ([title] if title else []) + list(paragraphs)
    spans, at = [], 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    roles = ["title"] if title else []
    roles += ["body"] * len(paragraphs)
    return Article(
        id=name,
        name=name,
        path=name,
        text="\n\n".join(parts),
        paragraphs=tuple(
            Paragraph(span, "title" if role == "title" else "body") for span, role in zip(spans, roles, strict=True)
        ),
        title=title,
        outlet=outlet,
        published=Dated(published, "metadata") if published else Dated(),
    )


def span(of: Article, words: str) -> Span:
    """Where these words first stand in the article."""
    start = of.text.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement in words: who (as written), by which cue, what; the stances it takes as (issue, option, stance)."""

    source: str
    cue: str
    content: str
    stances: tuple[tuple[str, str, Stance], ...] = ()
    condition: str | None = None
    said: str | None = None
    mode: Mode = "indirect"
    confidence: float | None = None


def reading(of: Article, *quotes: Quote) -> Reading:
    """A reading of an article with these statements; every source that differs is a person of its own."""
    names = list(dict.fromkeys(quote.source for quote in quotes))
    referents = tuple(
        Referent(number, name, "person", ((name, 1),), (), span(of, name)) for number, name in enumerate(names)
    )
    return Reading(
        article=of,
        attributions=tuple(
            Attribution(
                (span(of, q.source),), (span(of, q.cue),), (span(of, q.content),), q.mode, "by hand", q.confidence
            )
            for q in quotes
        ),
        referents=referents,
        speakers=tuple(Speaker(names.index(quote.source), quote.source, "named") for quote in quotes),
        said=tuple(Dated(quote.said, "inferred") if quote.said else Dated() for quote in quotes),
        positions=tuple(_positions(of, quote) for quote in quotes),
    )


def _positions(of: Article, quote: Quote) -> tuple[Position, ...]:
    condition = span(of, quote.condition) if quote.condition else None
    return tuple(
        Position(issue, option, stance, condition if stance == "conditional" else None, 0.8, quote.cue)
        for issue, option, stance in quote.stances
    )
