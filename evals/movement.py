"""Movement: how often a change is reported where there is none, how long a true one takes to show, and what comes out
of a year of claims coded by hand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from evals.corpora import corpora
from onrecord.analyse._movement import Choice, Saying, announced, first_parting, movement, sayings
from onrecord.analyse._movement.shown import shown

YEAR = 365  # days
START = date(2015, 1, 1)
RATES = (6, 12, 24, 52, 104)  # statements a year; of the repeated pairs of the hand-coded claims one in ten has 12
SHARES = (0.5, 0.8, 0.95)  # of the stance that is taken more often
SEED = 2015
CHOICE = Choice()
LONGEST = 800  # characters of a sentence
Row = tuple[list[date], list[int]]
_STOP = re.compile(r"(?<=[.!?])[\"”’]?\s+")


def constant(random: np.random.Generator, rate: int, share: float) -> Row:
    """A year of a side that never moves: days at random, each stance by itself."""
    days = np.sort(random.integers(0, YEAR, random.poisson(rate)))
    return [START + timedelta(int(day)) for day in days], [int(x) for x in random.random(len(days)) >= share]


def switched(random: np.random.Generator, rate: int, share: float, at: int) -> Row:
    """The same, with the two stances changing places on day `at`."""
    days, stances = constant(random, rate, share)
    turn = START + timedelta(at)
    return days, [1 - stance if day >= turn else stance for day, stance in zip(days, stances, strict=True)]


def false_alarms(rate: int, share: float, runs: int) -> tuple[int, int, int]:
    """Of so many sides that never move: those with enough statements to show a change, those in which windows part
    somewhere, and those in which they part by more than chance."""
    random = np.random.default_rng((SEED, rate, int(share * 100)))
    found = [first_parting(*constant(random, rate, share), 3, CHOICE.window) for _ in range(runs)]
    tested = [one for one in found if one is not None]
    return len(tested), sum(one.gap > 0 for one in tested), sum(one.p <= CHOICE.wrong for one in tested)


def collections_wrong(runs: int, share: float = 0.8, each: int = 6) -> int:
    """Of so many collections in which nobody moves, `each` sides at every rate, those in which a move is reported."""
    random = np.random.default_rng((SEED, runs))
    return sum(any(course.moves for course in movement(_still(random, share, each), CHOICE)) for _ in range(runs))


def _still(random: np.random.Generator, share: float, each: int) -> Iterator[Saying]:
    for rate in RATES:
        for number in range(each):
            for day, stance in zip(*constant(random, rate, share), strict=True):
                side = f"{rate}.{number}"
                yield Saying(f"{side}.{day}", day.isoformat(), side, None, "option", ("support", "oppose")[stance])


def delays(rate: int, share: float, runs: int, at: int = 180) -> list[int | None]:
    """For each of so many true changes, the days until the statements made so far show it; None where a year is over
    before they do. What they show must lie within a window of the day of the change."""
    random = np.random.default_rng((SEED, rate, int(share * 100), at))
    return [_delay(*switched(random, rate, share, at), at) for _ in range(runs)]


def _delay(days: Sequence[date], stances: Sequence[int], at: int) -> int | None:
    turn = START + timedelta(at)
    for number, day in enumerate(days, 1):
        if day < turn:
            continue
        parted = first_parting(days[:number], stances[:number], 3, CHOICE.window)
        if parted is not None and parted.p <= CHOICE.wrong and abs(parted.day - turn).days <= CHOICE.window:
            return (day - turn).days
    return None


def claims(path: Path) -> tuple[Saying, ...]:
    """The hand-coded claims, a row for each actor and category; the words are left out, as they are not English."""
    with path.open(encoding="utf-8") as lines:
        return sayings(_rows(map(json.loads, lines)))


def _rows(claims: Iterator[dict[str, Any]]) -> Iterator[dict[str, object]]:
    for number, claim in enumerate(claims):
        for category in sorted({value for value in claim["claimvalues"] if value[1:] != "00"}):
            yield {
                "id": number,
                "date": claim["cdate"],
                "side": claim["name"],
                "option": category,
                "stance": "support" if claim["cpos"] == "1" else "oppose",
            }


def coded_by_hand(path: Path) -> dict[str, int]:
    """Counts over the pairs of actor and category that come up again."""
    table = claims(path)
    pairs: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for saying in table:
        pairs[saying.side, saying.option].append(saying)
    repeated = [said for said in pairs.values() if len(said) > 1]
    evidence = [shown(said, CHOICE.window, CHOICE.wrong) for said in repeated]
    return {
        "pairs with two claims or more": len(repeated),
        "of them with claims for and against": sum(len({one.stance for one in said}) > 1 for said in repeated),
        "times that a claim differs in sign from the last one": sum(
            a.stance != b.stance for said in repeated for a, b in pairwise(said)
        ),
        "pairs with enough claims to show a change": sum(one.p is not None for one in evidence),
        "pairs in which windows part by more than chance": sum(
            (one.p or 0) <= CHOICE.wrong for one in evidence if one.p
        ),
        "moves reported": sum(len(course.moves) for course in movement(table)),
    }


def announcing(path: Path) -> tuple[int, int]:
    """Sentences in the texts of a JSON Lines file, and those with words that announce a change."""
    sentences = found = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for sentence in _STOP.split(json.loads(line)["text"]):
                sentences += 1
                found += announced(sentence[:LONGEST]) is not None
    return sentences, found


def main(runs: int = 300) -> None:
    """Print all figures of docs/movement.md."""
    print(f"windows of {CHOICE.window} days, {runs} sides a line\n")
    _print_alarms(runs)
    _print_delays(runs // 3)
    path = corpora() / "discourse" / "debatenet-mig15.jsonl"
    if path.is_file():
        print("\n3,681 claims coded by hand, 2015")
        for what, number in coded_by_hand(path).items():
            print(f"  {number:>5,}  {what}")
    for file in sorted((corpora() / "polnear").glob("*.jsonl")):
        sentences, places = announcing(file)
        print(f"\n{file.name}: {places} of {sentences:,} sentences announce a change")


def _print_alarms(runs: int) -> None:
    print("a year without a change:     tested  parted  reported (of those tested)")
    for share in SHARES:
        for rate in RATES:
            tested, parted, reported = false_alarms(rate, share, runs)
            of = max(tested, 1)
            print(f"  {rate:>3} a year, {share:.0%} alike   {tested:>6}  {parted / of:>5.1%}  {reported / of:>6.1%}")
    few = runs // 3
    wrong = collections_wrong(few)
    print(f"  collections of {6 * len(RATES)} sides that never move, with a move reported: {wrong / few:.0%}")


def _print_delays(runs: int) -> None:
    print("\na true change from one stance to the other:  shown within the half-year, days until then (median)")
    for share in SHARES[1:]:
        for rate in RATES:
            found = delays(rate, share, runs)
            known = [one for one in found if one is not None]
            days = f"{median(known):.0f}" if known else "-"
            print(f"  {rate:>3} a year, {share:.0%} alike   {len(known) / len(found):>5.0%}  {days:>4}")


if __name__ == "__main__":
    main()
