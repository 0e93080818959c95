"""The sources of an article's attributions, as stretches that can be asked what they hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from onrecord.model import Span


class Spoken:
    """The spans of all sources, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """The spans may overlap and come in any order."""
        self._spans = sorted(spans)
        self._same = frozenset(self._spans)
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __contains__(self, span: Span) -> bool:
        """Whether a span is one of them, to the character."""
        return span in self._same

    def hold(self, span: Span) -> bool:
        """Whether one of them holds the span."""
        before = bisect_right(self._spans, span.start, key=lambda other: other.start)
        return before > 0 and self._reach[before - 1] >= span.end
