"""The annotated articles, and which of them are kept for choosing. It needs nothing that only training needs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

from evals.corpora import corpora

Article = dict[str, Any]
Part = Literal["choosing", "dev"]
PARTS: tuple[Part, ...] = ("choosing", "dev")


def articles(path: Path) -> list[Article]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def is_choosing(article: Article) -> bool:
    """Whether an article of train is kept for choosing (one in ten, by the hash of its id) and never trained on."""
    return int(hashlib.sha256(article["id"].encode()).hexdigest(), 16) % 10 == 0


def part(name: Part) -> list[Article]:
    """The articles to score on: PolNeAR's development part, or those of train that are kept for choosing."""
    if name == "dev":
        return articles(corpora() / "polnear" / "dev.jsonl")
    return [row for row in articles(corpora() / "polnear" / "train.jsonl") if is_choosing(row)]


def to_train_on() -> list[Article]:
    """The articles of train that are not kept for choosing."""
    return [row for row in articles(corpora() / "polnear" / "train.jsonl") if not is_choosing(row)]
