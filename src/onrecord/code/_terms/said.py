"""Which statement of an article holds a place, answered without going through all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from onrecord.model import Article, Attribution, Span
from onrecord.resolve import statement_id


class Said:
    """The attributions of an article with the places of their contents in it."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self._article = article.id
        self._shortest_first = sorted(attributions, key=lambda a: (sum(p.end - p.start for p in a.content), a.content))
        self._pieces = sorted(
            (piece.start, piece.end, rank)
            for rank, attribution in enumerate(self._shortest_first)
            for piece in attribution.content
        )
        self._starts = [start for start, _, _ in self._pieces]
        self._reach = list(accumulate((end for _, end, _ in self._pieces), max))

    def statement_at(self, span: Span) -> str | None:
        """The id of the shortest attribution whose content holds a span; None if none does."""
        holding = []
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            _, end, rank = self._pieces[at]
            if end >= span.end:
                holding.append(rank)
            at -= 1
        return statement_id(self._article, self._shortest_first[min(holding)]) if holding else None
