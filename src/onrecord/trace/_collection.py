"""A collection of articles that is looked through for copies, and that more articles can be added to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np

from onrecord.model import Article, Paragraph, Reuse
from onrecord.trace._align import Alignment, align
from onrecord.trace._alike import Digests, digests, families
from onrecord.trace._candidates import candidates, fingerprints
from onrecord.trace._credits import edges
from onrecord.trace._first import Printed, first
from onrecord.trace._furniture import furniture
from onrecord.trace._words import Hashes, Marks, Words, read


class Story(NamedTuple):
    """What tracing needs of an article, for those who don't hold the whole of it. `published` is ISO 8601.

    `canonical` is the address that the page names as the original's, `source` the outlet that the feed names as the
    item's (RSS `<source>`).
    """

    id: str
    outlet: str | None
    published: str | None
    text: str
    paragraphs: Sequence[Paragraph]
    url: str | None = None
    canonical: str | None = None
    source: str | None = None


_AT_ONCE = 1_000  # articles whose texts are held at a time

Given = Article | Story | tuple[str, str | None, str | None, str, Sequence[Paragraph]]


@dataclass(slots=True, eq=False)
class Traced:
    """An article of a collection: what was read of it alone, and which of its words are furniture of its outlet, as
    far as the collection knows by now (`standing`, with the hash that tells whether it has changed)."""

    printed: Printed
    words: Words
    prints: Hashes
    digest: Digests
    standing: Marks | None = None

    @property
    def own(self) -> Marks:
        return self.words.own if self.standing is None else self.words.own & ~self.standing


class Collection:
    """Articles, by id, and the pairs of them that share passages.

    Reading is done once for each article, aligning once for each pair; adding articles aligns the pairs that are new,
    and those whose articles turn out to hold furniture. What comes out is what a new collection of all of them gives.
    Takes about 15 bytes of memory for a word, and does not hold the texts.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Traced] = {}
        self._aligned: dict[tuple[str, str], Alignment] = {}

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, articles: Iterable[Given]) -> None:
        """Add articles. Ids are those of the content: a second article with the same id is the same article."""
        stream = iter(articles)
        while batch := list(islice(stream, _AT_ONCE)):
            self._add(_story(article) if isinstance(article, Article) else Story(*article) for article in batch)

    def _add(self, stories: Iterable[Story]) -> None:
        new: dict[str, tuple[Printed, Words]] = {}
        for story in stories:
            if story.id not in self._articles and story.id not in new:
                new[story.id] = _read(story)
        found = digests([words.grams for _, words in new.values()])
        for (id_, (printed, words)), digest in zip(new.items(), found, strict=True):
            self._articles[id_] = Traced(printed, words, fingerprints(words.grams), digest)

    def pairs(self) -> Iterator[Reuse]:
        """Every pair of articles that shares a passage, in the order of their ids (`a` < `b`)."""
        ids = sorted(self._articles)
        articles = [self._articles[id_] for id_ in ids]
        alike = families([article.digest for article in articles])
        self._furnish(articles, furniture([a.words for a in articles], [a.printed.outlet for a in articles], alike))
        before, self._aligned = self._aligned, {}
        for one, other in candidates([article.prints for article in articles], alike):
            a, b = articles[one], articles[other]
            pair = (ids[one], ids[other])
            shared = before.get(pair) or align(a.words, b.words, a.own, b.own)
            self._aligned[pair] = shared
            if shared.passages:
                yield _reuse(a, b, shared)

    def _furnish(self, articles: Sequence[Traced], standing: Sequence[Marks | None]) -> None:
        changed = set()
        for article, marks in zip(articles, standing, strict=True):
            if not _same(article.standing, marks):
                article.standing = marks
                article.prints = fingerprints(article.words.grams, marks)
                changed.add(article.printed.id)
        if changed:
            self._aligned = {pair: at for pair, at in self._aligned.items() if changed.isdisjoint(pair)}


def _same(one: Marks | None, other: Marks | None) -> bool:
    return one is other or (one is not None and other is not None and np.array_equal(one, other))


def _read(story: Story) -> tuple[Printed, Words]:
    words = read(story.text, [paragraph.span for paragraph in story.paragraphs])
    said = edges(story.text, story.paragraphs)
    return Printed(story.id, story.outlet, story.published, said, story.url, story.canonical, story.source), words


def _story(article: Article) -> Story:
    return Story(article.id, article.outlet, article.published.value, article.text, article.paragraphs, url=article.url)


def _reuse(a: Traced, b: Traced, shared: Alignment) -> Reuse:
    had_it, why = first(a.printed, b.printed)
    return Reuse(
        a=a.printed.id,
        b=b.printed.id,
        containment_a=round(shared.shared_a / len(a.words), 4),
        containment_b=round(shared.shared_b / len(b.words), 4),
        passages=tuple((a.words.span(at), b.words.span(there)) for at, there in shared.passages),
        first=had_it,
        why=why,
    )
