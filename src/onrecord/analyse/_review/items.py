"""The items that two people's agreement is counted over, variable by variable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.analyse._review.coefficients import Pairs
from onrecord.analyse._review.views import Both
from onrecord.model import Article, Position, Span, Statement

Variable = Literal["statement", "speaker", "span", "option", "stance", "condition"]
NOTHING = "–"
BETWEEN = " … "
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Item:
    """The values that two people gave of one statement, or of an option of it (`about`): a pair for each unit, and what
    both have there, in words."""

    statement: str
    pairs: Pairs
    told: tuple[str, str]
    about: str | None = None


def verdicts(of: Both) -> Iterator[Item]:
    """Whether it is a statement at all: an item for each."""
    for id, held in of.statements.items():
        one, other = ("no" if statement is None else "yes" for statement in held)
        yield Item(id, [(one, other)], (one, other))


def speakers(of: Both) -> Iterator[Item]:
    """Who said it: an item for each that both take for a statement."""
    for id, held in of.agreed().items():
        one, other = (statement.actor or statement.as_written for statement in held)
        yield Item(
            id, [(one, other)], (of.names.get(one or "", one or NOTHING), of.names.get(other or "", other or NOTHING))
        )


def spans(of: Both) -> Iterator[Item]:
    """Which words are said: an item for each word of the paragraphs that either marks some in."""
    for id, (one, other) in of.agreed().items():
        article = of.articles[one.article]
        marked = one.attribution.content, other.attribution.content
        yield Item(id, _by_word(article, *marked), (_words(article, marked[0]), _words(article, marked[1])))


def options(of: Both) -> Iterator[Item]:
    """Whether a stance is taken on an option: an item for each pair of a statement and an option of the codebook."""
    for id, held in of.agreed().items():
        one, other = map(_coded, held)
        for option in dict.fromkeys((*of.options, *sorted(one.keys() | other.keys()))):
            told = tuple(coded[option].stance if option in coded else NOTHING for coded in (one, other))
            yield Item(id, [(option in one, option in other)], (told[0], told[1]), option)


def stances(of: Both) -> Iterator[Item]:
    """Which stance: an item for each option on which both see one."""
    for id, option, (one, other) in _shared(of):
        yield Item(id, [(one.stance, other.stance)], (one.stance, other.stance), option)


def conditions(of: Both) -> Iterator[Item]:
    """Which words are the condition: an item for each word of the paragraphs that either marks some in, of options on
    which both see a stance and one of them a condition."""
    for id, option, held in _shared(of):
        one, other = (_spans(position) for position in held)
        if one or other:
            article = of.articles[of.agreed()[id][0].article]
            yield Item(id, _by_word(article, one, other), (_words(article, one), _words(article, other)), option)


def _shared(of: Both) -> Iterator[tuple[str, str, tuple[Position, Position]]]:
    for id, held in of.agreed().items():
        one, other = map(_coded, held)
        for option in sorted(one.keys() & other.keys()):
            yield id, option, (one[option], other[option])


def _coded(statement: Statement) -> Mapping[str, Position]:
    """Positions by option; of two on one option that which is the speaker's own."""
    ordered = sorted(statement.positions, key=lambda one: one.holder is None)
    return {f"{one.issue}.{one.option}": one for one in ordered}


def _spans(position: Position) -> Sequence[Span]:
    return (position.condition,) if position.condition else ()


def _by_word(article: Article, one: Sequence[Span], other: Sequence[Span]) -> Pairs:
    places = [
        Span(word.start(), word.end())
        for paragraph in article.paragraphs
        if _touched(paragraph.span, (*one, *other))
        for word in _WORD.finditer(article.text, paragraph.span.start, paragraph.span.end)
    ]
    return [(_touched(place, one), _touched(place, other)) for place in places]


def _touched(place: Span, by: Iterable[Span]) -> bool:
    return any(place.start < span.end and span.start < place.end for span in by)


def _words(article: Article, of: Iterable[Span]) -> str:
    return BETWEEN.join(article.text[span.start : span.end] for span in of) or NOTHING
