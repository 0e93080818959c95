"""Attributions with a resolved speaker → statements."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from onrecord.model import Actor, Attribution, Dated, Grade, Position, Reading, Speaker, Statement


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
                about=reading.about[number] if number < len(reading.about) else Dated(),
                positions=held(
                    reading.positions[number] if number < len(reading.positions) else (),
                    known.side if known is not None else None,
                    (known.name, *known.aliases) if known is not None else (),
                ),
                chain=tuple(
                    replace(link, actor=identity.get((article, link.referent)) if link.referent is not None else None)
                    for link in (reading.chains[number] if number < len(reading.chains) else ())
                ),
            )
        )
    return tuple(made)


def held(positions: Iterable[Position], side: str | None, names: Collection[str] = ()) -> tuple[Position, ...]:
    """What an attribution gives once it is known that its speaker is of this side and bears these names.

    A position whose holder is the speaker, or its side, is the speaker's own and has no holder any more. One of another
    holder is kept as what the speaker reports of them. There is one an option and holder, in the order given: what the
    speaker holds whatever its side goes before what it holds as one of the side.
    """
    ours = {side, *names}
    kept: dict[tuple[str, str, str | None], tuple[int, Position]] = {}
    for number, position in sorted(enumerate(positions), key=lambda item: item[1].holder is not None):
        holder = None if position.holder in ours else position.holder
        kept.setdefault((position.issue, position.option, holder), (number, replace(position, holder=holder)))
    return tuple(position for _, position in sorted(kept.values(), key=lambda item: item[0]))


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
