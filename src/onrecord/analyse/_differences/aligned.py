"""Pairs of values that two independent articles tell among the same words, found without comparing all with all.

Only the rarest words of a value are looked up: those without which its context could not come as near to another one
as NEAR (prefix filtering; Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.analyse._differences.context import Context, Rarity
from onrecord.analyse._differences.coverage import Coverage
from onrecord.model import Span

CLOSE = 3  # days between two articles that tell of one state of things
ALIKE = 0.25  # cosine of two contexts from which they may tell of one thing
PLAIN = 0.12  # of it, what words that are no names must add
SECOND = 0.07  # and what all words must add without the one that adds most: one word in common is chance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """Something that a sentence of an article tells, and the words around it."""

    article: str
    span: Span
    content: T
    context: Context


Pair = tuple[Value[T], Value[T]]


def aligned(coverage: Coverage, rarity: Rarity, values: Sequence[Value[T]]) -> Iterator[Pair[T]]:
    """Pairs of values that tell of one thing: each is the other's nearest of its article by the cosine of their
    contexts, which is ALIKE or more, and owed to more than one word and more than names."""
    near: dict[tuple[int, int], float] = {}
    for one, other in sorted(_candidates(coverage, rarity, values)):
        cosine = likeness(values[one], values[other])
        if cosine >= ALIKE:
            near[one, other] = cosine
    best: dict[tuple[int, str], float] = {}
    for (one, other), cosine in near.items():
        for key in ((one, values[other].article), (other, values[one].article)):
            best[key] = max(best.get(key, 0.0), cosine)
    for (one, other), cosine in near.items():
        nearest = max(best[one, values[other].article], best[other, values[one].article])
        if cosine >= nearest and _of_one_thing(values[one], values[other]):
            yield values[one], values[other]


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


def likeness(one: Value[T], other: Value[T]) -> float:
    """The cosine of the contexts of two values, 0 to 1."""
    return sum(one.context.shared(other.context).values())


def in_common(one: Value[T], other: Value[T]) -> dict[str, float]:
    """The words, no names, that stand beside both, as the first writes them, with what each adds to the cosine."""
    shared = one.context.shared(other.context)
    return {
        word: shared[stem] for stem, word in one.context.plain.items() if stem in shared and stem in other.context.plain
    }


def _of_one_thing(one: Value[T], other: Value[T]) -> bool:
    shared = one.context.shared(other.context).values()
    return sum(in_common(one, other).values()) >= PLAIN and sum(shared) - max(shared) >= SECOND
