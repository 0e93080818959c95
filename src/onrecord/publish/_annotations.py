"""The record as Web Annotations, for programs that show or take in annotations of texts.

After the W3C's Recommendation "Web Annotation Data Model" (2017): an annotation is a statement, its targets are the
words (each selected by position, in code points, and by quotation, each of which finds them alone), its bodies say who
speaks and which positions are taken. What the model has no word for stands under names that start with `onrecord:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.model import Actor, Article, Judgement, Position, Span, Statement
from onrecord.publish._statement_rows import Row
from onrecord.store import Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
URN = "urn:x-onrecord:"
AROUND = 32  # characters of the text before and after a quotation
PROGRAM = {"type": "Software", "name": "onrecord"}


def collection(record: Record) -> Row:
    """All statements of the record as judged: an AnnotationCollection with everything on its first page."""
    items = list(_annotations(record))
    page = {"id": f"{URN}page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": [CONTEXT, {"onrecord": f"{URN}term:"}],
        "id": f"{URN}statements",
        "type": "AnnotationCollection",
        "label": "statements",
        "total": len(items),
        "first": page,
    }


def _annotations(record: Record) -> Iterator[Row]:
    articles = {article.id: article for article in record.articles()}
    actors = {actor.id: actor for actor in record.actors()}
    for statement in record.statements():
        yield {
            "id": f"{URN}statement:{statement.id}",
            "type": "Annotation",
            "motivation": "classifying",
            **_made_by(record.judgements_of(statement.id)),
            "onrecord:mode": statement.attribution.mode,
            "onrecord:judged": statement.judged,
            "body": list(_bodies(statement, actors)),
            "target": list(_targets(statement, articles[statement.article])),
        }


def _made_by(judgements: tuple[Judgement, ...]) -> Row:
    """Who vouches for it: those who judged it, else the program."""
    if not judgements:
        return {"creator": PROGRAM}
    people = [{"type": "Person", "name": name} for name in dict.fromkeys(one.by for one in judgements)]
    return {"creator": people, "created": judgements[-1].at, "generator": PROGRAM}


def _bodies(statement: Statement, actors: Mapping[str, Actor]) -> Iterator[Row]:
    speaker = actors[statement.actor].name if statement.actor else statement.as_written
    if speaker is not None:
        side = {"onrecord:side": statement.side}
        yield {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": speaker} | side
    for position in statement.positions:
        yield {
            "type": "TextualBody",
            "purpose": "classifying",
            "format": "text/plain",
            "value": f"{_option(position)}: {position.stance}",
            "onrecord:issue": position.issue,
            "onrecord:option": position.option,
            "onrecord:stance": position.stance,
            "onrecord:holder": position.holder,
            "onrecord:confidence": position.confidence,
        }


def _targets(statement: Statement, article: Article) -> Iterator[Row]:
    """Every piece of words that the statement is made of, and what part of it that is."""
    attribution = statement.attribution
    parts = {"content": attribution.content, "source": attribution.source, "cue": attribution.cue}
    for part, spans in parts.items():
        yield from (_target(article, span, {"onrecord:part": part}) for span in spans)
    for position in statement.positions:
        if position.condition is not None:
            of = {"onrecord:part": "condition", "onrecord:of": _option(position)}
            yield _target(article, position.condition, of)


def _target(article: Article, span: Span, part: Row) -> Row:
    text = article.text
    return {
        "type": "SpecificResource",
        "source": f"{URN}article:{article.id}",
        **part,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }


def _option(position: Position) -> str:
    return f"{position.issue}.{position.option}"
