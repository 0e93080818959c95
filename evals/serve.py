"""How long the app takes to start, to search, and to show a page after a judgement, on a record of invented statements.

    python -m evals.serve [--statements 200000] [--record F.onrecord]

The words are made up and drawn as words of a language are, few of them often and most of them seldom (Zipf); sides,
speakers, options and outlets likewise. Times are of one request through the whole app, median and slowest of five; in
brackets the seconds of the processor, which say more where others keep it busy.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, product
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import TypeVar

from starlette.testclient import TestClient

from onrecord import code, store
from onrecord.model import (
    Actor,
    Article,
    Attribution,
    Dated,
    Grade,
    Mode,
    Paragraph,
    Position,
    Reading,
    Span,
    Speaker,
    Stance,
    Statement,
)
from onrecord.resolve import statement_id
from onrecord.serve._app import application
from onrecord.serve._guard import lock_for
from onrecord.serve._live import Live

Thing = TypeVar("Thing")
STATEMENTS = 200_000
OF_AN_ARTICLE = 20
VOCABULARY, ACTORS, SIDES, OUTLETS = 30_000, 3_000, 40, 120
TIMES = 5
SYLLABLES = ("ba", "den", "kor", "li", "mas", "no", "per", "sal", "tir", "un", "ves", "zo", "rin", "ol", "gat", "hem")
MODES: tuple[Mode, ...] = ("direct", "mixed", "indirect", "told")
GRADES: tuple[Grade, ...] = ("named", "office", "unnamed official", "unnamed source")
STANCES: tuple[Stance, ...] = ("support", "oppose", "conditional", "unclear")


class Invented:
    """Draws invented things, the same ones for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        self.words = self._random.sample(list(map("".join, product(SYLLABLES, repeat=4))), VOCABULARY)
        sizes = (VOCABULARY, ACTORS, SIDES, OUTLETS)
        self._weights = {size: list(accumulate(1 / (rank + 1) for rank in range(size))) for size in sizes}
        self.sides = [f"{self._word()} {number}".title() for number in range(SIDES)]
        self.actors = [
            Actor(f"a{number:05}", f"{self._word()} {self._word()}".title(), "person", self.often(self.sides), ())
            for number in range(ACTORS)
        ]
        self.outlets = [f"The {self._word()} {number}".title() for number in range(OUTLETS)]
        self.options = [(issue.id, option.id) for issue in code.codebook(None).issues for option in issue.options]

    def _word(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4)))

    def often(self, of: Sequence[Thing]) -> Thing:
        """One of some things, the first of them most often."""
        return self.draw(of, 1)[0]

    def draw(self, of: Sequence[Thing], many: int) -> list[Thing]:
        """So many of some things, the first of them most often."""
        return self._random.choices(of, cum_weights=self._weights[len(of)], k=many)

    def reading(self, number: int) -> tuple[Reading, list[Statement]]:
        """An article with its statements."""
        random, at, pieces, spans = self._random, 0, [], []
        for _ in range(OF_AN_ARTICLE):
            words = " ".join(self.draw(self.words, random.randint(8, 30)))
            spans.append(Span(at, at + len(words)))
            pieces.append(words)
            at += len(words) + 2
        date = f"{random.randint(2014, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        paragraphs = tuple(Paragraph(span) for span in spans)
        outlet = self.often(self.outlets)
        article = Article(f"{number:016x}", f"{number}.txt", f"{number}.txt", "\n\n".join(pieces), paragraphs,
                          outlet=outlet, published=Dated(date, "metadata"))  # fmt: skip
        said = [self._statement(article, span) for span in spans]
        reading = Reading(
            article=article,
            attributions=tuple(one.attribution for one in said),
            speakers=tuple(Speaker(None, one.as_written, one.grade) for one in said),
            said=tuple(one.said for one in said),
            positions=tuple(one.positions for one in said),
        )
        return reading, said

    def _statement(self, article: Article, span: Span) -> Statement:
        random, actor = self._random, self.often(self.actors)
        found = Attribution((), (), (span,), random.choice(MODES), "invented", round(random.random(), 2))
        chosen = random.sample(self.options, k=random.choice((0, 0, 1, 1, 2)))
        positions = (
            Position(*option, random.choice(STANCES), None, round(random.random(), 2), "") for option in chosen
        )
        key = statement_id(article.id, found)
        grade = random.choice(GRADES)
        return Statement(key, article.id, found, actor.id, actor.name, actor.side, grade, Dated(), tuple(positions))


