"""Where in a parsed article its attributions stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from onrecord.model import Attribution, Span
from onrecord.syntax import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """Where an attribution's frame stands: its passage, its sentence, and its tokens there from first to last."""

    passage: int
    sentence: tuple[int, int]
    first: int
    last: int

    def distance(self, first: int, last: int) -> int:
        """Tokens between the frame and others of the same passage."""
        return max(first - self.last, self.first - last, 0)


class Places:
    """Places by their offsets in the article."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._starts = [passage.start for passage in passages]

    def of(self, attribution: Attribution) -> Place | None:
        """The place of an attribution's source and cue, else of its content; None where no passage holds it."""
        spans = sorted((*attribution.source, *attribution.cue)) or list(attribution.content)
        number = bisect_right(self._starts, spans[0].start) - 1
        if number < 0:
            return None
        inside = [span for span in spans if span.end <= self._passages[number].end] or spans[:1]
        words = self.phrase(number, Span(inside[0].start, max(span.end for span in inside)))
        if words is None:
            return None
        return Place(number, (words[0].sent.start, words[-1].sent.end), words.start, words.end - 1)

    def phrase(self, number: int, span: Span) -> Phrase | None:
        """The tokens of a span in a passage; None where the passage has none of them."""
        start, doc = self._passages[number].start, self._passages[number].doc
        if not start <= span.start < start + len(doc.text):
            return None
        end = min(span.end - start, len(doc.text))
        found = doc.char_span(span.start - start, end, alignment_mode="expand")
        return found if found is not None and len(found) else None

    def tokens(self, number: int, spans: Sequence[Span]) -> list[Token]:
        """The tokens that spans have in a passage, in order; the spans may reach beyond it."""
        passage = self._passages[number]
        cut = [Span(max(span.start, passage.start), span.end) for span in spans if span.end > passage.start]
        return [token for span in cut for token in self.phrase(number, span) or ()]
