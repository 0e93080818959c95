"""Whether examples help a codebook that nobody has seen: `python -m evals.positions.examples [--draws 3]`.

The five options on trade (trade.yaml), once as they are and then with ten examples each, drawn from statements on
trade that were coded by reading, in other articles than the gold's; each draw has other ones. Scored on both halves,
as `evals.positions` does. An analyst would give examples like these after an hour of reading.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace

from evals.positions import CODEBOOKS, Coded, coded, gold, score
from evals.speakers import texts_of
from onrecord import code
from training.positions.real import lines

CORPUS = "trade"
TEN = 10
SHOWN = ("option F1", "option precision", "option recall", "stance right", "wrong way round", "end to end F1")


def with_examples(codebook: code.Codebook, count: int, draw: random.Random) -> code.Codebook:
    """The codebook with that many examples for each option, as far as there are so many statements on it."""
    texts = texts_of(CORPUS)
    told: dict[str, list[code.Example]] = {}
    for row in lines("weighing.jsonl"):
        if row["corpus"] == CORPUS:
            text = texts[row["article"]]["text"]
            words = " ".join(text[a:b] for a, b in row["content"])
            for one in row["positions"]:
                told.setdefault(one["option"], []).append(code.Example(words, one["stance"]))
    return replace(
        codebook,
        issues=tuple(
            replace(
                issue,
                options=tuple(
                    replace(option, examples=_drawn(told.get(f"{issue.id}.{option.id}", []), count, draw))
                    for option in issue.options
                ),
            )
            for issue in codebook.issues
        ),
        hash=f"{codebook.hash} with {count} examples, {draw.random()}",
    )


def _drawn(known: Sequence[code.Example], count: int, draw: random.Random) -> tuple[code.Example, ...]:
    return tuple(draw.sample(known, min(count, len(known))))


def run(codebook: code.Codebook) -> list[Coded]:
    """The gold statements on trade by a codebook."""
    return list(coded(CORPUS, gold(), codebook))


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures without examples, and with them for each draw."""
    parser = argparse.ArgumentParser(description="Score a new codebook with and without examples.")
    parser.add_argument("--draws", type=int, default=3)
    draws = parser.parse_args(words).draws
    plain = code.codebook(CODEBOOKS[CORPUS])
    books = {"none": plain} | {f"ten, {n}": with_examples(plain, TEN, random.Random(n)) for n in range(1, draws + 1)}
    print(f"{'examples':12}" + "".join(f"{name:>18}" for name in SHOWN))
    for name, book in books.items():
        figures = score(run(book))
        print(f"{name:12}" + "".join(f"{figures[shown]:18.1f}" for shown in SHOWN), flush=True)


if __name__ == "__main__":
    main()
