"""Text cut at the boundaries of what is marked in it, so that marks may nest, overlap and be broken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, get_args

from onrecord.model import Paragraph, Span

Kind = Literal["source", "cue", "content", "evidence"]
_TARGETS: tuple[Kind, ...] = ("content", "evidence")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of an article, what it is, and the anchor (an id on the page) of the thing it belongs to."""

    span: Span
    kind: Kind
    anchor: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks throughout: for each kind of mark, the anchors of the things marked.

    `opens` are the anchors whose place on the page it is.
    """

    text: str
    of: tuple[tuple[Kind, tuple[str, ...]], ...] = ()
    opens: tuple[str, ...] = ()


def marked(text: str, paragraph: Span, marks: Iterable[Mark]) -> list[Segment]:
    """Cut `text[paragraph.start:paragraph.end]` wherever a mark starts or ends.

    Marks may overlap, lie partly or wholly outside the paragraph, or be empty. The segments joined are the
    paragraph's text, none is empty, and each names all marks that cover it.
    """
    within = [mark for mark in marks if _meets(mark.span, paragraph)]
    edges = {paragraph.start, paragraph.end}
    for mark in within:
        edges |= {max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end)}
    segments = []
    for start, end in pairwise(sorted(edges)):
        over = sorted(mark for mark in within if mark.span.start <= start and end <= mark.span.end)
        by_kind = [(kind, _anchors(mark for mark in over if mark.kind == kind)) for kind in get_args(Kind)]
        opens = _anchors(mark for mark in over if mark.kind in _TARGETS)
        segments.append(Segment(text[start:end], tuple(pair for pair in by_kind if pair[1]), opens))
    return segments


def marked_paragraphs(text: str, paragraphs: Sequence[Paragraph], marks: Iterable[Mark]) -> list[list[Segment]]:
    """The segments of each paragraph; of the segments that could open an anchor only the first does."""
    shares: list[list[Mark]] = [[] for _ in paragraphs]
    for mark in marks:
        for number in _touched(paragraphs, mark.span):
            shares[number].append(mark)
    seen: set[str] = set()
    pages = []
    for paragraph, share in zip(paragraphs, shares, strict=True):
        page = []
        for segment in marked(text, paragraph.span, share):
            opens = tuple(anchor for anchor in segment.opens if anchor not in seen)
            seen.update(opens)
            page.append(replace(segment, opens=opens))
        pages.append(page)
    return pages


def _anchors(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.anchor for mark in marks))


def _meets(span: Span, paragraph: Span) -> bool:
    return max(span.start, paragraph.start) < min(span.end, paragraph.end)


def _touched(paragraphs: Sequence[Paragraph], span: Span) -> Iterator[int]:
    low = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.end)
    while low < len(paragraphs) and paragraphs[low].span.start < span.end:
        yield low
        low += 1
