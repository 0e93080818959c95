"""When things were said, against 40 statements dated by reading: `python -m evals.said`.

`said.jsonl` holds 40 attributions drawn at random, one an article, from coverage of Iran and trade that no other gold
set of statements touches: the article's id, where the content stands in `Article.text`, and the date that a careful
reader takes from the article, at its own granularity; null where it tells none, which is so of most. They were labelled
before the program's dates were looked at; two labels were mended after it, where the words read around the statement
had been too few. The rules were then changed with these in view, so the figures are of seen statements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.corpora import corpora
from onrecord import date, resolve
from onrecord.attribute import reader
from onrecord.model import Attribution, Declared, Document
from onrecord.read import read
from onrecord.syntax import parse

GOLD = Path(__file__).with_suffix(".jsonl")
COVERAGE = ("iran-nuclear", "trade")
_MATCH = 0.5  # of the words, shared by both


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement of gold: its label, whether an attribution has its words, and the date given to that."""

    id: str
    label: str | None
    found: bool
    given: str | None


def judged(limit: int | None = None) -> Iterator[Judged]:
    """The statements of gold as they are dated now, in the order of the file."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()][:limit]
    texts = _texts({row["id"] for row in rows})
    for row in rows:
        article = read(_document(texts[row["id"]]))
        passages = parse(article.text, [paragraph.span for paragraph in article.paragraphs])
        attributions = reader("model")(article.text, passages)
        _, speakers = resolve.refer(article, passages, attributions, resolve.lexicon())
        dates = date.said(article, passages, attributions, speakers)
        best = max(range(len(attributions)), key=lambda n: _shared(attributions[n], row), default=None)
        found = best is not None and _shared(attributions[best], row) >= _MATCH
        yield Judged(row["id"], row["said"], found, dates[best].value if found and best is not None else None)


def figures(of: list[Judged]) -> dict[str, tuple[int, int]]:
    """Dates given that are right, of those given and of those that a reader knows; and what is dated by neither."""
    given = [one for one in of if one.given]
    right = sum(one.given == one.label for one in given)
    silent = [one for one in of if one.label is None]
    return {
        "right, of those given": (right, len(given)),
        "right, of those a reader knows": (right, len(of) - len(silent)),
        "left open, of those a reader leaves open": (sum(one.given is None for one in silent), len(silent)),
        "found as a statement": (sum(one.found for one in of), len(of)),
    }


def _shared(attribution: Attribution, row: dict[str, Any]) -> float:
    own = {at for span in attribution.content for at in range(span.start, span.end)}
    true = {at for start, end in row["content"] for at in range(start, end)}
    return len(own & true) / len(own | true)


def _texts(wanted: set[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name in COVERAGE:
        with (corpora() / "coverage" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            found |= {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
    return found


def _document(row: dict[str, Any]) -> Document:
    declared = Declared(title=row["title"], outlet=row["outlet"], url=row["url"], published=row["published"])
    return Document(row["id"], row["id"], "coverage", "text", row["text"], declared)


def main() -> None:
    """Print the figures."""
    for name, (hits, of) in figures(list(judged())).items():
        print(f"{name:<44}{hits:>3} of {of}")


if __name__ == "__main__":
    main()
