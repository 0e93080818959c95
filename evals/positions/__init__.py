"""Where they stand: statements of news coded by reading (guide.md) against what the program codes them.

    python -m evals.positions [--part open|shut]

Each statement is given to the program as it was marked, among those that the reader finds in the rest of its article;
each corpus's articles are one collection. Iran and North Korea are coded by the shipped codebook `nonproliferation`,
trade by `trade.yaml`. Codes that the coder was not sure of count neither for nor against, nor does what meets them.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.speakers import article_of, by_hand, same_body, same_person, texts_of, touch
from onrecord import code, resolve
from onrecord.attribute import attribute
from onrecord.model import Actor, Position, Reading, Statement
from onrecord.syntax import parse

HOME = Path(__file__).parent
GOLD = HOME / "gold.jsonl"
CODEBOOKS = {
    "iran-nuclear": Path("nonproliferation"),
    "north-korea": Path("nonproliferation"),
    "trade": HOME / "trade.yaml",
}
STANCES = ("support", "oppose", "conditional", "unclear")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement's gold codes by option, and the program's positions with the names of whose they are."""

    corpus: str
    gold: dict[str, Row]
    found: dict[str, tuple[Position, tuple[str, ...]]]


def gold(part: str | None = None) -> list[Row]:
    """The coded statements, of one half or both."""
    return [row for row in read(GOLD) if part in (None, row["part"])]


def read(file: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def run(part: str | None = None) -> list[Coded]:
    """All statements with what the program codes them."""
    rows = gold(part)
    return [one for corpus in CODEBOOKS for one in _collection(corpus, [r for r in rows if r["corpus"] == corpus])]


def _collection(corpus: str, rows: Sequence[Row]) -> Iterator[Coded]:
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row["article"]].append(row)
    texts, lexicon, codebook = texts_of(corpus), resolve.lexicon(()), code.codebook(CODEBOOKS[corpus])
    readings: list[Reading] = []
    marked: list[list[tuple[int, Row]]] = []
    for name, here in sorted(by_article.items()):
        article = article_of(texts[name])
        ours = [(by_hand(row), row) for row in here]
        rest = [a for a in attribute(article.text) if not any(touch(a, one) for one, _ in ours)]
        every = sorted([*((a, None) for a in rest), *ours], key=lambda pair: pair[0].content)
        passages = parse(article.text, [p.span for p in article.paragraphs])
        attributions = tuple(a for a, _ in every)
        referents, speakers = resolve.refer(article, passages, attributions, lexicon)
        reading = Reading(article, attributions, referents, speakers)
        positions = code.positions(reading, passages, codebook, lexicon)
        readings.append(Reading(article, attributions, referents, speakers, positions=positions))
        marked.append([(number, row) for number, (_, row) in enumerate(every) if row is not None])
    actors, identity = resolve.cast([(r.article.id, r.referents) for r in readings], lexicon)
    by_id = {actor.id: actor for actor in actors}
    for reading, here_marked in zip(readings, marked, strict=True):
        statements = resolve.statements(reading, identity, by_id)
        for number, row in here_marked:
            yield Coded(corpus, _by_option(row), _found(statements[number], by_id))


def _by_option(row: Row) -> dict[str, Row]:
    """The codes by option; of two on one option the one that is the speaker's own."""
    ordered = sorted(row["positions"], key=lambda one: one["voice"] != "own", reverse=True)
    return {one["option"]: one for one in ordered}


def _found(statement: Statement, actors: dict[str, Actor]) -> dict[str, tuple[Position, tuple[str, ...]]]:
    actor = actors.get(statement.actor or "")
    names = (*((actor.name, *actor.aliases) if actor else ()), *((statement.side,) if statement.side else ()))
    return {f"{p.issue}.{p.option}": (p, (p.holder, *names) if p.holder else names) for p in statement.positions}


def score(coded: Sequence[Coded]) -> dict[str, float]:
    """Percent: F1 of options, macro F1 of stances where the option is right, F1 end to end, recall of conditions.

    End to end: option and stance are right, and the holder is the one that was coded, or its side.
    """
    hits = predicted = true = whole = 0
    pairs: list[tuple[str, str]] = []
    for one in coded:
        sure = {option for option, row in one.gold.items() if row["sure"]}
        true += len(sure)
        predicted += len(one.found.keys() - (one.gold.keys() - sure))
        for option in sure & one.found.keys():
            position, names = one.found[option]
            row = one.gold[option]
            hits += 1
            pairs.append((row["stance"], position.stance))
            whole += row["stance"] == position.stance and _held_by(row["holder"], names)
    by_stance = [_f1(pairs, stance) for stance in STANCES if any(stance in pair for pair in pairs)]
    conditional = [found for asked, found in pairs if asked == "conditional"]
    return {
        "option F1": _percent(2 * hits, predicted + true),
        "option precision": _percent(hits, predicted),
        "option recall": _percent(hits, true),
        "stance right": _percent(sum(a == b for a, b in pairs), len(pairs)),
        "stance macro F1": sum(by_stance) / max(1, len(by_stance)),
        "wrong way round": float(sum({a, b} == {"support", "oppose"} for a, b in pairs)),
        "conditional recall": _percent(conditional.count("conditional"), len(conditional)),
        "end to end F1": _percent(2 * whole, predicted + true),
        "codes": float(true),
    }


def _held_by(holder: str, names: Sequence[str]) -> bool:
    return any(same_person(holder, name) or same_body(holder, name) for name in names)


def _f1(pairs: Sequence[tuple[str, str]], stance: str) -> float:
    hits = sum(a == b == stance for a, b in pairs)
    return _percent(2 * hits, sum(a == stance for a, _ in pairs) + sum(b == stance for _, b in pairs))


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def table(coded: Sequence[Coded]) -> str:
    """The figures of all, and by corpus."""
    groups = {"all": list(coded)} | {c: [one for one in coded if one.corpus == c] for c in CODEBOOKS}
    figures = {name: score(group) for name, group in groups.items()}
    lines = [f"{'':20}" + "".join(f"{name:>15}" for name in figures)]
    lines += [f"{what:20}" + "".join(f"{f[what]:15.1f}" for f in figures.values()) for what in figures["all"]]
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score positions against those coded by reading.")
    parser.add_argument("--part", choices=("open", "shut"))
    print(table(run(parser.parse_args(words).part)))
