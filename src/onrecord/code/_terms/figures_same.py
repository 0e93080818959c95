"""One figure across articles, and where two sources give different values for the same thing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from onrecord.model import Figure, FigureMention, Reading

NEAR = 7  # days between two articles that can still contradict each other; a later value is news and no difference
ROUNDED = 0.1  # how far what is "about" may be off, as a share of the value

_Thing = tuple[str | None, tuple[str, ...], str | None, str | None]


def same_figures(readings: Iterable[Reading]) -> tuple[Figure, ...]:
    """The figures of many articles, by what they measure; the order given doesn't matter.

    Mentions with the same noun, scope, unit, rate and bounds are one figure. Two figures of one noun and scope, told by
    different articles within a week of each other (or undated), differ, unless one only rounds or bounds the other.
    """
    published: dict[str, str | None] = {}
    told: defaultdict[tuple[object, ...], list[tuple[str, FigureMention]]] = defaultdict(list)
    for reading in readings:
        published[reading.article.id] = reading.article.published.value
        for mention in reading.figures:
            told[(*_thing(mention), mention.low, mention.high)].append((reading.article.id, mention))
    figures = [_figure(mentions) for mentions in told.values()]
    of_one_thing: defaultdict[_Thing, list[Figure]] = defaultdict(list)
    for figure in figures:
        of_one_thing[figure.of, figure.scope, figure.unit, figure.per].append(figure)
    noted = (_noted(one, others, published) for others in of_one_thing.values() for one in others)
    return tuple(sorted(noted, key=lambda f: (f.of or "", f.scope, f.unit or "", f.low or 0, f.high or 0, f.id)))


def _thing(mention: FigureMention) -> _Thing:
    return mention.of, mention.scope, mention.unit, mention.per


def _figure(mentions: Sequence[tuple[str, FigureMention]]) -> Figure:
    ordered = tuple(sorted(mentions, key=lambda told: (told[0], told[1].span)))
    first = ordered[0][1]
    content = [(article, m.span.start, m.span.end, m.low, m.high, m.unit, m.of) for article, m in ordered]
    return Figure(
        id=sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        low=first.low,
        high=first.high,
        about=all(mention.about for _, mention in ordered),
        unit=first.unit,
        per=first.per,
        of=first.of,
        scope=first.scope,
        mentions=ordered,
    )


def _noted(figure: Figure, others: Sequence[Figure], published: Mapping[str, str | None]) -> Figure:
    """A figure with what differs from it; what is measured must be narrowed by a word to be one thing."""
    if figure.of is None or not figure.scope:
        return figure
    near = [other for other in others if other.id != figure.id and _contradict(figure, other, published)]
    vaguer = sorted(other.id for other in near if only_rounds(other, figure))
    differs = sorted(other.id for other in near if not only_rounds(other, figure) and not only_rounds(figure, other))
    return replace(figure, differs=tuple(differs), vaguer=tuple(vaguer))


def _contradict(one: Figure, other: Figure, published: Mapping[str, str | None]) -> bool:
    """Whether two articles tell them at about the same time, and none tells both."""
    ours, theirs = {article for article, _ in one.mentions}, {article for article, _ in other.mentions}
    return not ours & theirs and any(_near(published[a], published[b]) for a in ours for b in theirs)


def _near(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return True
    if min(len(a), len(b)) < len("2015-03-30"):
        return a[: len(b)] == b[: len(a)]
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) <= NEAR


def only_rounds(rough: Figure | FigureMention, sharp: Figure | FigureMention) -> bool:
    """Whether one value only rounds or bounds the other: "about 300", "at least 250" and "300" beside 296."""
    low, high = _bounds(rough)
    sharp_low, sharp_high = _bounds(sharp)
    if low <= sharp_low and sharp_high <= high and (low, high) != (sharp_low, sharp_high):
        return True
    if rough.low is None or sharp.low is None or rough.low != rough.high or sharp.low != sharp.high:
        return False
    if rough.about:
        return abs(rough.low - sharp.low) <= ROUNDED * abs(sharp.low)
    return rough.low != sharp.low and _rounded(sharp.low, _digits(rough.low)) == rough.low


def _bounds(figure: Figure | FigureMention) -> tuple[float, float]:
    return -math.inf if figure.low is None else figure.low, math.inf if figure.high is None else figure.high


def _digits(value: float) -> int:
    """Significant digits of a number as written: 1 of 300, 3 of 19.3."""
    return len(f"{value:.12g}".replace(".", "").split("e")[0].strip("0")) or 1


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")
