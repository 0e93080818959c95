"""From the positions of a record to the table that movement is read from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.analyse._cells import date_of
from onrecord.analyse._differences import sentence
from onrecord.analyse._movement.announced import Announced, announced
from onrecord.analyse._movement.table import Saying, in_order
from onrecord.model import Actor, Article, Position, Span, Statement, Utterance

BETWEEN = " … "  # what stands between the pieces of `Position.why`
FAR = 600  # characters from a statement's first words that its source or cue may stand away
_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")


def said(
    statements: Sequence[Statement],
    articles: Iterable[Article],
    actors: Iterable[Actor],
    utterances: Iterable[Utterance] = (),
) -> tuple[Saying, ...]:
    """The table of a record: a row for each stance that somebody took in their own words.

    A side is the one that the speaker speaks for, else the speaker; an actor that is a side itself is no voice within
    it. Options are `issue.option`. What was said once and reported often counts once, at its earliest date. What is
    only reported of somebody else, or told by the article itself, is left out, and so are speakers without a name or
    side.
    """
    by_id, known = {article.id: article for article in articles}, {actor.id: actor for actor in actors}
    names = _names(known.values())
    found = []
    for statement, position in _once(statements, by_id, utterances):
        actor = known.get(statement.actor or "")
        named = actor is not None and actor.kind != "unnamed"
        side = statement.side or (actor.name if actor and named else None)
        if side is None:
            continue
        article = by_id[statement.article]
        saying = Saying(
            id=statement.id,
            date=date_of(statement, by_id),
            side=side,
            voice=actor.name if actor and named and actor.name != side else None,
            option=f"{position.issue}.{position.option}",
            stance=position.stance,
            words=" … ".join(article.text[span.start : span.end] for span in statement.attribution.content),
            announced=_announced(article, statement, position, names, side),
            article=article.id,
            spans=statement.attribution.content,
        )
        found.append(saying)
    return in_order(found)


def _once(
    statements: Sequence[Statement], articles: Mapping[str, Article], utterances: Iterable[Utterance]
) -> Iterator[tuple[Statement, Position]]:
    """Every position that a speaker takes, the earliest report of each utterance standing for all."""
    of = {report.statement: one.id for one in utterances for report in one.reports}

    def order(statement: Statement) -> tuple[str, str, int, str]:
        start = statement.attribution.content[0].start
        return date_of(statement, articles) or "~", statement.article, start, statement.id

    taken: set[tuple[str, str, str, str]] = set()
    for statement in sorted(statements, key=order):
        if statement.attribution.mode == "told":
            continue
        for position in statement.positions:
            key = (of.get(statement.id, statement.id), position.issue, position.option, position.stance)
            if position.holder is None and key not in taken:
                taken.add(key)
                yield statement, position


def _names(actors: Iterable[Actor]) -> Mapping[str, frozenset[str]]:
    """By side, the words in small letters that end a name of it, or of what speaks for it as a whole."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.side is not None and actor.kind in {"state", "organisation", "group"}:
            for name in (actor.name, *actor.aliases):
                last = _WORD.findall(name)[-1:]
                found[actor.side].update(word.lower() for word in last if word[0].isupper())
    return {side: frozenset(words) for side, words in found.items()}


def _announced(
    article: Article, statement: Statement, position: Position, names: Mapping[str, frozenset[str]], side: str
) -> Announced | None:
    """What announces a change in the sentence of the words that decided the position, in their clause."""
    around = sentence(article, _decided(article, statement, position))
    own = names.get(side, frozenset()) | set(_WORD.findall(side.lower()))
    others = frozenset(word for name, words in names.items() if name != side for word in words) - own
    return announced(article.text[around.start : around.end], tuple(position.why.split(BETWEEN)), others)


def _decided(article: Article, statement: Statement, position: Position) -> Span:
    """Where the words that decided a position stand: the middle one of those found again in their order, else the first
    words of the statement."""
    told = statement.attribution
    first = told.content[0]
    at = min(
        (span.start for span in (*told.source, *told.cue) if abs(span.start - first.start) < FAR), default=first.start
    )
    at, end = min(at, first.start), told.content[-1].end
    found = []
    for piece in position.why.split(BETWEEN):
        place = article.text.find(piece, at, end)
        if place >= 0:
            at = place + len(piece)
            found.append(Span(place, at))
    return found[len(found) // 2] if found else first
