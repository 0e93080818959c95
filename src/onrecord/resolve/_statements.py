"""Attributions with a resolved speaker → statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from onrecord.model import Actor, Attribution, Grade, Position, Reading, Speaker, Statement


def statements(
    reading: Reading, identity: Mapping[tuple[str, int], str], actors: Mapping[str, Actor]
) -> tuple[Statement, ...]:
    """The statements of one article, in the order of its attributions.

    In: the article's reading, (article id, referent) → actor id as `cast` gives it, and the actors by id.
    """
    article = reading.article.id
    made: list[Statement] = []
    for number, attribution in enumerate(reading.attributions):
        speaker = reading.speakers[number] if number < len(reading.speakers) else Speaker(None, None, None)
        actor = identity.get((article, speaker.referent)) if speaker.referent is not None else None
        known = actors.get(actor) if actor is not None else None
        made.append(
            Statement(
                id=statement_id(article, attribution),
                article=article,
                attribution=attribution,
                actor=actor,
                as_written=speaker.as_written,
                side=known.side if known is not None else None,
                grade=_grade(speaker, known),
                said=reading.said[number] if number < len(reading.said) else reading.article.published,
                positions=held(
                    reading.positions[number] if number < len(reading.positions) else (),
                    known.side if known is not None else None,
                ),
            )
        )
    return tuple(made)


def held(positions: Iterable[Position], side: str | None) -> tuple[Position, ...]:
    """Of the positions that an attribution may give, those that are the speaker's when it is on this side."""
    by_option: dict[tuple[str, str], Position] = {}
    for position in positions:
        if position.holder is None or position.holder == side:
            key = position.issue, position.option
            if key not in by_option or position.holder is not None:
                by_option[key] = position
    return tuple(by_option.values())


def _grade(speaker: Speaker, actor: Actor | None) -> Grade | None:
    """The collection may know that "the president" or a name taken for a place is a person."""
    if actor is not None and actor.kind == "person":
        return "named"
    return speaker.grade


def statement_id(article: str, attribution: Attribution) -> str:
    """The id of an attribution of the article with this id: 16 hexadecimal digits over the article and all spans."""
    spans = (attribution.source, attribution.cue, attribution.content)
    told = "|".join(",".join(f"{span.start}-{span.end}" for span in kind) for kind in spans)
    return hashlib.sha256(f"{article}\n{told}".encode()).hexdigest()[:16]
