"""Which tokens a span of the article covers, answered without reading the article again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import Spans
from onrecord.syntax import Passage


class Places:
    """The passages of an article with their tokens' places in it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = [passage for passage in passages if len(passage.doc)]
        self._starts = [[passage.at(token) for token in passage.doc] for passage in self._passages]
        self._ends = [[passage.at(token) + len(token) for token in passage.doc] for passage in self._passages]
        self._firsts = [starts[0] for starts in self._starts]

    def covered(self, spans: Spans) -> Iterator[tuple[Passage, frozenset[int]]]:
        """Each passage that the spans touch, with the indices of its tokens that they touch."""
        indices: dict[int, set[int]] = {}
        for span in spans:
            first = max(bisect_right(self._firsts, span.start) - 1, 0)
            for at in range(first, bisect_left(self._firsts, span.end)):
                low, high = bisect_right(self._ends[at], span.start), bisect_left(self._starts[at], span.end)
                indices.setdefault(at, set()).update(range(low, high))
        for at in sorted(indices):
            if indices[at]:
                yield self._passages[at], frozenset(indices[at])

    def tokens(self, spans: Spans) -> list[Token]:
        """The tokens that the spans touch, without white space, in order."""
        found = (passage.doc[i] for passage, indices in self.covered(spans) for i in sorted(indices))
        return [token for token in found if not token.is_space]

    def within(self, passage: Passage, spans: Spans) -> frozenset[int]:
        """The indices of one passage's tokens that the spans touch."""
        return next((indices for other, indices in self.covered(spans) if other is passage), frozenset())
