"""Where the words of a judged statement are in the record as it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.model import Article, Judgement, Span, Spans, Statement
from onrecord.store._judged.snapshot import spans

SAME = 0.5  # share of the shorter content that two statements have in common from which on they are one


class Places:
    """Finds the statement that a judgement is about, by id or by its words."""

    def __init__(self, statements: Iterable[Statement], articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._of_name: dict[str, list[Article]] = defaultdict(list)
        for article in articles.values():
            self._of_name[article.name].append(article)
        self._ids: set[str] = set()
        self._in: dict[str, list[tuple[str, Spans]]] = defaultdict(list)
        for statement in statements:
            self._ids.add(statement.id)
            self._in[statement.article].append((statement.id, statement.attribution.content))

    def find(self, one: Judgement) -> str | None:
        """The id of the statement as it is now: its own; that of the statement which holds most of its words; or its
        own again where none does but the words still stand where they stood. None where they are gone."""
        if one.target in self._ids:
            return one.target
        said = one.value if one.kind == "add" else one.machine
        stands = self._stands(said)
        place = (said["article"], spans(said["content"])) if stands else self._moved(said)
        holder = self._holder(*place) if place is not None and one.kind != "add" else None
        if holder is not None or not stands:
            return holder
        self._ids.add(one.target)
        return one.target

    def _holder(self, article: str, content: Spans) -> str | None:
        shared = {id: _share(content, theirs) for id, theirs in self._in[article]}
        best = max(sorted(shared), key=lambda id: shared[id], default=None)
        return best if best is not None and shared[best] >= SAME else None

    def _stands(self, said: Mapping[str, Any]) -> bool:
        article = self._articles.get(said["article"])
        if article is None:
            return False
        return all(article.text[a:b] == words for (a, b), words in zip(said["content"], said["words"], strict=True))

    def _moved(self, said: Mapping[str, Any]) -> tuple[str, Spans] | None:
        """The same words in the one article that bears the name by now, as the text of a file may change."""
        named = self._of_name.get(said.get("article_name", ""), [])
        if len(named) != 1 or not all(named[0].text.count(words) == 1 for words in said["words"]):
            return None
        starts = [(named[0].text.index(words), words) for words in said["words"]]
        return named[0].id, tuple(Span(start, start + len(words)) for start, words in starts)


def _share(one: Spans, other: Spans) -> float:
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common / max(1, min(_length(one), _length(other)))


def _length(of: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in of)
