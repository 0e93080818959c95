"""Time and memory of looking for copies in a large collection: `python -m evals.trace.scale --articles 10000`.

The articles are made, by copying and editing real ones of the public corpora, so that it is known what is a copy of
what: of ten, six are new (a real article with most of its longer words exchanged for others of the corpora,
which leaves its shape and its stock phrases), one is an exact copy, one has light edits, one is cut and its lead moved,
and one holds a third of another. Some stories stand in more than a hundred outlets, and each outlet prints a footer.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import click

from evals.corpora import corpora
from onrecord import trace
from onrecord.model import Paragraph
from onrecord.syntax import paragraphs_of

KINDS = ("new",) * 6 + ("exact", "edited", "cut", "part")
OUTLETS = 300
MORE = 100  # of the articles one in this many is added later, to measure what adding costs
_LONGER = re.compile(r"[a-z]{4,}")
_NEW, _EDITED = 0.8, 0.03  # share of the longer words that are exchanged
_KEPT = 0.6  # share of the paragraphs that are left when a story is cut
_SEED = 1

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A made article, and what is known of it: its kind and the id of the article that it is a copy of, if it is."""

    row: Row
    kind: str
    source: str | None


def real_texts() -> list[str]:
    """The texts of the public coverage and of PolNeAR's training part, in paragraphs."""
    folders = [*sorted((corpora() / "coverage").glob("*.jsonl")), corpora() / "polnear" / "train.jsonl"]
    rows = (json.loads(line) for file in folders for line in file.read_text(encoding="utf-8").splitlines())
    return ["\n\n".join(line for line in row["text"].splitlines() if line.strip()) for row in rows]


def made(texts: Sequence[str], count: int) -> Iterator[Made]:
    """`count` articles made of these texts; the same ones every time."""
    chance = random.Random(_SEED)
    words = [word for text in texts for word in _LONGER.findall(text)]
    footers = [" ".join(chance.choices(words, k=30)).capitalize() + "." for _ in range(OUTLETS)]
    new: list[tuple[str, str]] = []
    for number in range(count):
        kind = chance.choice(KINDS) if new else "new"
        fresh = _exchanged(chance.choice(texts), words, _NEW, chance)
        id_, source = f"made-{number:07}", None
        if kind == "new":
            text = fresh
            new.append((id_, text))
        else:
            source, original = new[int(len(new) * chance.random() ** 2)]
            text = _copied(kind, original, fresh, words, chance)
        outlet = int(OUTLETS * chance.random() ** 2)
        day = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
        row = {
            "id": id_,
            "text": f"{text}\n\n{footers[outlet]}",
            "outlet": f"Outlet {outlet}",
            "published": day.isoformat(),
        }
        yield Made(row, kind, source)


def same(texts: Sequence[str], count: int) -> Iterator[Made]:
    """One story in `count` outlets, word for word: every pair of them is a copy."""
    for number in range(count):
        row = {"id": f"made-{number:07}", "text": texts[0], "outlet": f"Outlet {number}", "published": "2024-01-01"}
        yield Made(row, "exact" if number else "new", "made-0000000" if number else None)


def _copied(kind: str, original: str, fresh: str, words: Sequence[str], chance: random.Random) -> str:
    if kind == "exact":
        return original
    if kind == "edited":
        return _exchanged(original, words, _EDITED, chance)
    paragraphs = original.split("\n\n")
    if kind == "cut":
        kept = [paragraph for paragraph in paragraphs[1:] if chance.random() < _KEPT]
        return "\n\n".join([*kept[:2], paragraphs[0], *kept[2:]])
    third = max(1, len(paragraphs) // 3)
    start = chance.randrange(len(paragraphs) - third + 1)
    around = fresh.split("\n\n")
    return "\n\n".join([*around[: len(around) // 2], *paragraphs[start : start + third], *around[len(around) // 2 :]])


def _exchanged(text: str, words: Sequence[str], share: float, chance: random.Random) -> str:
    return _LONGER.sub(lambda found: chance.choice(words) if chance.random() < share else found.group(), text)


def _found(file: Path) -> set[tuple[str, str]]:
    with file.open(encoding="utf-8") as lines:
        return {(pair["a"], pair["b"]) for pair in map(json.loads, lines)}


def _report(articles: Sequence[Made], found: set[tuple[str, str]]) -> None:
    family = {one.row["id"]: one.source or one.row["id"] for one in articles}
    related = sum(family[a] == family[b] for a, b in found)
    print(f"{len(found):,} pairs, {related / max(1, len(found)):.1%} of them of one story")
    for kind in dict.fromkeys(KINDS[6:]):
        pairs = [(one.source, one.row["id"]) for one in articles if one.kind == kind and one.source]
        print(f"{kind:<8}{sum(pair in found for pair in pairs) / max(1, len(pairs)):.1%} of {len(pairs):,} found")


def _adding(articles: Sequence[Made]) -> None:
    """Time what adding one article in MORE costs when the others are known."""
    stories = [
        trace.Story(
            row["id"], row["outlet"], row["published"], row["text"], [*map(Paragraph, paragraphs_of(row["text"]))]
        )
        for row in (one.row for one in articles)
    ]
    collection = trace.Collection()
    collection.add(stories[: -(len(stories) // MORE)])
    before = sum(1 for _ in collection.pairs())
    started = time.perf_counter()
    collection.add(stories[-(len(stories) // MORE) :])
    after = sum(1 for _ in collection.pairs())
    print(
        f"{len(stories) // MORE:,} more added in {time.perf_counter() - started:.1f} s ({after - before:,} more pairs)"
    )


@click.command(help="Time and memory of looking for copies among articles made of real ones.")
@click.option("--articles", "count", type=click.IntRange(10), default=10_000, show_default=True)
@click.option("--one-story", is_flag=True, help="Make all of them exact copies of one story.")
@click.option("--adding", is_flag=True, help="Time also what adding one in a hundred costs; takes more memory.")
def main(count: int, one_story: bool, adding: bool) -> None:
    """Make articles, run `onrecord trace` on them in a process of its own, print time, memory and what was found."""
    with tempfile.TemporaryDirectory() as folder:
        there, out = Path(folder) / "made.jsonl", Path(folder) / "pairs.jsonl"
        articles: list[Made] = []
        with there.open("w", encoding="utf-8") as lines:
            for one in (same if one_story else made)(real_texts(), count):
                lines.write(json.dumps(one.row) + "\n")
                articles.append(one if adding else Made({"id": one.row["id"]}, one.kind, one.source))
        started, cpu = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "onrecord", "trace", str(there), "-o", str(out)], check=True)
        took, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = used.ru_utime + used.ru_stime - cpu.ru_utime - cpu.ru_stime
        print(
            f"{count:,} articles in {took:.1f} s ({processor:.1f} s of processor), peak {used.ru_maxrss / 1e6:.2f} GB"
        )
        _report(articles, _found(out))
    if adding:
        _adding(articles)


if __name__ == "__main__":
    main()
