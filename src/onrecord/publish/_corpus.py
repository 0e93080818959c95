"""What a collection is, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from onrecord import trace
from onrecord.model import Article, Basis, Reuse
from onrecord.publish._said import Said


def corpus(articles: Mapping[str, Article], said: Iterable[Said], reuse: Sequence[Reuse]) -> dict[str, Any]:
    """How many articles, outlets and independent voices there are, from when, and what was left out of them."""
    every = articles.values()
    dates = sorted(article.published.value for article in every if article.published.value)
    found = Counter(article.published.basis for article in every)
    return {
        "articles": len(articles),
        "voices": trace.voices(articles, reuse),
        "outlets": len({article.outlet for article in every if article.outlet}),
        "no_outlet": sum(not article.outlet for article in every),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "undated": len(articles) - len(dates),
        "left_out": sum(len(article.left_out) for article in every),
        "lost": sum(len(article.lost_quotations) for article in every),
        "coded": sum(bool(one.held) for one in said),
        "bases": [(basis, found[basis]) for basis in get_args(Basis) if found[basis]],
    }
