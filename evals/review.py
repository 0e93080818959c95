"""Does it help the reviewer that the queue learns from what was decided?

    python -m evals.review [--part open|shut]      # of the coded positions; default: open

A reviewer is played by judgements that were made by reading: 200 attributions (evals/judged.py; right is what needs no
correction) and the positions that the program gives the coded statements of evals/positions. They look over the queue
from its top and decide as the gold says; the queue learns after every `STEP`. Two things are counted.

- Held back: articles are cut into `FOLDS` parts. What is decided in four of them says how sure each claim of the fifth
  is: expected calibration error (bins of equal mass), Brier score, and how many wrong ones are among the 50 least sure.
- One pass over all: how many wrong ones the reviewer meets in the first 50 and 100, with the queue that learns, with
  the one that does not, and as many as there would be in no order at all; and the same where a fault is made up.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from evals.confidence import error, of_equal_mass
from evals.judged import flawless, rows, spoken_by
from evals.positions import Coded, run
from evals.speakers import article_of, by_hand, texts_of
from onrecord.analyse import review
from onrecord.analyse._review.verdicts import Verdict
from onrecord.model import Article, Attribution, Dated, Position, Span, Statement

FOLDS, STEP, TOP, MADE_UP = 5, 10, 50, 5
AFTER = (0, 30, 60, 100)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """Statements with their articles, and what a reviewer decides of each, by its id."""

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    verdicts: Mapping[str, Verdict]

    def material(self, judged: Sequence[str]) -> review.Material:
        """The record when these were judged."""
        return review.Material(self.statements, self.articles, {}, tuple(self.verdicts[id] for id in judged))


@dataclass(frozen=True, slots=True)
class Held:
    """What held-back claims came to after so many judgements: how sure, and whether right."""

    after: int
    sure: tuple[float, ...]
    right: tuple[bool, ...]

    def figures(self) -> tuple[float, float, int]:
        """Calibration error and Brier score, 0 to 1, and the number of wrong ones among the least sure."""
        brier = sum((sure - right) ** 2 for sure, right in zip(self.sure, self.right, strict=True)) / len(self.sure)
        order = sorted(range(len(self.sure)), key=lambda number: self.sure[number])
        least_sure = sum(not self.right[number] for number in order[:TOP])
        return error(of_equal_mass(self.sure, self.right)), brier, least_sure


def attributions() -> Gold:
    """The 200 attributions that were judged by reading."""
    judged, articles = rows(), dict[str, Article]()
    texts = {corpus: texts_of(corpus) for corpus in sorted({row["corpus"] for row in judged})}
    verdicts: dict[str, Verdict] = {}
    for number, row in enumerate(judged):
        articles.setdefault(row["article"], article_of(texts[row["corpus"]][row["article"]]))
        attribution = replace(by_hand(row), mode=row["mode"], rule=row["rule"], confidence=row["confidence"])
        statement = Statement(f"{number:03}", row["article"], attribution, None, None, None, None, Dated())
        verdicts[statement.id] = Verdict(statement, flawless(row) and spoken_by(row))
    return Gold(tuple(one.statement for one in verdicts.values()), articles, verdicts)


def positions(found: Sequence[Coded]) -> Gold:
    """The positions that the program gives coded statements, but those that the coder was not sure of."""
    articles, verdicts = dict[str, Article](), dict[str, Verdict]()
    texts = {corpus: texts_of(corpus) for corpus in sorted({one.corpus for one in found})}
    for one in found:
        if one.statement is None:
            continue
        given = {
            option: position
            for option, (position, _) in one.found.items()
            if option not in one.gold or one.gold[option]["sure"]
        }
        if not given:
            continue
        right = (
            option in one.gold and one.gold[option]["stance"] == position.stance for option, position in given.items()
        )
        statement = replace(one.statement, positions=tuple(given.values()))
        articles.setdefault(statement.article, article_of(texts[one.corpus][statement.article]))
        verdicts[statement.id] = Verdict(statement, True, tuple(right))
    return Gold(tuple(one.statement for one in verdicts.values()), articles, verdicts)


def made_up(seed: int) -> Gold:
    """300 invented stances on ten options: one option is wrong nine times in ten whatever the machine believes, of the
    others it is right a little more often than it believes."""
    draw, verdicts = Random(seed).random, dict[str, Verdict]()
    for number in range(300):
        option, sure = int(10 * draw()), round(0.6 + 0.35 * draw(), 2)
        right = draw() < (0.1 if option == 0 else sure + 0.05)
        attribution = Attribution((), (), (Span(0, 1),), "direct", "made up", 0.9)
        position = Position("harbour", f"option-{option}", "support", None, sure, "")
        article = f"article {number}"
        statement = Statement(f"{number:03}", article, attribution, None, None, None, None, Dated(), (position,))
        verdicts[statement.id] = Verdict(statement, True, (right,))
    statements = tuple(one.statement for one in verdicts.values())
    return Gold(statements, {one.article: Article(one.article, "", "", "", ()) for one in statements}, verdicts)


def looked_over(gold: Gold, ids: frozenset[str], number: int, *, learning: bool = True) -> list[str]:
    """The first so many statements of these that a reviewer meets who takes the top of the queue each time."""
    seen: list[str] = []
    while len(seen) < min(number, len(ids)):
        material = gold.material(seen)
        wanted = review.Filter(ids=ids - frozenset(seen))
        order = review.queue(material, wanted, calibration=None if learning else review.Calibration())
        seen += [one.statement.id for one in order[: min(STEP, number - len(seen))]]
    return seen


def held_back(gold: Gold, after: int) -> Held:
    """How sure each claim is after so many judgements in other articles."""
    sure: list[float] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        here = [one for one in gold.statements if _fold(one.article) == fold]
        elsewhere = frozenset(one.id for one in gold.statements if _fold(one.article) != fold)
        calibration = review.calibrated(gold.material(looked_over(gold, elsewhere, after)))
        for one, (attribution, coded) in zip(here, calibration.of(here, gold.articles), strict=True):
            verdict = gold.verdicts[one.id]
            sure += coded or (attribution,)
            right += verdict.positions or (verdict.attribution,)
    return Held(after, tuple(sure), tuple(right))


def _fold(article: str) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def met(gold: Gold, number: int, *, learning: bool) -> int:
    """How many of the first so many statements that a reviewer meets have something wrong."""
    every = frozenset(one.id for one in gold.statements)
    return sum(wrong(gold.verdicts[id]) for id in looked_over(gold, every, number, learning=learning))


def wrong(verdict: Verdict) -> bool:
    """Whether anything of a statement is wrong."""
    return not all((verdict.attribution, *verdict.positions))


def table(name: str, gold: Gold) -> str:
    """The figures as plain text."""
    lines = [f"{name}: {len(gold.statements)} statements in {len(gold.articles)} articles"]
    lines += [f"  {'judged':>6}  {'ECE':>6}  {'Brier':>6}  wrong in the {TOP} least sure"]
    for after in AFTER:
        calibration, brier, least_sure = held_back(gold, after).figures()
        lines.append(f"  {after:6}  {100 * calibration:5.1f}%  {brier:6.3f}  {least_sure:4}")
    share = sum(map(wrong, gold.verdicts.values())) / len(gold.verdicts)
    for number in (min(TOP, len(gold.verdicts)), min(2 * TOP, len(gold.verdicts))):
        with_it, without = (met(gold, number, learning=learning) for learning in (True, False))
        found = f"{with_it} with learning, {without} without, {share * number:.0f} in no order"
        lines.append(f"  wrong in the first {number}: {found}")
    return "\n".join(lines)


def recurring() -> str:
    """How many wrong ones are met where one option is wrong again and again, as a mean over made-up records."""
    made = [made_up(seed) for seed in range(MADE_UP)]
    with_it, without = (
        sum(met(gold, 2 * TOP, learning=learning) for gold in made) / MADE_UP for learning in (True, False)
    )
    return f"made-up fault, wrong in the first {2 * TOP}: {with_it:.1f} with learning, {without:.1f} without"


def main(words: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure a queue that learns.")
    parser.add_argument("--part", choices=("open", "shut"), default="open")
    part = parser.parse_args(words).part
    print(table("attributions", attributions()))
    print(recurring())
    print(table(f"positions ({part} half)", positions(run(part))))


if __name__ == "__main__":
    main()
