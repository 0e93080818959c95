"""A floor under what is read from real pages and scrapes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evals import read_html
from onrecord.gather import gather
from onrecord.model import Document
from onrecord.read import read
from onrecord.settings import Settings

CORPORA = Path(os.environ.get("ONRECORD_CORPORA", Path(__file__).parents[3] / "shared" / "data"))
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the public corpora are not there (ONRECORD_CORPORA)"),
]


def test_main_text_of_pages_is_no_worse_than_the_extractor_alone() -> None:
    figures = read_html.score()
    assert figures["onrecord f1"] >= max(96.0, figures["trafilatura f1"])
    assert figures["onrecord recall"] >= 97.0


def test_scrapes_give_articles_without_banners_repeats_disclaimers_and_credits() -> None:
    found = {d.name: read(d) for d in gather([CORPORA / "seeds"], Settings()) if isinstance(d, Document)}
    reasons = {name[:3]: [one.reason for one in article.left_out] for name, article in found.items()}
    assert reasons["000"] == []
    assert reasons["001"] == ["dateline", "comment footer", "comment footer"]
    assert reasons["002"][:3] == ["error banner"] * 3
    assert reasons["002"].count("repeat") == 4
    assert reasons["002"].count("disclaimer") == 2
    assert reasons["003"] == ["byline"]
    assert reasons["004"] == ["credit"] * 3


def test_every_article_of_the_collections_is_read_and_little_is_left_out() -> None:
    kept = left = 0
    for document in gather([CORPORA / "coverage"], Settings()):
        assert isinstance(document, Document)
        article = read(document)
        kept += len(article.text.split())
        left += sum(len(one.text.split()) for one in article.left_out)
    assert left / (kept + left) < 0.05
