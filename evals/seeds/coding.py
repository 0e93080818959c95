"""The five texts coded by reading, every statement of them, and as the program codes them.

`gold.jsonl` has all statements, one a row: source, cue, content, speaker, the side it speaks for, and a code for each
option of the codebook `peace` on which its words tell a stance (the guide is ../positions/guide.md). Rows without a
source are what the article itself tells of somebody's stance (voice narrator), or what nobody is named for. Names and
offsets into the text as the program reads it; no text. One reader coded them once, before any output of the program on
them was looked at; half of the codes are not sure.

The program builds the five as one collection, as a person would. What is judged is what a reader of the record sees:
the cells of the sides, and the statements that each rests on, its own, told and reported.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.corpora import corpora
from evals.speakers import same_body
from onrecord import analyse
from onrecord.model import Span, Spans
from onrecord.pipeline import build
from onrecord.settings import Settings
from onrecord.store import Record

GOLD = Path(__file__).with_name("gold.jsonl")
Row = dict[str, Any]
Triple = tuple[str | None, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of an article, and the side that they speak for, if any."""

    article: str
    words: Spans
    side: str | None

    def overlaps(self, other: Said) -> bool:
        """Whether they have a character in common."""
        pairs = ((a, b) for a in self.words for b in other.words)
        return self.article == other.article and any(a.start < b.end and b.start < a.end for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Code(Said):
    """A side's stance on an option, with the words that tell it."""

    option: str
    stance: str
    sure: bool = True

    def triple(self) -> Triple:
        """What a cell says: who stands how on what."""
        return self.side, self.option, self.stance

    def __str__(self) -> str:
        at = ", ".join(f"{span.start}-{span.end}" for span in self.words)
        return f"{self.side}  {self.option}  {self.stance}  {self.article} {at}"


@dataclass(frozen=True, slots=True)
class Coding:
    """All statements of the five texts, with or without a code, and all codes."""

    statements: tuple[Said, ...]
    codes: tuple[Code, ...]


def gold() -> list[Row]:
    """The rows as they were coded."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def by_hand(rows: Iterable[Row]) -> Coding:
    """The coding that rows hold."""
    statements: list[Said] = []
    codes: list[Code] = []
    for row in rows:
        article, words = row["article"], tuple(Span(start, end) for start, end in row["content"])
        if row["source"]:
            statements.append(Said(article, words, row["side"]))
        codes += [Code(article, words, p["side"], p["option"], p["stance"], p["sure"]) for p in row["positions"]]
    return Coding(tuple(statements), tuple(codes))


def by_program(sides: Iterable[str]) -> Coding:
    """What the program makes of the five texts; its sides go by these names where they are the same."""
    known = sorted(sides)
    with tempfile.TemporaryDirectory() as folder:
        record = Record(build((corpora() / "seeds",), Path(folder) / "record", Settings(), processes=1).record)
        articles, statements = record.articles(), record.statements()
        cells = analyse.cells(statements, articles, record.reuse(), record.actors()).of_sides
    names = {article.id: article.name for article in articles}
    said = {s.id: Said(names[s.article], s.attribution.content, _called(s.side, known)) for s in statements}
    codes = [
        Code(said[one].article, said[one].words, _called(cell.side, known), f"{cell.issue}.{cell.option}", cell.stance)
        for cell in cells
        for one in dict.fromkeys((*cell.statements, *cell.told, *cell.reported))
    ]
    return Coding(tuple(said.values()), tuple(codes))


def _called(side: str | None, known: Sequence[str]) -> str | None:
    return next((name for name in known if side and same_body(name, side)), side)


def both() -> tuple[Coding, Coding]:
    """The coding by hand, and the program's."""
    true = by_hand(gold())
    return true, by_program({one.side for one in (*true.statements, *true.codes) if one.side})
