"""Coded statements put back into their articles: as they were marked, among those that the reader finds in the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.speakers import article_of, by_hand, touch
from onrecord import resolve
from onrecord.attribute import attribute
from onrecord.model import Reading
from onrecord.syntax import Passage, parse

Row = dict[str, Any]


def readings_of(
    rows: Sequence[Row], texts: Mapping[str, Row], lexicon: resolve.Lexicon
) -> Iterator[tuple[Reading, list[Passage], list[tuple[int, Row]]]]:
    """Each article with coded statements, in the order of its id: its reading up to the speakers, its passages, and
    the number of each coded attribution with its row."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row["article"]].append(row)
    for name, here in sorted(by_article.items()):
        article = article_of(texts[name])
        ours = [(by_hand(row), row) for row in here]
        rest = [a for a in attribute(article.text) if not any(touch(a, one) for one, _ in ours)]
        every = sorted([*((a, None) for a in rest), *ours], key=lambda pair: pair[0].content)
        passages = parse(article.text, [p.span for p in article.paragraphs])
        attributions = tuple(a for a, _ in every)
        referents, speakers = resolve.refer(article, passages, attributions, lexicon)
        marked = [(number, row) for number, (_, row) in enumerate(every) if row is not None]
        yield Reading(article, attributions, referents, speakers), list(passages), marked
