"""Pairs of articles that share passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model import Article, Paragraph, Reuse
from onrecord.trace._align import align
from onrecord.trace._candidates import candidates
from onrecord.trace._first import first
from onrecord.trace._furniture import without_furniture
from onrecord.trace._words import Words, read


class Story(NamedTuple):
    """What tracing needs of an article, for those who don't hold the whole of it. `published` is ISO 8601."""

    id: str
    outlet: str | None
    published: str | None
    text: str
    paragraphs: Sequence[Paragraph]


Given = Article | tuple[str, str | None, str | None, str, Sequence[Paragraph]]


def reuse(articles: Iterable[Given]) -> tuple[Reuse, ...]:
    """Every pair of articles that shares a passage, sorted by their ids (`a` < `b`); the order given does not matter.

    A passage is a run of shared 5-grams, healed over gaps of up to four words, with at least twelve words that neither
    article puts in quotation marks (a pair has at least twenty): two reporters who quote the same sentence have not
    copied one another. Nor do words count that an outlet prints in article after article: subscription lines, a
    standing paragraph. Containment is the number of words of these passages that are the same, over all words of the
    article. Ids are those of the content: a second article with the same id is the same article.
    """
    stories = _stories(articles)
    every = [read(story.text, [paragraph.span for paragraph in story.paragraphs]) for story in stories]
    words = without_furniture(every, [story.outlet for story in stories])
    pairs = (_compare(stories[a], words[a], stories[b], words[b]) for a, b in candidates(words))
    return tuple(pair for pair in pairs if pair is not None)


def _stories(articles: Iterable[Given]) -> list[Story]:
    stories: dict[str, Story] = {}
    for article in articles:
        story = _story(article) if isinstance(article, Article) else Story(*article)
        stories.setdefault(story.id, story)
    return [stories[id_] for id_ in sorted(stories)]


def _story(article: Article) -> Story:
    return Story(article.id, article.outlet, article.published.value, article.text, article.paragraphs)


def _compare(a: Story, words_a: Words, b: Story, words_b: Words) -> Reuse | None:
    shared = align(words_a, words_b)
    if not shared.passages:
        return None
    had_it, why = first(a, b)
    return Reuse(
        a=a.id,
        b=b.id,
        containment_a=round(shared.shared_a / len(words_a), 4),
        containment_b=round(shared.shared_b / len(words_b), 4),
        passages=tuple((words_a.span(at), words_b.span(there)) for at, there in shared.passages),
        first=had_it,
        why=why,
    )
