"""What two sentences that tell one thing give differently: the day, the figure, the names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.analyse._differences.aligned import Value, aligned, in_common, likeness
from onrecord.analyse._differences.amounts import amounts_of, compare_amounts, same_amount, stands_in
from onrecord.analyse._differences.context import Rarity
from onrecord.analyse._differences.coverage import DAY, Coverage, Verdict, difference, in_order
from onrecord.analyse._differences.days import compare_days, days_of, same_days
from onrecord.analyse._differences.lists import compare_lists, lists_of
from onrecord.model import Difference, DifferenceKind, Reading, Span, Telling

NEWS = 1  # days between two articles after which another value is more often news than a difference
LITTLE = 0.2  # what words that are no names must add to the cosine of the contexts of two values that lie apart
REMOTE = 0.1  # cosine of two contexts from which the same value may be of the same thing
WORDS = 4  # of those that both sentences share that name what they tell

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sort(Generic[T]):
    """A sort of values: how they are read from an article, when two are the same, and how two stand to each other."""

    kind: DifferenceKind
    read: Callable[[Reading], Iterable[tuple[Span, T]]]
    same: Callable[[T, T], bool]
    compare: Callable[[T, T], Verdict | None]
    stands_in: Callable[[str, T], bool] = lambda _text, _value: False


def retold_differences(coverage: Coverage) -> Iterator[Difference]:
    """Values that independent articles of the same days tell among the same words, and do not tell alike.

    The sentences are found by the rare words that they share (aligned.py). An article that gives the other's value too
    tells of two things or knows both, so it is none. None is called a conflict: like words are no proof of one thing.
    """
    readings = [r for r in coverage.readings.values() if len(coverage.published(r.article.id) or "") == DAY]
    rarity = Rarity(reading.article for reading in readings)
    yield from _differing(
        coverage, rarity, readings, Sort("number", amounts_of, same_amount, compare_amounts, stands_in)
    )
    days = Sort("date", lambda reading: days_of(reading.article), same_days, compare_days)
    yield from _differing(coverage, rarity, readings, days)
    lists = Sort("participants", lambda reading: lists_of(reading.article), lambda a, b: a == b, compare_lists)
    yield from _differing(coverage, rarity, readings, lists)


def _differing(coverage: Coverage, rarity: Rarity, readings: Iterable[Reading], sort: Sort[T]) -> Iterator[Difference]:
    by_article: dict[str, list[Value[T]]] = {}
    for reading in readings:
        article = reading.article
        by_article[article.id] = [
            Value(article.id, span, content, rarity.context(reading, span)) for span, content in sort.read(reading)
        ]
    values = [value for told in by_article.values() for value in told]
    for one, other in aligned(coverage, rarity, values):
        verdict = None if sort.same(one.content, other.content) else sort.compare(one.content, other.content)
        if verdict is None or (verdict.relation == "open" and not _likely(coverage, one, other)):
            continue
        if not any(_gives(coverage, sort, by_article[a.article], b) for a, b in ((one, other), (other, one))):
            yield _difference(coverage, sort.kind, verdict, one, other)


def _likely(coverage: Coverage, one: Value[T], other: Value[T]) -> bool:
    """Whether two values that lie apart are of one thing: told within a day, with more words in common."""
    days = abs(coverage.days_between(one.article, other.article) or 0)
    return days <= NEWS and sum(in_common(one, other).values()) >= LITTLE


def _gives(coverage: Coverage, sort: Sort[T], told: Sequence[Value[T]], value: Value[T]) -> bool:
    """Whether an article with these values gives another one too, of anything that may be the same thing."""
    if sort.stands_in(coverage.readings[told[0].article].article.text, value.content):
        return True
    return any(sort.same(one.content, value.content) and likeness(one, value) >= REMOTE for one in told)


def _difference(
    coverage: Coverage, kind: DifferenceKind, verdict: Verdict, one: Value[T], other: Value[T]
) -> Difference:
    words = in_common(one, other)
    about = ", ".join(sorted(words, key=lambda word: (-words[word], word))[:WORDS])
    tellings = tuple(_telling(coverage, value) for value in (one, other))
    if verdict.relation == "vaguer":
        tellings = tellings[::-1] if verdict.swap else tellings
    else:
        tellings = in_order(coverage, *tellings)
    return difference(kind, verdict.relation, about, verdict.why, *tellings)


def _telling(coverage: Coverage, value: Value[T]) -> Telling:
    text = coverage.readings[value.article].article.text
    said = " ".join(text[value.span.start : value.span.end].split())
    return Telling(value.article, value.span, said, coverage.speaker_at(value.article, value.span))
