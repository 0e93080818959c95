"""Coefficients of agreement between two people who both gave a value to each item.

The values are names: no two are nearer to each other than others (nominal). Each function takes the pairs of values,
one pair an item, and gives None where it is not defined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

Pairs = Sequence[tuple[Hashable, Hashable]]


def percent(pairs: Pairs) -> float | None:
    """The share of items with the same value, in percent."""
    return 100 * sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def kappa(pairs: Pairs) -> float | None:
    """Cohen's κ = (pₒ - pₑ) / (1 - pₑ), the chance of agreeing from each person's own shares (Cohen 1960).

    1 is perfect, 0 is chance. None where both give the same one value to all: there is no chance to differ.
    """
    if not pairs:
        return None
    number = len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    together = sum(one == other for one, other in pairs)
    expected = sum(times * others[value] for value, times in ones.items())
    if expected == number * number:
        return None
    return (together * number - expected) / (number * number - expected)


def alpha(pairs: Pairs) -> float | None:
    """Krippendorff's α = 1 - Dₒ/Dₑ for nominal values, the chance from the values of both together (Krippendorff 2004,
    11.3).

    1 is perfect, 0 is chance. None where all values are the same.
    """
    values = Counter(value for pair in pairs for value in pair)
    total = values.total()
    apart = 2 * sum(one != other for one, other in pairs)
    chance = total * total - sum(times * times for times in values.values())
    return 1 - apart * (total - 1) / chance if chance else None
