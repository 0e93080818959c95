"""Where they stand: statements of news coded by reading (guide.md) against what the program codes them.

    python -m evals.positions [--part open|shut]

Each statement is given to the program as it was marked, among those that the reader finds in the rest of its article;
each corpus's articles are one collection. Iran and North Korea are coded by the shipped codebook `nonproliferation`,
trade by `trade.yaml`. Codes that the coder was not sure of count neither for nor against, nor does what meets them.
`evals.positions.conditions` scores the conditions apart from the stances.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from evals.confidence import error, of_equal_mass
from evals.positions.marked import readings_of
from evals.speakers import same_body, same_person, texts_of
from onrecord import code, resolve
from onrecord.model import Actor, Position, Reading, Stance, Statement

HOME = Path(__file__).parent
GOLD = HOME / "gold.jsonl"
CODEBOOKS = {
    "iran-nuclear": Path("nonproliferation"),
    "north-korea": Path("nonproliferation"),
    "trade": HOME / "trade.yaml",
}
STANCES = get_args(Stance)
WORD = re.compile(r"\w+")
Row = dict[str, Any]
Linked = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement's gold codes by option, the program's positions with the names of whose they are, the text that
    their offsets count in, and the statement as the program has it."""

    corpus: str
    gold: dict[str, Row]
    found: dict[str, tuple[Position, tuple[str, ...]]]
    text: str = ""
    statement: Statement | None = None


def gold(part: str | None = None) -> list[Row]:
    """The coded statements, of one half or both."""
    return [row for row in read(GOLD) if part in (None, row["part"])]


def read(file: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def run(part: str | None = None) -> list[Coded]:
    """All statements with what the program codes them."""
    rows = gold(part)
    return [one for corpus, file in CODEBOOKS.items() for one in coded(corpus, rows, code.codebook(file))]


def coded(corpus: str, rows: Sequence[Row], codebook: code.Codebook) -> Iterator[Coded]:
    """The statements of one corpus among the rows, with what the program codes them by a codebook."""
    texts, lexicon = texts_of(corpus), resolve.lexicon(())
    rows = [row for row in rows if row["corpus"] == corpus]
    readings: list[Reading] = []
    marked: list[list[tuple[int, Row]]] = []
    for reading, passages, here in readings_of(rows, texts, lexicon):
        readings.append(replace(reading, positions=code.positions(reading, passages, codebook, lexicon)))
        marked.append(here)
    actors, identity = resolve.cast([(r.article.id, r.referents) for r in readings], lexicon)
    by_id = {actor.id: actor for actor in actors}
    for reading, here_marked in zip(readings, marked, strict=True):
        statements = resolve.statements(reading, identity, by_id)
        for number, row in here_marked:
            one = statements[number]
            yield Coded(corpus, _by_option(row), _found(one, by_id), reading.article.text, one)


def _by_option(row: Row) -> dict[str, Row]:
    """The codes by option; of two on one option the one that is the speaker's own."""
    ordered = sorted(row["positions"], key=lambda one: one["voice"] != "own", reverse=True)
    return {one["option"]: one for one in ordered}


def _found(statement: Statement, actors: dict[str, Actor]) -> dict[str, tuple[Position, tuple[str, ...]]]:
    actor = actors.get(statement.actor or "")
    names = (*((actor.name, *actor.aliases) if actor else ()), *((statement.side,) if statement.side else ()))
    own_last = sorted(statement.positions, key=lambda one: one.holder is None)
    return {f"{p.issue}.{p.option}": (p, (p.holder,) if p.holder else names) for p in own_last}


def score(coded: Sequence[Coded]) -> dict[str, float]:
    """Percent: F1 of options, macro F1 of stances where the option is right, F1 end to end, recall of conditions, and
    what `of_conditions` says.

    End to end: option and stance are right, and the holder is the one that was coded, or its side.
    """
    hits = predicted = true = whole = 0
    pairs: list[tuple[str, str]] = []
    judged: list[tuple[float, bool]] = []
    for one in coded:
        sure = {option for option, row in one.gold.items() if row["sure"]}
        true += len(sure)
        counted = one.found.keys() - (one.gold.keys() - sure)
        predicted += len(counted)
        judged += [(one.found[option][0].confidence, _right(one, option)) for option in sorted(counted)]
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
        **of_conditions(coded),
        "calibration error": 100 * error(of_equal_mass(*zip(*judged, strict=True))) if judged else 0.0,
        "codes": float(true),
    }


def of_conditions(coded: Sequence[Coded]) -> dict[str, float]:
    """Percent, of conditional positions whose option and stance are right: mean F1 of the words of the condition, and
    kinds right; F1 of linkages (option, option that its condition names) among those, and among all."""
    spans: list[float] = []
    kinds: list[bool] = []
    given: list[Linked] = []
    every: list[Linked] = []
    for one in coded:
        unsure = {option for option, row in one.gold.items() if not row["sure"]}
        asked = {option: row["linked"] for option, row in one.gold.items() if option not in unsure}
        told = {option: _linked(position) for option, (position, _) in one.found.items() if option not in unsure}
        every += [(asked.get(option), told.get(option)) for option in sorted(asked.keys() | told.keys())]
        for option in sorted(asked.keys() & told.keys()):
            row, (position, _) = one.gold[option], one.found[option]
            if row["stance"] == position.stance == "conditional":
                given.append((asked[option], told[option]))
                if row["condition"]:
                    span = position.condition
                    spans.append(overlap(one.text, row["condition"], (span.start, span.end) if span else (0, 0)))
                    kinds.append(row["condition_type"] == position.kind)
    return {
        "condition F1": 100 * sum(spans) / max(1, len(spans)),
        "kind right": _percent(sum(kinds), len(kinds)),
        "linkage F1": linkage(every),
        "… position right": linkage(given),
        "conditions": float(len(spans)),
    }


def overlap(text: str, one: Sequence[int], other: Sequence[int]) -> float:
    """F1 of the words that two stretches of a text have in common, 0 to 1."""
    words, others = ({word.start() for word in WORD.finditer(text, *stretch)} for stretch in (one, other))
    return 2 * len(words & others) / max(1, len(words) + len(others))


def linkage(pairs: Iterable[Linked]) -> float:
    """F1 in percent of linked options: gold's and the program's for the same position, None where there is none."""
    known = list(pairs)
    hits = sum(asked is not None and asked == told for asked, told in known)
    return _percent(2 * hits, sum(one is not None for pair in known for one in pair))


def _linked(position: Position) -> str | None:
    return ".".join(position.linked) if position.linked else None


def _right(one: Coded, option: str) -> bool:
    return option in one.gold and one.gold[option]["stance"] == one.found[option][0].stance


def _held_by(holder: str, names: Sequence[str]) -> bool:
    """Whether one of the names is the holder that was coded, or the side that its words name ("the US", "Pence (the
    Trump administration)")."""
    sides = {hit.entry.known.speaks_for for hit in resolve.lexicon(()).find(WORD.findall(holder))}
    return any(same_person(holder, name) or same_body(holder, name) or name in sides for name in names)


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
