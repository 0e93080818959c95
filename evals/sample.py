"""The sample coverage against its truth: what of `examples/truth.yaml` the program finds, and what it adds.

A predicted statement matches a true one of the same article when the intersection over union of their words is at
least .5, one to one, best first (as the scorer for PolNeAR does). Rates of speaker, side, grade, date are over matched
statements; a speaker is right by canonical name (the truth's rule 4 has ministries under their state, so an office is
right under its side; unnamed ones are compared without determiners). Positions are scored end to end: side, issue,
option and stance all right.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import onrecord
from onrecord.model import Actor, Article, Span, Statement

EXAMPLES = Path(__file__).parents[1] / "examples"
WORD = re.compile(r"\w+")
DETERMINER = re.compile(r"^(?:an?|the|one|two|his|her|its|their) ")
MATCH = 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` of `of`, with what was predicted where that is counted as well."""

    hits: int
    of: int
    predicted: int | None = None

    @property
    def percent(self) -> float:
        """Recall in percent, or F1 where predictions are counted."""
        total = self.of if self.predicted is None else (self.of + self.predicted) / 2
        return round(100 * self.hits / total, 1) if total else 0.0

    def __str__(self) -> str:
        if self.predicted is None:
            return f"{self.percent:5.1f} %  ({self.hits} of {self.of})"
        return f"{self.percent:5.1f} F1 ({self.hits} right, {self.predicted} predicted, {self.of} true)"


def score(record: onrecord.Record, truth: dict[str, Any]) -> dict[str, Rate]:
    """Every figure by its name. Raises KeyError when the truth names an article that the record lacks."""
    articles = {article.name: article for article in record.articles()}
    by_article: dict[str, list[Statement]] = {}
    for statement in record.statements():
        by_article.setdefault(statement.article, []).append(statement)
    actors = {actor.id: actor for actor in record.actors()}
    tally = _Tally()
    for gold in truth["articles"]:
        article = articles[_name(gold["file"])]
        tally.article(gold, article, by_article.get(article.id, []), actors)
    ids = {article.id: article.name for article in articles.values()}
    copies = {frozenset((ids[pair.a], ids[pair.b])) for pair in record.reuse()}
    true_copies = {frozenset((_name(c["original"]), _name(c["copy"]))) for c in truth["copies"]}
    return tally.rates() | {
        "copies": Rate(len(copies & true_copies), len(true_copies), len(copies)),
        "events": _events(record, truth["events"], ids, actors),
    }


def _name(file: str) -> str:
    return file.partition("#")[2] or file


class _Tally:
    def __init__(self) -> None:
        self.count: dict[str, list[int]] = {}

    def add(self, name: str, hits: int, of: int, predicted: int | None = None) -> None:
        row = self.count.setdefault(name, [0, 0, 0, predicted is not None])
        row[0], row[1], row[2] = row[0] + hits, row[1] + of, row[2] + (predicted or 0)

    def rates(self) -> dict[str, Rate]:
        return {name: Rate(h, of, p if counted else None) for name, (h, of, p, counted) in self.count.items()}

    def article(
        self, gold: dict[str, Any], article: Article, found: Sequence[Statement], actors: dict[str, Actor]
    ) -> None:
        published = gold["published"] and str(gold["published"])
        self.add("publication date", article.published.value == published, 1)
        self.add("basis of the date", article.published.basis == gold["basis"], 1)
        self.add("outlet", article.outlet == gold["outlet"], 1)
        dirt = [_flat(words) for words in gold.get("left_out") or []]
        self.add("dirt left out", sum(words not in _flat(article.text) for words in dirt), len(dirt))
        true = gold["statements"]
        spans = [_spans(article, one["text"]) for one in true]
        pairs = _matched(article, spans, [s.attribution.content for s in found])
        self.add("statements", len(pairs), len(true), len(found))
        hits = 0
        for i, j in pairs:
            one, statement = true[i], found[j]
            self.add("speaker", _is_speaker(statement, actors, one["speaker"]), 1)
            self.add("side", statement.side == one["side"], 1)
            self.add("grade", statement.grade == one["grade"], 1)
            self.add("mode", statement.attribution.mode == one["mode"], 1)
            if one["said"]:
                self.add("date said", statement.said.value == str(one["said"]), 1)
            held, true_held = _held(statement), _true_held(one)
            options = {(issue, option) for issue, option, _ in held} & {(i, o) for i, o, _ in true_held}
            self.add("stance, option right", len(held & true_held), len(options))
            hits += len(held & true_held) if statement.side == one["side"] else 0
        wanted = sum(len(_true_held(one)) for one in true)
        predicted = sum(len(_held(statement)) for statement in found)
        self.add("positions, end to end", hits, wanted, predicted)


def _is_speaker(statement: Statement, actors: dict[str, Actor], true: str | None) -> bool:
    actor = actors.get(statement.actor or "")
    if actor is None:
        return true is None
    called = {_flat(actor.name), *([_flat(actor.side)] if actor.kind == "office" and actor.side else [])}
    return DETERMINER.sub("", _flat(true or "")) in {DETERMINER.sub("", name) for name in called}


def _held(statement: Statement) -> set[tuple[str, str, str]]:
    return {(p.issue, p.option, p.stance) for p in statement.positions if p.holder is None}


def _true_held(one: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {(p["issue"], p["option"], p["stance"]) for p in one.get("positions") or []}


def _flat(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))


def _spans(article: Article, pieces: str | Iterable[str]) -> tuple[Span, ...]:
    """Where the true words stand in the article, whatever its white space and marks."""
    found = []
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        pattern = r"\W+".join(re.escape(word) for word in WORD.findall(piece))
        match = re.search(pattern, article.text, re.IGNORECASE) if pattern else None
        if match:
            found.append(Span(match.start(), match.end()))
    return tuple(found)


def _letters(article: Article, spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if article.text[i].isalnum()}


def _matched(
    article: Article, true: Sequence[tuple[Span, ...]], found: Sequence[tuple[Span, ...]]
) -> list[tuple[int, int]]:
    gold, predicted = [_letters(article, s) for s in true], [_letters(article, s) for s in found]
    scored = sorted(
        ((len(g & p) / len(g | p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if g & p),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for overlap, i, j in scored:
        if overlap >= MATCH and -i not in used[0] and -j not in used[1]:
            used[0].add(-i)
            used[1].add(-j)
            pairs.append((-i, -j))
    return pairs


def _events(
    record: onrecord.Record, true: Sequence[dict[str, Any]], articles: dict[str, str], actors: dict[str, Actor]
) -> Rate:
    """A true event is found when one of the record's is told in one of its articles, shares a participant with it, and
    has its date or none."""
    found = list(record.events())
    hits = 0
    for gold in true:
        files = {_name(file) for file in gold["articles"]}
        for event in found:
            told = {articles[article] for article, _ in event.mentions}
            who = {actors[actor].name for actor in event.participants}
            dated = event.when.value in (None, gold["date"] and str(gold["date"]))
            if told & files and who & set(gold["participants"]) and dated:
                found.remove(event)
                hits += 1
                break
    return Rate(hits, len(true), len(record.events()))


def run() -> dict[str, Rate]:
    """Build the record of the sample in a folder that goes away, and score it."""
    truth = yaml.safe_load((EXAMPLES / "truth.yaml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        onrecord.build([EXAMPLES / "coverage"], Path(folder) / "sample.onrecord", processes=1)
        return score(onrecord.Record(Path(folder) / "sample.onrecord"), truth)


def main() -> None:
    """Print the figures."""
    for name, rate in run().items():
        print(f"{name:24}{rate}")


if __name__ == "__main__":
    main()