def make(path: Path, statements: int) -> Path:
    """A record of so many invented statements."""
    invented = Invented()
    with store.Writer(path) as writer:
        every: list[Statement] = []
        for reading, said in (invented.reading(number) for number in range(statements // OF_AN_ARTICLE)):
            writer.add(reading, "invented")
            every += said
        writer.about({"codebook": code.codebook(None).source})
        writer.collect(invented.actors, every, (), ())
        writer.finish()
    return path


def queries() -> Iterator[tuple[str, str]]:
    """What is asked, and its address: broad and narrow, with words that are in most statements and in few."""
    invented = Invented()
    often, seldom = invented.words[0], invented.words[2_000]
    issue, option = invented.options[0]
    yield "everything", ""
    yield "the commonest word", f"q={often}"
    yield "a rare word", f"q={seldom}"
    yield "a side", f"side={invented.sides[0]}"
    yield "an option and a stance", f"option={issue}.{option}&stance=oppose"
    side = f"side={invented.sides[0]}"
    yield "the commonest word, a side, a stance, a year", f"q={often}&{side}&stance=support&since=2020&until=2020"
    yield "an outlet, a mode, a grade", f"outlet={invented.outlets[0]}&mode=direct&grade=named"
    yield "the last page of everything", "page=3999"


def measure(path: Path) -> Iterator[str]:
    """Lines of a table: how long the start takes, each search, and a page right after a judgement."""
    live, line = _timed("until it serves", lambda: Live(path, patience=3600))
    yield line
    moment, line = _timed("until it searches, in the background", live.now)
    yield line
    with TestClient(application(live, lock_for("127.0.0.1", 8765), "evals"), "http://localhost:8765") as client:
        client.get("/search")
        for name, query in queries():
            times = [1000 * seconds for seconds in _times(client, query)]
            yield f"{name:48}{statistics.median(times):9.0f} ms{max(times):9.0f} ms"
        articles, one = {each.id: each for each in moment.record.articles()}, moment.record.statements()[0]
        said = store.of_statement(one, articles[one.article], moment.actors)
        actor = next(iter(moment.actors.values()))
        rejected = store.judgement("reject", one.id, {}, said, by="evals")
        named = store.judgement("rename", actor.id, {"name": "Somebody Else"}, store.of_actor(actor), by="evals")
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("a judgement on a statement", lambda: live.judge([rejected])),
            ("one on a speaker", lambda: live.judge([named])),
            ("until it shows pages, in the background", live.made),
            ("the first page", lambda: client.get("/index.html")),
            ("a judgement on a statement", lambda: live.judge([replace(rejected, id="again", kind="accept")])),
            ("the first page after it", lambda: client.get("/index.html")),
            ("the second", lambda: client.get("/actors.html")),
        )
        for name, do in steps:
            yield _timed(name, do)[1]


def _timed(name: str, do: Callable[[], Thing]) -> tuple[Thing, str]:
    """What something gives, and a line on how long it took."""
    began, worked = perf_counter(), process_time()
    done = do()
    return done, f"{name:48}{perf_counter() - began:9.2f} s  ({process_time() - worked:.2f} s)"


def _times(client: TestClient, query: str) -> list[float]:
    """Seconds of each time that a search is asked."""
    found = []
    for _ in range(TIMES):
        began = perf_counter()
        assert client.get(f"/search?{query}").status_code == 200
        found.append(perf_counter() - began)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--statements", type=int, default=STATEMENTS)
    asked.add_argument("--record", type=Path, help="A record made before, or a place to keep it.")
    options = asked.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.record or Path(folder) / "invented.onrecord"
        if not path.exists():
            make(path, options.statements)
        for line in measure(path):
            print(line, flush=True)


if __name__ == "__main__":
    main()
