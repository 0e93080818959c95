"""Fit how rules and network are weighed: `python -m training.positions.verdict`.

On coded statements of real news from which the network has learnt nothing: the open half of evals/positions, and
those of `weighing.jsonl`. Fits `onrecord.code._verdict`'s weights by logistic regression, chooses the
chance from which on a position is taken, prints what cross-validation over articles gives, and writes
data/code/model/verdict.json. To be run anew after each change of the network, the rules or the hints. Needs no torch.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from evals.positions import CODEBOOKS, gold
from evals.positions.marked import readings_of
from evals.speakers import texts_of
from onrecord import code, resolve
from onrecord.code._rules.rules import Rules
from onrecord.code._verdict import FILE, Weights, agreed, signs_of
from onrecord.code._weighed import Weighed, Weighing
from onrecord.model import Stance
from training.logistic import fitted
from training.positions.passages import Row
from training.positions.real import lines

FOLDS = 5
FIRM = [2.0, 3.0, 4.0, 5.0, 6.0, 7.0]  # what rules that decide may add to the logarithm of the network's chance
BETA = 0.75  # a wrong position costs somewhat more than a missed one
OUT = Path(str(files("onrecord"))) / "data" / "code" / "model" / FILE


@dataclass(frozen=True, slots=True)
class Example:
    """What was weighed on one option, and the stance that was coded (None: none)."""

    one: Weighing
    stance: str | None
    article: str


def rows() -> list[Row]:
    """The coded statements to fit on."""
    return [*gold("open"), *lines("weighing.jsonl")]


def examples(coded: Sequence[Row]) -> tuple[list[Example], int]:
    """All weighings of coded statements where the coder was sure, and the number of sure codes, found or not."""
    out: list[Example] = []
    for corpus, file in CODEBOOKS.items():
        lexicon, codebook = resolve.lexicon(()), code.codebook(file)
        here = [row for row in coded if row["corpus"] == corpus]
        for reading, passages, marked in readings_of(here, texts_of(corpus), lexicon):
            coded_only = replace(
                reading,
                attributions=tuple(reading.attributions[number] for number, _ in marked),
                speakers=tuple(reading.speakers[number] for number, _ in marked),
            )
            for one in Weighed(coded_only, Rules(coded_only, passages, codebook, lexicon)).weighings(of_all=True):
                out += _compared(one, marked[one.attribution][1], reading.article.id)
    return out, sum(p["sure"] for row in coded for p in row["positions"])


def _compared(one: Weighing, row: Row, article: str) -> Iterator[Example]:
    codes = [p for p in row["positions"] if p["option"] == ".".join(one.key)]
    if not codes:
        yield Example(one, None, article)
        return
    if all(p["sure"] for p in codes):
        own = sorted(codes, key=lambda p: bool(p["voice"] != "own"))
        yield Example(one, own[0]["stance"], article)


def fit(found: Sequence[Example]) -> Weights:
    """The weights that these examples give."""
    signs = [signs_of(e.one.answer, e.one.ruled, e.one.seen) for e in found]
    told = fitted(signs, [e.stance is not None for e in found])
    coded = [e for e in found if e.stance is not None]
    rules = max(map(_trust, FIRM), key=lambda steps: _right(Weights(told, {}, steps, 0), coded))
    least = max((n / 50 for n in range(5, 40)), key=lambda least: trusted(Weights(told, {}, rules, least), found))
    draft = Weights(told, {}, rules, least)
    taken = [e for e in found if draft.told_by(e.one.answer, e.one.ruled, e.one.seen) >= least]
    stances = [draft.stance(e.one.answer, e.one.ruled) for e in taken]
    sure = [
        signs_of(e.one.answer, e.one.ruled, e.one.seen) | agreed(e.one.answer, e.one.ruled, stance)
        for e, stance in zip(taken, stances, strict=True)
    ]
    right = fitted(sure, [e.stance == stance for e, stance in zip(taken, stances, strict=True)])
    return Weights(told, right, rules, least)


def _trust(firm: float) -> dict[Stance, float]:
    """How far the rules' stances are trusted: one figure for all that decide something, as there are few examples of
    each (ten of a condition, of which weights from 0 to 4 get as many right but one). Their "unclear" adds nothing to
    what the network hears: four in five of those the coders heard a direction in."""
    return {"support": firm, "oppose": firm, "conditional": firm, "unclear": 0.0}


def _right(weights: Weights, coded: Sequence[Example]) -> int:
    return sum(weights.stance(e.one.answer, e.one.ruled) == e.stance for e in coded)


def trusted(weights: Weights, found: Sequence[Example]) -> float:
    """F with weight BETA (van Rijsbergen 1979) of options with their stance among what is asked."""
    taken = [e for e in found if weights.told_by(e.one.answer, e.one.ruled, e.one.seen) >= weights.least]
    true = sum(e.stance is not None for e in found)
    return (1 + BETA**2) * _right(weights, taken) / max(1, len(taken) + BETA**2 * true)


def f1(weights: Weights, found: Sequence[Example]) -> tuple[float, int, int, int]:
    """F1 of options among what is asked, hits, taken, true."""
    taken = [e for e in found if weights.told_by(e.one.answer, e.one.ruled, e.one.seen) >= weights.least]
    hits = sum(e.stance is not None for e in taken)
    true = sum(e.stance is not None for e in found)
    return 200 * hits / max(1, len(taken) + true), hits, len(taken), true


def main() -> None:
    """Fit, tell, write."""
    found, codes = examples(rows())
    told = [0, 0, 0, 0]  # hits, taken, true, stance right too
    for fold in range(FOLDS):
        mine = [e for e in found if _fold(e.article) == fold]
        weights = fit([e for e in found if _fold(e.article) != fold])
        _, hits, taken, true = f1(weights, mine)
        verdicts = [(e.stance, weights.verdict(e.one.answer, e.one.ruled, e.one.seen)) for e in mine]
        whole = sum(verdict is not None and verdict.stance == stance for stance, verdict in verdicts)
        told = [a + b for a, b in zip(told, (hits, taken, true, whole), strict=True)]
    hits, taken, true, whole = told
    print(
        f"{len(found)} options weighed, {true} of {codes} sure codes asked about; cross-validated: "
        f"precision {100 * hits / taken:.1f}, recall {100 * hits / codes:.1f}, "
        f"option F1 {200 * hits / (taken + codes):.1f}, "
        f"stance right {100 * whole / hits:.1f} %, with stance F1 {200 * whole / (taken + codes):.1f}"
    )
    final = fit(found)
    held = {"told": final.told, "right": final.right, "rules": final.rules, "least": final.least}
    OUT.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")


def _fold(article: str) -> int:
    return int(hashlib.sha256(f"verdict {article}".encode()).hexdigest(), 16) % FOLDS


if __name__ == "__main__":
    main()
