"""Pairs of articles that share passages."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Reuse
from onrecord.trace._collection import Collection, Given


def reuse(articles: Iterable[Given]) -> tuple[Reuse, ...]:
    """Every pair of articles that shares a passage, sorted by their ids (`a` < `b`); the order given does not matter.

    A passage is a run of shared 5-grams, healed over gaps of up to four words, with at least twelve words that neither
    article puts in quotation marks (a pair has at least twenty): two reporters who quote the same sentence have not
    copied one another. Nor do words count that an outlet prints in article after article: subscription lines, a
    standing paragraph. Containment is the number of words of these passages that are the same, over all words of the
    article. Ids are those of the content: a second article with the same id is the same article.
    """
    collection = Collection()
    collection.add(articles)
    return tuple(collection.pairs())
