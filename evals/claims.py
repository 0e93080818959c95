"""Does one claim weaken another? ClaimDiff-W: 1,857 pairs of claims from two articles on one event.

    python -m evals.claims

What the program sees in a pair (numbers, dates, names, negation, hedges, who is quoted, praise and attack, overlap) is
weighed by logistic regression, fitted and scored by cross-validation with all pairs of a topic in one part. The
threshold is chosen by a cross-validation within the pairs it is fitted on. Beside it, in the same run and parts:
calling every pair weakened, overlap alone, and a bag of words (naive Bayes).
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import yaml
from spacy.lang.en.stop_words import STOP_WORDS

from evals.corpora import corpora
from onrecord import date
from onrecord.code._terms.figures_amounts import amounts
from training.logistic import Floats, newton

PARTS = 10
ROUNDS = 1000  # of resampling topics
SMOOTHING = 0.5
STEM = 6  # letters by which words of one root are alike
_WORD = re.compile(r"[a-z]+(?:n't)?|n't")
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]+\b")
_QUOTED = re.compile('[“"]')

Pair = Mapping[str, str]
Scorer = Callable[[Sequence[int], Sequence[int]], Floats]  # fits on the first, scores the second


def rows() -> list[dict[str, str]]:
    """The pairs. Raises FileNotFoundError where the corpora are missing."""
    file = corpora() / "claims" / "ClaimDiff-W" / "ClaimDiff-weak-train.json"
    found: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))["data"]
    return found


def signs(a: str, b: str) -> dict[str, float]:
    """What can be told of a pair of claims, the same whichever comes first."""
    words_a, words_b = _content(a), _content(b)
    shared, every = words_a & words_b, words_a | words_b
    found = {
        "constant": 1.0,
        "overlap": len(shared) / len(every) if every else 0.0,
        "held in the other": len(shared) / max(1, min(len(words_a), len(words_b))),
        "words": math.log1p(len(every)),
        "unlike in length": abs(math.log1p(len(a)) - math.log1p(len(b))),
    }
    for kind in ("negation", "hedge", "denial", "attack", "praise", "contrast", "saying"):
        here, there = _has(a, kind), _has(b, kind)
        found[f"{kind} in one"] = float(here != there)
        found[f"{kind} in both"] = float(here and there)
    found["praise against attack"] = float(
        (_has(a, "praise") and _has(b, "attack")) or (_has(b, "praise") and _has(a, "attack"))
    )
    found |= _compared("number", _numbers(a), _numbers(b)) | _compared("name", _names(a), _names(b))
    found |= _compared("date", _dates(a), _dates(b))
    quoted = bool(_QUOTED.search(a)), bool(_QUOTED.search(b))
    return found | {"quotation in one": float(quoted[0] != quoted[1]), "quotation in both": float(all(quoted))}


def f1(gold: Sequence[bool], said: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the positive class; 0 where nothing is positive."""
    hits = sum(g and s for g, s in zip(gold, said, strict=True))
    precision, recall = hits / max(1, sum(said)), hits / max(1, sum(gold))
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)


def cross_validated(pairs: Sequence[Pair], scorer: Scorer) -> list[bool]:
    """What is said of each pair by what was fitted, and given its threshold, on the pairs of other topics."""
    gold = np.array([bool(pair["relation"]) for pair in pairs])
    part = np.array([int(sha256(pair["topic"].encode()).hexdigest(), 16) % PARTS for pair in pairs])
    said = np.zeros(len(pairs), dtype=bool)
    for number in sorted(set(part.tolist())):
        fit, test = np.flatnonzero(part != number), np.flatnonzero(part == number)
        unseen = np.zeros(len(pairs))  # scores of the pairs it is fitted on, each by what was fitted on other topics
        for other in sorted(set(part[fit].tolist())):
            held = fit[part[fit] == other]
            unseen[held] = scorer(fit[part[fit] != other].tolist(), held.tolist())
        threshold = _threshold(unseen[fit], gold[fit])
        said[test] = scorer(fit.tolist(), test.tolist()) >= threshold
    return [bool(one) for one in said]


def by_signs(pairs: Sequence[Pair], only: Sequence[str] | None = None) -> Scorer:
    """Logistic regression over the signs of each pair, or over some of them, standardised on what it is fitted on."""
    told = [signs(pair["claim_a"], pair["claim_b"]) for pair in pairs]
    names = ["constant", *sorted(set(told[0]) - {"constant"})] if only is None else ["constant", *only]
    x = np.array([[one[name] for name in names] for one in told])
    gold = np.array([float(pair["relation"]) for pair in pairs])

    def score(fit: Sequence[int], test: Sequence[int]) -> Floats:
        middle, spread = x[fit].mean(axis=0), x[fit].std(axis=0)
        middle[0], spread[spread == 0] = 0.0, 1.0
        scaled = (x - middle) / spread
        scaled[:, 0] = 1.0
        weights = newton(scaled[fit], gold[fit])
        found: Floats = scaled[test] @ weights
        return found

    return score


