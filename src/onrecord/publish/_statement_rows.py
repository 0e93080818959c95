"""A statement as a row of plain values, in every export the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model import Actor, Article, Link, Position, Spans, Statement
from onrecord.store import Record

Row = dict[str, Any]


def statements(record: Record, which: Iterable[Statement] | None = None) -> Iterator[Row]:
    """A row per statement of the record, or of `which`. `text` is the slice of the article from `start` to `end`: all
    of the content from its first word to its last, with what stands between its pieces; `pieces` are the content alone.
    """
    articles = {article.id: article for article in record.articles()}
    actors = {actor.id: actor for actor in record.actors()}
    utterances = {report.statement: one.id for one in record.utterances() for report in one.reports}
    for statement in record.statements() if which is None else which:
        yield _statement(statement, articles[statement.article], actors, utterances)


def pairs(of: Spans) -> list[list[int]]:
    """Spans as lists of [start, end]."""
    return [[span.start, span.end] for span in of]


def _statement(statement: Statement, article: Article, actors: dict[str, Actor], utterances: dict[str, str]) -> Row:
    content = statement.attribution.content
    start, end = content[0].start, max(span.end for span in content)
    return {
        "article": article.name,
        "article_id": article.id,
        "outlet": article.outlet,
        "published": article.published.value,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "pieces": pairs(content),
        "mode": statement.attribution.mode,
        "attribution_confidence": statement.attribution.confidence,
        "speaker": actors[statement.actor].name if statement.actor else None,
        "speaker_as_written": statement.as_written,
        "side": statement.side,
        "grade": statement.grade,
        "chain": [_link(link) for link in statement.chain],
        "utterance": utterances.get(statement.id),
        "said": statement.said.value,
        "positions": [_position(position, article) for position in statement.positions],
        "id": statement.id,
    }


def _link(link: Link) -> Row:
    return {"kind": link.kind, "name": link.name, "spans": pairs(link.spans)}


def _position(position: Position, article: Article) -> Row:
    span = position.condition
    return {
        "issue": position.issue,
        "option": position.option,
        "stance": position.stance,
        "holder": position.holder,
        "condition": article.text[span.start : span.end] if span else None,
        "condition_kind": position.kind,
        "linked": ".".join(position.linked) if position.linked else None,
        "position_confidence": position.confidence,
        "position_reason": position.why,
    }
