"""What the rules over the trained reader's output look at, and how they add to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.attribute._quotes import Quotation
from onrecord.model import Attribution, Span

Found = Sequence[Attribution]

LINKS = ("http://", "https://", "pic.twitter.com/")
LONGEST_LINK = 200  # characters
_LAST_WORD = re.compile(r"\s\S{1,200}$")
NESTED = 0.5  # share of a content from which on what was found inside it stands and the whole gives way


@dataclass(frozen=True)
class Page:
    """A text with its paragraphs and its quotations, both in order."""

    text: str
    paragraphs: Sequence[Span]
    quotes: Sequence[Quotation]

    @cached_property
    def starts(self) -> list[int]:
        """Where each paragraph starts."""
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph in which a position lies."""
        return max(0, bisect_right(self.starts, at) - 1)

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def trimmed(self, start: int, end: int) -> Span:
        """A stretch without the white space at its ends."""
        inner = self.text[start:end]
        kept = inner.strip()
        first = start + (len(inner) - len(inner.lstrip()) if kept else 0)
        return Span(first, first + len(kept))

    def unlinked(self, start: int, end: int) -> Span:
        """A stretch without white space at its ends and without links after its words."""
        span = self.trimmed(start, end)
        while (last := _LAST_WORD.search(self.text, max(span.start, span.end - LONGEST_LINK), span.end)) is not None:
            if not last.group().lstrip().startswith(LINKS):
                break
            span = self.trimmed(span.start, last.start())
        return span


class Held:
    """Which characters are in the content of which attribution."""

    def __init__(self, found: Found) -> None:
        """`found` are attributions of which no two share a character of content."""
        self._pieces = sorted((piece.start, piece.end, n) for n, one in enumerate(found) for piece in one.content)
        self._found = found

    def holders(self, span: Span) -> list[int]:
        """The numbers of the attributions that hold some of a span, in the order of their pieces."""
        return list(dict.fromkeys(n for _, _, n in self._over(span)))

    def share(self, span: Span) -> float:
        """How much of a span's characters is in some content: 0 to 1."""
        held = sum(min(end, span.end) - max(start, span.start) for start, end, _ in self._over(span))
        return held / max(1, span.end - span.start)

    def gives_way(self, span: Span) -> bool:
        """Whether a span can be a content: what it shares with others is nested in it and the lesser part of it."""
        inside = all(_inside(self._found[n], span) for n in self.holders(span))
        return inside and self.share(span) < NESTED

    def _over(self, span: Span) -> Sequence[tuple[int, int, int]]:
        low = bisect_right(self._pieces, span.start, key=lambda piece: piece[1])
        high = bisect_left(self._pieces, span.end, key=lambda piece: piece[0])
        return self._pieces[low:high]


def added(found: Found, made: Iterable[Attribution]) -> list[Attribution]:
    """All attributions in order of content, less those nested in the content of one that was made."""
    fresh = list(made)
    pieces = sorted(piece for one in fresh for piece in one.content)

    def nested(one: Attribution) -> bool:
        number = bisect_right(pieces, one.content[0].start, key=lambda piece: piece.start) - 1
        return number >= 0 and one.content[0].start < pieces[number].end

    return sorted([one for one in found if not nested(one)] + fresh, key=lambda one: one.content)


def _inside(one: Attribution, span: Span) -> bool:
    return span.start <= one.content[0].start and one.content[-1].end <= span.end
