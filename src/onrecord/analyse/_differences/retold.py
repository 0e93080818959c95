"""What two sentences that tell one thing give differently: the day, the figure, the names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.analyse._differences.aligned import EVIDENCE, Value, aligned
from onrecord.analyse._differences.amounts import amounts_of, compare_amounts, same_amount, stands_in
from onrecord.analyse._differences.context import Rarity
from onrecord.analyse._differences.coverage import DAY, Coverage, Verdict, difference, in_order
from onrecord.analyse._differences.days import compare_days, days_of, same_days
from onrecord.analyse._differences.lists import compare_lists, lists_of
from onrecord.model import Difference, DifferenceKind, Reading, Span, Telling

NEWS = 1  # days between two articles after which another value is more often news than a difference
APART = 0.4  # cosine of the contexts of two values that lie apart
LITTLE = 0.5  # and how rare and near the words in common that are no names must be
LISTED = 0.35  # evidence that two lists of names are of one thing: the same few stand in lists of much else
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
    least: float = EVIDENCE  # of being of one thing
    counted: bool = False  # whether a value's own words tell what it is of

    def comparable(self, one: T, other: T) -> bool:
        """Whether two values may be of one thing."""
        return self.same(one, other) or self.compare(one, other) is not None


NUMBERS = Sort("number", amounts_of, same_amount, compare_amounts, stands_in, counted=True)
DATES = Sort("date", lambda reading: days_of(reading.article), same_days, compare_days)
LISTS = Sort(
    "participants", lambda reading: lists_of(reading.article), lambda a, b: a == b, compare_lists, least=LISTED
)


def retold_differences(coverage: Coverage, rarity: Rarity) -> Iterator[Difference]:
    """Values that independent articles of the same days tell among the same words, and do not tell alike.

    The sentences are found by the rare words that they share (aligned.py). An article that gives the other's value too
    tells of two things or knows both, so it is none. None is called a conflict: like words are no proof of one thing.
    """
    readings = [r for r in coverage.readings.values() if len(coverage.published(r.article.id) or "") == DAY]
    yield from _differing(coverage, rarity, readings, NUMBERS)
    yield from _differing(coverage, rarity, readings, DATES)
    yield from _differing(coverage, rarity, readings, LISTS)


def _differing(coverage: Coverage, rarity: Rarity, readings: Iterable[Reading], sort: Sort[T]) -> Iterator[Difference]:
    by_article: dict[str, list[Value[T]]] = {}
    for reading in readings:
        article = reading.article
        by_article[article.id] = [
            Value(article.id, span, content, rarity.context(reading, span, sort.counted))
            for span, content in sort.read(reading)
        ]
    values = [value for told in by_article.values() for value in told]
    for one, other in aligned(coverage, rarity, values, sort.comparable, sort.least):
        verdict = None if sort.same(one.content, other.content) else sort.compare(one.content, other.content)
        if verdict is None or (verdict.relation == "open" and not _likely(coverage, one, other)):
            continue
        rough, sharp = (other, one) if verdict.swap else (one, other)
        known = [(rough, sharp)] if verdict.relation == "vaguer" else [(one, other), (other, one)]
        if not any(_gives(coverage, sort, by_article[a.article], b) for a, b in known):
            yield _difference(coverage, sort.kind, verdict, one, other)


def _likely(coverage: Coverage, one: Value[T], other: Value[T]) -> bool:
    """Whether two values that lie apart are of one thing: told within a day, with more words in common, and not each
    with names of its own alone (dead in one town, and in another)."""
    days = abs(coverage.days_between(one.article, other.article) or 0)
    alike = one.context.likeness(other.context) >= APART
    ours, theirs = one.context.names, other.context.names
    if ours and theirs and not ours & theirs:
        return False
    return days <= NEWS and alike and sum(one.context.in_common(other.context).values()) >= LITTLE


def _gives(coverage: Coverage, sort: Sort[T], told: Sequence[Value[T]], value: Value[T]) -> bool:
    """Whether an article with these values gives another one too, of anything that may be the same thing."""
    if sort.stands_in(coverage.readings[told[0].article].article.text, value.content):
        return True
    return any(sort.same(one.content, value.content) and one.context.likeness(value.context) >= REMOTE for one in told)


def _difference(
    coverage: Coverage, kind: DifferenceKind, verdict: Verdict, one: Value[T], other: Value[T]
) -> Difference:
    words = one.context.in_common(other.context)
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