def by_words(pairs: Sequence[Pair]) -> Scorer:
    """Naive Bayes over the words that stand in a pair."""
    bags = [_content(pair["claim_a"]) | _content(pair["claim_b"]) for pair in pairs]
    gold = [bool(pair["relation"]) for pair in pairs]

    def score(fit: Sequence[int], test: Sequence[int]) -> Floats:
        counts = {value: Counter(w for i in fit if gold[i] == value for w in bags[i]) for value in (True, False)}
        size = {value: sum(gold[i] == value for i in fit) for value in (True, False)}

        def log_odds(word: str) -> float:
            rate = [(counts[v][word] + SMOOTHING) / (size[v] + 2 * SMOOTHING) for v in (True, False)]
            return math.log(rate[0] / rate[1])

        known = {word: log_odds(word) for word in sorted(counts[True] | counts[False])}
        return np.array([sum(known.get(word, 0.0) for word in sorted(bags[i])) for i in test])

    return score


def interval(pairs: Sequence[Pair], said: Sequence[bool]) -> tuple[float, float]:
    """The middle 95 % of F1 over resampled topics."""
    hits: dict[str, list[int]] = {}
    for pair, one in zip(pairs, said, strict=True):
        counted = hits.setdefault(pair["topic"], [0, 0, 0])
        gold = bool(pair["relation"])
        counted[0] += gold and one
        counted[1] += one
        counted[2] += gold
    table = np.array([hits[topic] for topic in sorted(hits)], dtype=float)
    drawn = table[np.random.default_rng(0).integers(len(table), size=(ROUNDS, len(table)))].sum(axis=1)
    values = 2 * drawn[:, 0] / np.maximum(drawn[:, 1] + drawn[:, 2], 1.0)
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def compared(pairs: Sequence[Pair]) -> dict[str, list[bool]]:
    """What each way says of the pairs, by its name; all in the same parts."""
    return {
        "every pair": [True] * len(pairs),
        "overlap alone": cross_validated(pairs, by_signs(pairs, ("overlap", "held in the other"))),
        "bag of words": cross_validated(pairs, by_words(pairs)),
        "what the program compares": cross_validated(pairs, by_signs(pairs)),
    }


def main() -> None:
    """Print precision, recall and F1 of the pairs in which the second claim weakens the first."""
    pairs = rows()
    gold = [bool(pair["relation"]) for pair in pairs]
    print(f"{len(pairs):,} pairs, {sum(gold)} weakened, {len({p['topic'] for p in pairs})} topics in {PARTS} parts")
    print(f"{'':28}{'precision':>10}{'recall':>8}{'F1':>8}   95 % over topics")
    for name, said in compared(pairs).items():
        precision, recall, score = f1(gold, said)
        low, high = interval(pairs, said)
        print(f"{name:28}{precision:>10.3f}{recall:>8.3f}{score:>8.3f}   {low:.3f} to {high:.3f}")


def _threshold(scores: Floats, gold: np.typing.NDArray[np.bool_]) -> float:
    """The score from which calling a pair weakened gives the highest F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(gold[order])
    f = 2 * hits / (np.arange(1, len(order) + 1) + gold.sum())
    return float(scores[order][int(np.argmax(f))])


def _compared(name: str, here: frozenset[str], there: frozenset[str]) -> dict[str, float]:
    return {
        f"{name} shared": float(bool(here & there)),
        f"{name} in both, none shared": float(bool(here and there) and not here & there),
        f"{name} in one": float(bool(here) != bool(there)),
    }


@lru_cache(maxsize=1 << 14)
def _content(claim: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(claim.lower()) if word not in STOP_WORDS and len(word) > 2)


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    lists: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return {kind: re.compile(rf"(?<![a-z])(?:{'|'.join(map(_form, words))})(?![a-z])") for kind, words in lists.items()}


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", "[a-z]*")


@lru_cache(maxsize=1 << 16)
def _has(claim: str, kind: str) -> bool:
    return _kinds()[kind].search(claim.lower().replace("n’t", " n't").replace("n't", " n't")) is not None


@lru_cache(maxsize=1 << 14)
def _numbers(claim: str) -> frozenset[str]:
    return frozenset(f"{a.low} {a.high} {a.unit}" for a in amounts(claim) if not a.is_year)


@lru_cache(maxsize=1 << 14)
def _dates(claim: str) -> frozenset[str]:
    return frozenset(repr(one.meaning) for one in date.find(claim))


@lru_cache(maxsize=1 << 14)
def _names(claim: str) -> frozenset[str]:
    return frozenset(_NAME.findall(claim))


if __name__ == "__main__":
    main()
