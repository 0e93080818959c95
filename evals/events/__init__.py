"""Events against those marked by reading (guide.md): 20 articles on Iran, North Korea and trade.

    python -m evals.events [--part open|shut] [--bounds] [--judged]

A found mention meets a marked event when its trigger shares a character with one of the marked ones, or stands in the
same sentence and is of the same kind. What the reader was not sure of counts neither for nor against, nor does what
meets it.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from evals.events import judged
from evals.speakers import article_of, same_body, same_person, texts_of
from onrecord import date, resolve
from onrecord.attribute import attribute
from onrecord.model import Dated, EventMention, Referent, Span
from onrecord.syntax import Passage, parse

GOLD = Path(__file__).with_name("gold.jsonl")
CORPORA = ("iran-nuclear", "north-korea", "trade")
PARTS = ("open", "shut")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """A marked article, what the program found in it, the names of its referents and where its sentences end."""

    gold: Row
    found: tuple[EventMention, ...]
    names: dict[int, tuple[str, ...]]
    sentences: tuple[Span, ...]


def gold(part: str | None = None) -> list[Row]:
    """The marked articles, of one part or all."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row["part"])]


def run(part: str | None = None) -> list[Read]:
    """All marked articles with what the program finds in them."""
    texts = {corpus: texts_of(corpus) for corpus in CORPORA}
    return [_read(row, texts[row["corpus"]][row["article"]]) for row in gold(part)]


def _read(row: Row, source: Row) -> Read:
    published = Dated(row["published"], "metadata") if row["published"] else Dated()
    article = replace(article_of(source), published=published)
    passages = parse(article.text, [p.span for p in article.paragraphs])
    attributions = attribute(article.text)
    referents, _ = resolve.refer(article, passages, attributions, _lexicon())
    return Read(row, date.events(article, passages, referents, _lexicon()), _names(referents), _sentences(passages))


def _names(referents: Sequence[Referent]) -> dict[int, tuple[str, ...]]:
    return {one.number: (one.name, *(form for form, _ in one.forms)) for one in referents}


def _sentences(passages: Sequence[Passage]) -> tuple[Span, ...]:
    return tuple(
        Span(passage.start + sentence.start_char, passage.start + sentence.end_char)
        for passage in passages
        for sentence in passage.doc.sents
    )


@cache
def _lexicon() -> resolve.Lexicon:
    return resolve.lexicon(())


def meets(read: Read, mention: EventMention, row: Row) -> bool:
    """Whether a found mention tells of a marked event."""
    if any(_touch(mention.trigger, pair) for pair in row["triggers"]):
        return True
    alike = mention.kind == row["kind"]
    return alike and any(
        _touch(sentence, pair) and sentence.start <= mention.trigger.start < sentence.end
        for sentence in read.sentences
        for pair in row["triggers"]
    )


def _touch(span: Span, pair: Sequence[int]) -> bool:
    return span.start < pair[1] and pair[0] < span.end


def matched(read: Read) -> tuple[list[tuple[Row, list[EventMention]]], list[EventMention]]:
    """Each sure event with the mentions that meet it (those on its very words if there are any), and the mentions that
    meet no event at all."""
    sure = [row for row in read.gold["events"] if row["sure"]]
    pairs = []
    for row in sure:
        near = [mention for mention in read.found if meets(read, mention, row)]
        exact = [m for m in near if any(_touch(m.trigger, pair) for pair in row["triggers"])]
        pairs.append((row, exact or near))
    stray = [m for m in read.found if not any(meets(read, m, row) for row in read.gold["events"])]
    return pairs, stray


def participants(read: Read, row: Row, mentions: Sequence[EventMention]) -> tuple[int, int, int]:
    """(right, found, marked) participants of an event, over all mentions of it."""
    numbers = sorted({number for mention in mentions for number in mention.participants})
    marked = row["participants"]
    right = {name for name in marked if any(_named(name, read.names.get(number, ())) for number in numbers)}
    found = [n for n in numbers if any(_named(name, read.names.get(n, ())) for name in marked)]
    return len(right), len(right) + len(numbers) - len(found), len(marked)


def _named(true: str, names: Sequence[str]) -> bool:
    return any(same_person(true, name) or same_body(true, name) for name in names)


