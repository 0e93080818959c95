"""The labelled collections, read and compared as a build does it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from evals.differences.matching import Compared, Marked, Place
from evals.speakers import texts_of
from onrecord import gather, pipeline
from onrecord.model import Article, Difference, Document, Reading, Span
from onrecord.settings import Settings
from onrecord.store import Record, Writer

HERE = Path(__file__).parent
FIELDS = ("id", "outlet", "published", "title", "text")
Row = dict[str, Any]


def made(part: str | None = None) -> list[Compared]:
    """The sets of `made.yaml`, of one part or all, each compared as a collection of its own."""
    sets = yaml.safe_load((HERE / "made.yaml").read_text(encoding="utf-8"))["sets"]
    parts = [("shut" if number % 2 else "open", one) for number, one in enumerate(sets)]
    return [_made(one, half) for half, one in parts if part in (None, half)]


def news(part: str | None = None) -> list[Compared]:
    """The pairs of `gold.jsonl`, of one part or all. Raises FileNotFoundError where the public corpora are missing."""
    rows = [row for row in gold() if part in (None, row["part"])]
    wanted = sorted({(row["corpus"], row[side]) for row in rows for side in ("a", "b")})
    texts = {corpus: texts_of(corpus) for corpus, _ in wanted}
    readings = {one.article.name: one for one in _readings(texts[corpus][id] for corpus, id in wanted)}
    return [_pair(row, texts[row["corpus"]], readings) for row in rows]


@cache
def gold() -> tuple[Row, ...]:
    """The labelled pairs of the public coverage."""
    return tuple(map(json.loads, (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()))


def _made(one: Row, half: str) -> Compared:
    rows = [
        {"id": a["name"], "outlet": a["outlet"], "published": str(a["published"]), "text": a["text"]}
        for a in one["articles"]
    ]
    readings = list(_readings(rows))
    articles = {reading.article.name: reading.article for reading in readings}
    marked = tuple(
        Marked(d["kind"], d["relation"], _place(articles, *d["one"]), _place(articles, *d["other"]))
        for d in one["differences"]
    )
    return Compared(one["id"], half, {a.id: a for a in articles.values()}, marked, _differences(readings))


def _pair(row: Row, texts: Mapping[str, Row], readings: Mapping[str, Reading]) -> Compared:
    both = [readings[row["a"]], readings[row["b"]]]
    articles = {reading.article.name: reading.article for reading in both}

    def place(told: Row) -> Place:
        start, end = told["span"]
        text = texts[told["article"]]["text"]
        return _place(articles, told["article"], text[start:end], start / len(text))

    marked = tuple(
        Marked(d["kind"], d["relation"], place(d["one"]), place(d["other"]), d["sure"]) for d in row["differences"]
    )
    ends = {
        articles[row[side]].id: round(len(articles[row[side]].text) * end / len(texts[row[side]]["text"]))
        for side, end in zip(("a", "b"), row["ends"], strict=True)
    }
    name = f"{row['a']} {row['b']}"
    found = tuple(d for d in _differences(both) if all(t.span.start < ends[t.article] for t in (d.one, d.other)))
    return Compared(name, row["part"], {a.id: a for a in articles.values()}, marked, found)


def _place(articles: Mapping[str, Article], name: str, words: str, share: float = 0.0) -> Place:
    """Where words stand in an article as it was read; of several places the nearest to a share of the way through."""
    article = articles[name]
    found = [at for at in range(len(article.text)) if article.text.startswith(words, at)]
    if not found:
        raise ValueError(f"{words!r} does not stand in the article {name}")
    at = min(found, key=lambda at: abs(at - share * len(article.text)))
    return Place(article.id, Span(at, at + len(words)))


def _readings(rows: Iterable[Row]) -> Iterator[Reading]:
    """The readings of some rows of coverage."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.jsonl"
        kept = [{field: row[field] for field in FIELDS if row.get(field)} for row in rows]
        path.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        for found in gather.gather([path], Settings(), None):
            read = found if not isinstance(found, Document) else pipeline.read_document(found, Settings())
            if not isinstance(read, Reading):
                raise ValueError(f"{read.name}: {read.reason}")
            yield read


def _differences(readings: Sequence[Reading]) -> tuple[Difference, ...]:
    """What a build of a record of these articles finds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.onrecord"
        with Writer(path) as writer:
            writer.about({})
            for reading in readings:
                writer.add(reading, "")
            pipeline.collect(writer, Settings(), pipeline.quiet)
            writer.finish()
        return Record(path).differences()
