"""Figures and proposals against those marked by reading (guide.md): 40 openings of news and the five seeds.

    python -m evals.proposals [--part open|shut|seeds]

Only what stands before `end` in an article counts. What the reader was not sure of counts neither for nor against, nor
does what meets it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals import seeds
from evals.speakers import article_of, same_body, same_person, texts_of
from onrecord import code, resolve
from onrecord.attribute import attribute
from onrecord.model import Article, FigureMention, ProposalMention, Span, StepMention
from onrecord.syntax import parse

GOLD = Path(__file__).with_name("gold.jsonl")
CORPORA = ("iran-nuclear", "north-korea", "trade")
PARTS = ("open", "shut", "seeds")
STEM = 4  # letters that two forms of one noun have in common
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A step that the program found: of which proposal, which step, and the names of who took it."""

    proposal: ProposalMention
    step: StepMention
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An opening with its gold, and what the program found in it."""

    gold: Row
    article: Article
    figures: tuple[FigureMention, ...]
    steps: tuple[Told, ...]


def gold(part: str | None = None) -> list[Row]:
    """The marked openings, of one part or all."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row["part"])]


def run(part: str | None = None) -> list[Read]:
    """All marked openings with what the program finds in them."""
    rows = gold(part)
    texts = {corpus: texts_of(corpus) for corpus in CORPORA if any(row["corpus"] == corpus for row in rows)}
    articles = {article.name: article for article in seeds.articles()}
    return [
        _read(
            row,
            articles[row["article"]] if row["corpus"] == "seeds" else article_of(texts[row["corpus"]][row["article"]]),
        )
        for row in rows
    ]


def _read(row: Row, article: Article) -> Read:
    passages = parse(article.text, [p.span for p in article.paragraphs])
    attributions = attribute(article.text)
    referents, _ = resolve.refer(article, passages, attributions, _lexicon())
    found = code.figures(article, passages, attributions)
    names = {one.number: tuple(form for form, _ in one.forms) for one in referents}
    steps = tuple(
        Told(
            proposal,
            step,
            (*names.get(step.by, ()), step.as_written or "") if step.by is not None else (step.as_written or "",),
        )
        for proposal in code.proposals(article, passages, attributions, referents)
        for step in proposal.steps
        if step.span.start < row["end"]
    )
    return Read(row, article, tuple(f for f in found if f.span.start < row["end"]), steps)


@cache
def _lexicon() -> resolve.Lexicon:
    return resolve.lexicon(())


def touch(span: Span, pair: Sequence[int]) -> bool:
    """Whether a span shares a character with a marked one."""
    return span.start < pair[1] and pair[0] < span.end


def figure_pairs(read: Read) -> Iterator[tuple[Row | None, FigureMention | None]]:
    """(marked, found) pairs, one of them None where there is no partner. Unsure ones are left out with theirs."""
    free = list(read.figures)
    for row in read.gold["figures"]:
        partner = next((f for f in free if touch(f.span, row["span"])), None)
        if partner is not None:
            free.remove(partner)
        if row["sure"]:
            yield row, partner
    yield from ((None, figure) for figure in free)


def step_pairs(read: Read) -> Iterator[tuple[Row | None, Told | None]]:
    """(marked, found) pairs of steps: the same status, the proposal named in the found one's words, the cue in them."""
    free = list(read.steps)
    for row in read.gold["steps"]:
        partner = next((t for t in free if t.step.status == row["status"] and _same(t, row)), None)
        if partner is not None:
            free.remove(partner)
        if row["sure"]:
            yield row, partner
    unsure = [row for row in read.gold["steps"] if not row["sure"]]
    yield from ((None, told) for told in free if not any(_same(told, row) for row in unsure))


def _same(told: Told, row: Row) -> bool:
    return touch(told.step.span, row["cue"]) and any(touch(span, row["proposal"]) for span in told.proposal.spans)


def value_right(row: Row, figure: FigureMention) -> bool:
    """Whether bounds and unit are as marked, to a thousandth."""
    bounds = ((row["low"], figure.low), (row["high"], figure.high))
    near = all((a is None) == (b is None) and (a is None or abs(a - b) <= abs(a) / 1000) for a, b in bounds)
    return near and row["unit"] == figure.unit


def noun_right(row: Row, figure: FigureMention) -> bool:
    """Whether it measures what was marked."""
    return figure.of is not None and row["of"].lower()[: len(figure.of)].startswith(figure.of[:STEM])


def by_right(row: Row, told: Told) -> bool:
    """Whether it was taken by who was marked, known by one of the names."""
    return any(same_person(row["by"], name) or same_body(row["by"], name) for name in told.by)


def score(reads: Sequence[Read]) -> dict[str, float]:
    """Percent; a figure found counts with its value right, a step found with its status right."""
    figures = [pair for read in reads for pair in figure_pairs(read)]
    steps = [pair for read in reads for pair in step_pairs(read)]
    met = [(row, figure) for row, figure in figures if row and figure]
    hits = sum(value_right(row, figure) for row, figure in met)
    of = [(row, figure) for row, figure in met if row["of"]]
    taken = [(row, told) for row, told in steps if row and told]
    who = [(row, told) for row, told in taken if row["by"]]
    things = [row for row, _ in steps if row]
    named = {id(row) for read in reads for row in read.gold["steps"] if row["sure"] and _named(read, row)}
    return {
        "figures marked": float(sum(row is not None for row, _ in figures)),
        "figure precision": _percent(hits, sum(figure is not None for _, figure in figures)),
        "figure recall": _percent(hits, sum(row is not None for row, _ in figures)),
        "noun right": _percent(sum(noun_right(row, figure) for row, figure in of), len(of)),
        "steps marked": float(len(things)),
        "proposals found": _percent(len(named), len(things)),
        "step precision": _percent(len(taken), sum(told is not None for _, told in steps)),
        "step recall": _percent(len(taken), len(things)),
        "by whom right": _percent(sum(by_right(row, told) for row, told in who), len(who)),
    }


def _named(read: Read, row: Row) -> bool:
    """Whether a proposal was found under the marked words, with any step."""
    return any(touch(span, row["proposal"]) for told in read.steps for span in told.proposal.spans)


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def table(reads: Sequence[Read]) -> str:
    """The figures of each part."""
    parts = {part: score([read for read in reads if read.gold["part"] == part]) for part in PARTS}
    parts = {part: figures for part, figures in parts.items() if figures["figures marked"] or figures["steps marked"]}
    lines = [f"{'':20}" + "".join(f"{name:>10}" for name in parts)]
    names = next(iter(parts.values()), {})
    return "\n".join([*lines, *(f"{what:20}" + "".join(f"{f[what]:10.1f}" for f in parts.values()) for what in names)])


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score figures and proposals against those marked by reading.")
    parser.add_argument("--part", choices=PARTS)
    print(table(run(parser.parse_args(words).part)))
