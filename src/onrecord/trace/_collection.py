"""A collection of articles that is looked through for copies, and that more articles can be added to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

import numpy as np

from onrecord.model import Article, Paragraph, Reuse, Span
from onrecord.trace._align import align
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
    far as the collection knows by now (`standing`). `content` is a hash of all that aligning looks at: articles of one
    content share the same passages with others."""

    printed: Printed
    words: Words
    digest: Digests
    prints: Hashes
    content: bytes
    standing: Marks | None = None

    @property
    def own(self) -> Marks:
        return self.words.own if self.standing is None else self.words.own & ~self.standing

    def furnish(self, standing: Marks | None) -> None:
        """Take note of which words are furniture by now."""
        if not _same(self.standing, standing):
            self.standing = standing
            self.prints, self.content = fingerprints(self.words.grams, standing), _content(self.words, self.own)


class Shared(NamedTuple):
    """What two contents share, as it goes into a Reuse."""

    containment_a: float
    containment_b: float
    passages: tuple[tuple[Span, Span], ...]


class Collection:
    """Articles, by id, and the pairs of them that share passages.

    Reading is done once for each article, aligning once for each pair of different contents, however many articles
    have them; adding articles aligns the pairs that are new, and those whose articles turn out to hold furniture. What
    comes out is what a new collection of all of them gives. Takes about 25 bytes of memory for a word, and does not
    hold the texts.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Traced] = {}
        self._shared: dict[tuple[bytes, bytes], Shared | None] = {}

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
            prints, content = fingerprints(words.grams), _content(words, words.own)
            self._articles[id_] = Traced(printed, words, digest, prints, content)

    def pairs(self) -> Iterator[Reuse]:
        """Every pair of articles that shares a passage, in the order of their ids (`a` < `b`)."""
        ids = sorted(self._articles)
        articles = [self._articles[id_] for id_ in ids]
        alike = families([article.digest for article in articles])
        standing = furniture([a.words for a in articles], [a.printed.outlet for a in articles], alike)
        for article, marks in zip(articles, standing, strict=True):
            article.furnish(marks)
        before, self._shared = self._shared, {}
        for one, other in candidates([article.prints for article in articles], alike):
            a, b = articles[one], articles[other]
            contents = (a.content, b.content)
            if contents not in self._shared:
                self._shared[contents] = before[contents] if contents in before else _shared(a, b)
            if shared := self._shared[contents]:
                had_it, why = first(a.printed, b.printed)
                yield Reuse(a.printed.id, b.printed.id, *shared, had_it, why)


def _same(one: Marks | None, other: Marks | None) -> bool:
    return one is other or (one is not None and other is not None and np.array_equal(one, other))


def _read(story: Story) -> tuple[Printed, Words]:
    words = read(story.text, [paragraph.span for paragraph in story.paragraphs])
    said = edges(story.text, story.paragraphs)
    return Printed(story.id, story.outlet, story.published, said, story.url, story.canonical, story.source), words


def _story(article: Article) -> Story:
    return Story(
        article.id,
        article.outlet,
        article.published.value,
        article.text,
        article.paragraphs,
        article.url,
        article.canonical,
        article.source,
    )


def _content(words: Words, own: Marks) -> bytes:
    hashed = blake2b(digest_size=16)
    for array in (words.places, words.grams, own, words.plain):
        hashed.update(len(array).to_bytes(8, "little") + array.tobytes())
    return hashed.digest()


def _shared(a: Traced, b: Traced) -> Shared | None:
    found = align(a.words, b.words, a.own, b.own)
    if not found.passages:
        return None
    return Shared(
        containment_a=round(found.shared_a / len(a.words), 4),
        containment_b=round(found.shared_b / len(b.words), 4),
        passages=tuple((a.words.span(at), b.words.span(there)) for at, there in found.passages),
    )
