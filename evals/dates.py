"""How often what dates an article is right: `python -m evals.dates`, the counts of `data/read/date_confidence.yaml`.

Web pages have no true date with them, but several things that date them; each kind is held against another kind on the
same page, the metadata first. Coverage has a date of publication, which is hidden from the reader. A date is right when
it is within a day of the true one, as a page and its feed may lie in two time zones; a month when it holds it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from datetime import date

from evals.corpora import corpora
from onrecord.errors import Unreadable
from onrecord.model import Article, Declared, Document
from onrecord.read import date_kind, read
from onrecord.read._patterns import data

Counts = dict[str, tuple[int, int]]  # by kind: right, of
COVERAGE = ("iran-nuclear", "north-korea", "trade")
_DAY = len("2015-03-30")


def on_pages() -> Counts:
    """Metadata, page and address of the web pages, each against the best of the other kinds."""
    counts: Counts = {}
    for article in _pages():
        found = first_of_each(article)
        for kind in ("metadata", "page", "url"):
            others = [found[other] for other in ("metadata", "url", "page") if other != kind and other in found]
            if kind in found and others:
                count(counts, kind, found[kind], others[0])
    return counts


def on_coverage(names: tuple[str, ...] = COVERAGE) -> Counts:
    """All kinds that the text and the address of coverage give, against its date of publication."""
    counts: Counts = {}
    for article, true in _coverage(names):
        for kind, value in first_of_each(article).items():
            count(counts, kind, value, true)
    return counts


def first_of_each(article: Article) -> Mapping[str, str]:
    """The first date of each kind."""
    found: dict[str, str] = {}
    for piece in article.date_evidence:
        found.setdefault(date_kind(piece), piece.value)
    return found


def count(counts: Counts, kind: str, value: str, true: str) -> None:
    """Add a date of a kind to the counts."""
    right, of = counts.get(kind, (0, 0))
    if len(value) < _DAY or len(true) < _DAY:
        near = value.startswith(true) or true.startswith(value)
    else:
        near = abs((date.fromisoformat(value) - date.fromisoformat(true)).days) <= 1
    counts[kind] = (right + near, of + 1)


def _pages() -> Iterator[Article]:
    for path in sorted((corpora() / "html").rglob("*.html.gz")):
        page = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        if (article := _read(Document(path.stem, path.stem, path.name, "html", page))) is not None:
            yield article


def _coverage(names: tuple[str, ...]) -> Iterator[tuple[Article, str]]:
    for name in names:
        with (corpora() / "coverage" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                declared = Declared(title=row["title"], outlet=row["outlet"], url=row["url"])
                article = _read(Document(row["id"], row["id"], name, "text", row["text"], declared))
                if article is not None and row["published"] and len(row["published"]) >= _DAY:
                    yield article, row["published"][:_DAY]


def _read(document: Document) -> Article | None:
    try:
        return read(document)
    except Unreadable:
        return None


def main() -> None:
    """Print the counts, and those of the data file beside them."""
    kept = data("date_confidence.yaml")
    for about, counts in (("web pages, against another kind", on_pages()), ("coverage", on_coverage())):
        print(about)
        for kind, (right, of) in sorted(counts.items()):
            print(f"  {kind:<12}{right:>5} of {of:<5} right within a day   kept: {kept.get(kind, 'none')}")


if __name__ == "__main__":
    main()
