"""Articles as naming needs them: which words are the outlet's own, which it quotes, which are furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.model import Article, Reuse, Span
from onrecord.trace._furniture import furniture
from onrecord.trace._quoted import quoted
from onrecord.trace._voices import families
from onrecord.trace._words import Words, read


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """An article of a known outlet. `family` is the number it shares with its copies. `own` says of each of `words`
    whether it is neither in quotation marks nor furniture of the outlet."""

    article: Article
    outlet: str
    family: int
    words: Words
    own: Sequence[bool]
    quotations: tuple[Span, ...]


def stories(articles: Iterable[Article], reuse: Sequence[Reuse] = ()) -> list[Told]:
    """The articles that have an outlet, by their ids; the order given doesn't matter."""
    ordered = sorted((a for a in articles if a.outlet), key=lambda article: article.id)
    groups = families((a.id for a in ordered), reuse)
    family = {id: number for number, group in enumerate(groups) for id in group}
    words = [read(a.text, [paragraph.span for paragraph in a.paragraphs]) for a in ordered]
    numbers = np.array([family[a.id] for a in ordered], dtype=np.int32)
    standing = furniture(words, [a.outlet for a in ordered], numbers)
    found = []
    for article, one, marks in zip(ordered, words, standing, strict=True):
        own = one.own if marks is None else one.own & ~marks
        quotations = tuple(q for paragraph in article.paragraphs for q in quoted(article.text, paragraph.span))
        found.append(Told(article, article.outlet or "", family[article.id], one, own.tolist(), quotations))
    return found
