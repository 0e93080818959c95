"""Pairs of values that two independent articles tell among the same words, found without comparing all with all.

Only the rarest words of a value are looked up: those without which its context could not come as near to another one
as NEAR (prefix filtering; Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.analyse._differences.context import Context, Rarity
from onrecord.analyse._differences.coverage import Coverage
from onrecord.model import Span

CLOSE = 3  # days between two articles that tell of one state of things
ALIKE = 0.15  # cosine of two contexts from which they may tell of one thing
EVIDENCE = 0.13  # and what that times their plain words in common must come to: sharing names alone says too little

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """Something that a sentence of an article tells, and the words around it."""

    article: str
    span: Span
    content: T
    context: Context


Pair = tuple[Value[T], Value[T]]


def aligned(
    coverage: Coverage,
    rarity: Rarity,
    values: Sequence[Value[T]],
    comparable: Callable[[T, T], bool],
    least: float = EVIDENCE,
) -> Iterator[Pair[T]]:
    """Pairs of values that tell of one thing: of those of its article that are comparable (a day is no rival of a year,
    nor a percentage of a length of time) each is the other's nearest by the cosine of their
    contexts, which is ALIKE or more, and they have `least` evidence of being of one thing."""
    near: dict[tuple[int, int], float] = {}
    for one, other in sorted(_candidates(coverage, rarity, values)):
        cosine = values[one].context.likeness(values[other].context)
        if cosine >= ALIKE and comparable(values[one].content, values[other].content):
            near[one, other] = cosine
    best: dict[tuple[int, str], float] = {}
    for (one, other), cosine in near.items():
        for key in ((one, values[other].article), (other, values[one].article)):
            best[key] = max(best.get(key, 0.0), cosine)
    for (one, other), cosine in near.items():
        nearest = max(best[one, values[other].article], best[other, values[one].article])
        if cosine >= nearest and evidence(values[one].context, values[other].context) >= least:
            yield values[one], values[other]


def evidence(one: Context, other: Context) -> float:
    """How much speaks for two values being of one thing: the cosine of their contexts times their plain words in
    common. Two long sentences can share many words, and two short ones the same few names, by chance; seldom both."""
    return one.likeness(other) * sum(one.in_common(other).values())


def _candidates(coverage: Coverage, rarity: Rarity, values: Sequence[Value[T]]) -> set[tuple[int, int]]:
    """Pairs of independent articles' values, a few days apart, that share one of their rarest words."""
    holding: dict[str, list[tuple[str, int]]] = {}
    for number, value in enumerate(values):
        for stem in _rarest(rarity, value.context):
            holding.setdefault(stem, []).append((value.article, number))
    return {
        (min(pair), max(pair))
        for told in holding.values()
        for pair in coverage.within(CLOSE, told)
        if coverage.independent(values[pair[0]].article, values[pair[1]].article)
    }


def _rarest(rarity: Rarity, context: Context) -> Iterator[str]:
    """The rarest words of a context, as many as leave less than ALIKE of its length to the others."""
    rest = 1.0
    for stem in sorted(context.weights, key=lambda stem: (-rarity.of(stem), stem)):
        if math.sqrt(max(rest, 0.0)) < ALIKE:
            break
        rest -= context.weights[stem] ** 2
        yield stem
