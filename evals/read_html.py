"""Main text of web pages against hand-made main text: token F1 on the article extraction benchmark.

The pages and their text are those of scrapinghub's article-extraction-benchmark (docs/corpora.md). A page's score is
the F1 of its bag of words (each word counted as often as it stands); the table gives the mean over pages, beside what
trafilatura alone scores in the same run, so that what the paragraph classifier adds or takes is seen.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator

import trafilatura

from evals.corpora import corpora
from onrecord.errors import Unreadable
from onrecord.model import Document
from onrecord.read import read

WORD = re.compile(r"\w+")


def pages() -> Iterator[tuple[str, str, str]]:
    """Name, HTML and true main text of each page, in the order of their names."""
    truth = json.loads((corpora() / "html" / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth):
        packed = corpora() / "html" / "html" / f"{name}.html.gz"
        yield name, gzip.decompress(packed.read_bytes()).decode("utf-8", "replace"), truth[name]["articleBody"]


def ours(name: str, html: str) -> str:
    """The body of the article as `read` gives it."""
    try:
        article = read(Document(name, name, name, "html", html))
    except Unreadable:
        return ""
    return "\n".join(article.text[p.span.start : p.span.end] for p in article.paragraphs if p.role == "body")


def alone(_name: str, html: str) -> str:
    """The main text by trafilatura with its defaults."""
    return trafilatura.extract(html, include_comments=False) or ""


def token_scores(text: str, truth: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of a text, as shares."""
    found, wanted = Counter(WORD.findall(text.casefold())), Counter(WORD.findall(truth.casefold()))
    both = (found & wanted).total()
    precision = both / found.total() if found else 0.0
    recall = both / wanted.total() if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def score() -> dict[str, float]:
    """Mean precision, recall and F1 in per cent, for onrecord and for trafilatura alone."""
    totals: dict[str, float] = {}
    readers: dict[str, Callable[[str, str], str]] = {"onrecord": ours, "trafilatura": alone}
    count = 0
    for name, html, truth in pages():
        count += 1
        for reader, extract in readers.items():
            for figure, value in zip(
                ("precision", "recall", "f1"), token_scores(extract(name, html), truth), strict=True
            ):
                totals[f"{reader} {figure}"] = totals.get(f"{reader} {figure}", 0.0) + value
    return {"pages": count} | {figure: round(100 * total / count, 1) for figure, total in totals.items()}


def main() -> None:
    """Print the figures."""
    for figure, value in score().items():
        print(f"{figure:24}{value}")


if __name__ == "__main__":
    main()
