"""What the machine said of a statement or an actor at one moment, as a judgement keeps it, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.model import Actor, Article, Attribution, Position, Span, Spans, Statement

Said = Mapping[str, Any]


def of_statement(statement: Statement, article: Article, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """A statement with its words, from which it is found again in another build."""
    actor = actors.get(statement.actor or "")
    attribution = statement.attribution
    return {
        "article": article.id,
        "article_name": article.name,
        "mode": attribution.mode,
        "source": pairs(attribution.source),
        "cue": pairs(attribution.cue),
        "content": pairs(attribution.content),
        "words": [article.text[span.start : span.end] for span in attribution.content],
        "actor": statement.actor,
        "speaker": actor.name if actor is not None else statement.as_written,
        "confidence": attribution.confidence,
        "positions": [of_position(position) for position in statement.positions],
    }


def of_position(position: Position) -> dict[str, Any]:
    """A position as a judgement keeps it."""
    return {
        "issue": position.issue,
        "option": position.option,
        "stance": position.stance,
        "condition": list(pairs((position.condition,))[0]) if position.condition else None,
        "kind": position.kind,
        "linked": list(position.linked) if position.linked else None,
        "holder": position.holder,
        "confidence": position.confidence,
    }


def of_actor(actor: Actor) -> dict[str, Any]:
    """An actor as a judgement keeps it."""
    return {"name": actor.name, "kind": actor.kind, "side": actor.side, "aliases": list(actor.aliases)}


def attribution_of(said: Said, rule: str) -> Attribution:
    """The attribution of a statement's snapshot."""
    source, cue, content = (spans(said[name]) for name in ("source", "cue", "content"))
    return Attribution(source, cue, content, said["mode"], rule, said.get("confidence"))


def position_of(said: Said, why: str) -> Position:
    """A position of a snapshot, or one that a person gives, which is as sure as people are."""
    condition, linked = said.get("condition"), said.get("linked")
    return Position(
        issue=said["issue"],
        option=said["option"],
        stance=said["stance"],
        condition=Span(*condition) if condition else None,
        confidence=1.0,
        why=why,
        holder=said.get("holder"),
        kind=said.get("kind"),
        linked=(linked[0], linked[1]) if linked else None,
    )


def pairs(of: Spans) -> list[list[int]]:
    """Spans as lists, for JSON."""
    return [[span.start, span.end] for span in of]


def spans(of: Sequence[Sequence[int]]) -> Spans:
    """Such lists as spans."""
    return tuple(Span(start, end) for start, end in of)
