"""What the rooms' rules hand to one another: a possible attribution, and the token ranges it is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.model import Span, Spans
from onrecord.syntax import Passage

Range = tuple[int, int]  # token numbers in a passage, both included

_EDGE = frozenset(",;:.-–—…/ \t\n\r\u00a0") | {"--", "---", "- -"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue in a frame with the source and content that the frame gives it.

    `lemma` is the cue's, `frame` the construction ("that", "np", "about", "noun:inf" …); `traits` are further facts on
    which the decision rests, as words.
    """

    lemma: str
    frame: str
    source: Spans
    cue: Spans
    content: Spans
    traits: tuple[str, ...] = field(default=())


def extent(token: Token) -> Range:
    """The token range of all that hangs on a token."""
    return token.left_edge.i, token.right_edge.i


def without(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """The ranges less the holes, in order."""
    left = list(ranges)
    for low, high in holes:
        kept: list[Range] = []
        for start, end in left:
            if high < start or low > end:
                kept.append((start, end))
                continue
            if start < low:
                kept.append((start, low - 1))
            if high < end:
                kept.append((high + 1, end))
        left = kept
    return sorted(left)


def spans(passage: Passage, ranges: Iterable[Range]) -> Spans:
    """Token ranges as spans of the article, without punctuation at their ends; empty ones are dropped."""
    found: list[Span] = []
    for start, end in sorted(ranges):
        while start <= end and passage.doc[start].text in _EDGE:
            start += 1
        while end >= start and passage.doc[end].text in _EDGE:
            end -= 1
        if start <= end:
            found.append(passage.span(passage.doc[start], passage.doc[end]))
    return tuple(found)


def joined(text: str, parts: Sequence[Span], between: str = "") -> Spans:
    """Spans in order, those that touch or are parted only by white space or `between` made one."""
    out: list[Span] = []
    for part in sorted(parts):
        if out and not text[out[-1].end : part.start].strip(" \t\n\r\u00a0" + between):
            out[-1] = Span(out[-1].start, max(out[-1].end, part.end))
        else:
            out.append(part)
    return tuple(out)


def after(position: int, parts: Iterable[Span]) -> Spans:
    """What of the spans lies after a position."""
    return tuple(Span(max(part.start, position), part.end) for part in parts if part.end > position)
