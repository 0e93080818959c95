"""On how many articles, outlets and independent origins an event or a figure rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord import trace
from onrecord.model import Article, Event, Figure, Reuse, Span, Statement, Utterance, Voices


class Rests:
    """Counts as `trace.Witnesses` does. What stands in a statement is told by its speaker, else by the article."""

    def __init__(
        self,
        statements: Iterable[Statement],
        articles: Iterable[Article],
        reuse: Sequence[Reuse],
        utterances: Iterable[Utterance],
    ) -> None:
        self._witnesses = trace.Witnesses(articles, reuse, utterances)
        self._by_id = {statement.id: statement for statement in statements}
        self._by_article: dict[str, list[Statement]] = defaultdict(list)
        for statement in self._by_id.values():
            self._by_article[statement.article].append(statement)

    def event(self, event: Event) -> Voices:
        """On how much an event rests."""
        return self._witnesses.count((article, self._at(article, span)) for article, span in event.mentions)

    def figure(self, figure: Figure) -> Voices:
        """On how much a value rests."""
        told = ((article, self._by_id.get(mention.statement or "")) for article, mention in figure.mentions)
        return self._witnesses.count(told)

    def _at(self, article: str, span: Span) -> Statement | None:
        """The statement in whose words a stretch of an article stands: the shortest that holds its start."""
        holding = [
            (piece.end - piece.start, statement.id, statement)
            for statement in self._by_article.get(article, ())
            for piece in statement.attribution.content
            if statement.attribution.mode != "told" and piece.start <= span.start < piece.end
        ]
        return min(holding)[2] if holding else None