def date_right(marked: str | None, mentions: Sequence[EventMention]) -> bool:
    """Whether the finest date of the mentions is the marked one; a marked week may be given as the month it lies in."""
    values = sorted((m.when.value for m in mentions if m.when.value), key=lambda value: (-len(value), value))
    found = values[0] if values else None
    if marked is None or found is None or "W" not in marked:
        return found == marked
    first, last = (datetime.date.fromisocalendar(int(marked[:4]), int(marked[6:8]), day) for day in (1, 7))
    from_, to = date.bounds(found)
    return from_ <= first and last <= to if len(found) <= len("2015-03") else first <= from_ and to <= last


def score(reads: Sequence[Read]) -> dict[str, float]:
    """Percent. Recall is of events, precision of mentions; the rest is of the events that were found."""
    pairs = [(read, row, mentions) for read in reads for row, mentions in matched(read)[0]]
    stray = sum(len(matched(read)[1]) for read in reads)
    met = [(read, row, mentions) for read, row, mentions in pairs if mentions]
    hits = sum(len({id(m) for row, mentions in matched(read)[0] for m in mentions}) for read in reads)
    people = [participants(*one) for one in met]
    right, found, marked = (sum(column) for column in zip(*people, strict=True)) if people else (0, 0, 0)
    timed = [(row, mentions) for _, row, mentions in met if row.get("when_sure", True)]
    dated = [(row, mentions) for row, mentions in timed if row["when"]]
    precision, recall = _percent(hits, hits + stray), _percent(len(met), len(pairs))
    return {
        "events marked": float(len(pairs)),
        "event precision": precision,
        "event recall": recall,
        "event F1": _f1(precision, recall),
        "kind right": _percent(sum(any(m.kind == row["kind"] for m in ms) for _, row, ms in met), len(met)),
        "participants F1": _f1(_percent(right, found), _percent(right, marked)),
        "date right": _percent(sum(date_right(row["when"], ms) for row, ms in timed), len(timed)),
        "of the dated": _percent(sum(date_right(row["when"], ms) for row, ms in dated), len(dated)),
        "status right": _percent(sum(any(m.status == row["status"] for m in ms) for _, row, ms in met), len(met)),
    }


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(reads: Sequence[Read]) -> str:
    """The figures of each part and of both."""
    parts = {part: [read for read in reads if read.gold["part"] == part] for part in PARTS} | {"both": list(reads)}
    figures = {part: score(of) for part, of in parts.items() if of}
    lines = [f"{'':20}" + "".join(f"{name:>10}" for name in figures)]
    names = next(iter(figures.values()), {})
    return "\n".join(
        [*lines, *(f"{what:20}" + "".join(f"{f[what]:10.1f}" for f in figures.values()) for what in names)]
    )


def run_bounds(step: int = 4) -> tuple[int, int, int]:
    """(articles, bounded, bounds that hold) with the date hidden: every so many articles of the coverage that have one.

    An article counts as held when its date lies within all that its own words bound it by.
    """
    counts = [0, 0, 0]
    for corpus in CORPORA:
        dated = [row for _, row in sorted(texts_of(corpus).items()) if row["published"]]
        for row in dated[::step]:
            article = article_of(row)
            found = date.limits(parse(article.text, [p.span for p in article.paragraphs]))
            after = all(b.value <= row["published"] for b in found if b.side == "not before")
            before = all(row["published"] <= b.value for b in found if b.side == "not after")
            counts = [counts[0] + 1, counts[1] + bool(found), counts[2] + (bool(found) and after and before)]
    return counts[0], counts[1], counts[2]


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score events against those marked by reading.")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--bounds", action="store_true", help="how far texts bound their dates, with the dates hidden")
    parser.add_argument("--judged", action="store_true", help="what was found in other articles, judged by reading")
    asked = parser.parse_args(words)
    if asked.judged:
        print(judged.table())
    elif asked.bounds:
        articles, bounded, held = run_bounds()
        print(f"{articles} articles: {_percent(bounded, articles):.1f} % bounded by their text, ", end="")
        print(f"{_percent(held, bounded):.1f} % of these rightly")
    else:
        print(table(run(asked.part)))
