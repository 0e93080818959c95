"""Small questions to the parse that dating and events share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from onrecord.date._expressions import Constant, Meaning, dateline, find
from onrecord.model import Span
from onrecord.syntax import Passage

VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time in a passage: its tokens and what it means."""

    words: Stretch
    meaning: Meaning


def times(passage: Passage) -> tuple[Time, ...]:
    """The expressions in a passage that name a time, in order, but for its dateline."""
    found = []
    start = dateline(passage.doc.text)
    for expression in find(passage.doc.text):
        if expression.span.start < start or isinstance(expression.meaning, Constant):
            continue
        words = passage.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
        if words is not None and len(words):
            found.append(Time(words, expression.meaning))
    return tuple(found)


def tokens(passage: Passage, span: Span) -> list[Token]:
    """The tokens of a passage that a span of the article touches."""
    words = passage.doc.char_span(span.start - passage.start, span.end - passage.start, alignment_mode="expand")
    return list(words) if words is not None else []


def passage_at(passages: Sequence[Passage], at: int) -> int | None:
    """The index of the passage that covers a place of the article. Passages are in order."""
    index = bisect_right([passage.start for passage in passages], at) - 1
    return index if index >= 0 and at < passages[index].end else None


def above(token: Token) -> Iterator[Token]:
    """The heads over a token, the nearest first, up to the root of its sentence."""
    while token.head is not token and token.head != token:
        token = token.head
        yield token


def with_conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, in order."""
    return sorted({token, *token.conjuncts}, key=lambda t: t.i)
