"""A statement as review shows it: in the words around it, with the places of its source, cue and content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.model import Article, Judgement, Paragraph, Span, Statement
from onrecord.publish import safe_id
from onrecord.serve._moment import Moment
from onrecord.store import of_position

AROUND = 1500  # characters before and after a statement that its passage may have; a line may have a million
WHOLE = 20_000  # characters of a statement that are shown


def item(moment: Moment, article: str, id: str) -> dict[str, Any] | None:
    """A statement of an article as judged, or rejected; None where the article has it no more."""
    settled = moment.record.judged_in(article)
    standing = {one.id: one for one in settled.statements}
    statement = standing.get(id) or next((one for one in settled.rejected if one.id == id), None)
    if statement is None:
        return None
    judged = (statement.judged or None) if id in standing else "rejected"
    one = moment.record.article(article)
    return _shown(moment, statement, one) | {
        "judged": judged,
        "judgements": [_told(judgement) for judgement in settled.judgements.get(id, ())],
    }


def paragraphs(article: Article) -> list[dict[str, Any]]:
    """The paragraphs of an article, each with where it starts."""
    return [_piece(article, paragraph.span) for paragraph in article.paragraphs]


def _shown(moment: Moment, statement: Statement, article: Article) -> dict[str, Any]:
    attribution, actor = statement.attribution, moment.actors.get(statement.actor or "")
    marks = {name: _pairs(getattr(attribution, name)) for name in ("source", "cue", "content")}
    return {
        "id": statement.id,
        "article": _head(article),
        "passage": [_piece(article, span) for span in _around(article, statement)],
        **marks,
        "mode": attribution.mode,
        "grade": statement.grade,
        "side": statement.side,
        "actor": statement.actor,
        "speaker": actor.name if actor else statement.as_written,
        "as_written": statement.as_written,
        "confidence": attribution.confidence,
        "positions": [of_position(position) | {"why": position.why} for position in statement.positions],
    }


def _head(article: Article) -> dict[str, Any]:
    href = f"/articles/{safe_id(article.id)}.html"
    title = article.title or article.name
    return {"href": href, "title": title, "outlet": article.outlet, "published": article.published.value}


def _around(article: Article, statement: Statement) -> list[Span]:
    """The paragraphs that a statement stands in, one before and one after, cut where they are very long."""
    attribution = statement.attribution
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    conditions = tuple(position.condition for position in statement.positions if position.condition)
    start, end = min(s.start for s in (*spans, *conditions)), max(s.end for s in (*spans, *conditions))
    within = [n for n, p in enumerate(article.paragraphs) if _meets(p, start, end)] or [0]
    near = article.paragraphs[max(0, within[0] - 1) : within[-1] + 2]
    low, high = max(0, start - AROUND), min(len(article.text), min(end, start + WHOLE) + AROUND)
    cut = [Span(max(p.span.start, low), min(p.span.end, high)) for p in near]
    return [span for span in cut if span.start < span.end]


def _meets(paragraph: Paragraph, start: int, end: int) -> bool:
    return paragraph.span.start < end and start < paragraph.span.end


def _piece(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "text": article.text[span.start : span.end]}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _told(one: Judgement) -> dict[str, Any]:
    return {"id": one.id, "kind": one.kind, "by": one.by, "at": one.at, "why": one.why}
