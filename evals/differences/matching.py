"""When a difference that was found is one that was labelled, and what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.analyse import sentence
from onrecord.model import Article, Difference, DifferenceKind, DifferenceRelation, Span, Telling


class Place(NamedTuple):
    """Words of an article, by its id."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A labelled difference, its earlier or vaguer telling first. `sure` is false where a reader could differ."""

    kind: DifferenceKind
    relation: DifferenceRelation
    one: Place
    other: Place
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Compared:
    """A labelled collection with what the program found in it."""

    name: str
    part: str
    articles: Mapping[str, Article]
    marked: tuple[Marked, ...]
    found: tuple[Difference, ...]

    def meets(self, found: Difference, marked: Marked) -> bool:
        """Whether they are of one kind and stand in the same sentences, in either order."""
        there = (marked.one, marked.other)
        both = all(self._near(told, place) for told, place in zip((found.one, found.other), there, strict=True))
        crossed = all(self._near(told, place) for told, place in zip((found.other, found.one), there, strict=True))
        return found.kind == marked.kind and (both or crossed)

    def _near(self, told: Telling, place: Place) -> bool:
        if told.article != place.article:
            return False
        around = sentence(self.articles[told.article], place.span)
        return told.span.start < around.end and around.start < told.span.end

    @property
    def hits(self) -> list[tuple[Difference, Marked]]:
        """What was found and is labelled."""
        return [(d, m) for d in self.found for m in self.marked if self.meets(d, m)]

    @property
    def missed(self) -> list[Marked]:
        """What the reader was sure of and the program did not find."""
        return [m for m in self.marked if m.sure and not any(self.meets(d, m) for d in self.found)]

    @property
    def wrong(self) -> list[Difference]:
        """What the program found and the reader did not."""
        return [d for d in self.found if not any(self.meets(d, m) for m in self.marked)]


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts of differences: of those `marked` (by a sure reader) `met` were found, of those `found` `wrong` are not
    labelled. `related` of the met have the labelled relation. `contradictions` were called a conflict though they are
    labelled as something else, or not at all."""

    marked: int
    met: int
    found: int
    wrong: int
    related: int
    contradictions: int

    @property
    def precision(self) -> float | None:
        """Percent; None where nothing was found."""
        return 100 * (self.found - self.wrong) / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Percent; None where nothing is labelled."""
        return 100 * self.met / self.marked if self.marked else None


def score(compared: Iterable[Compared], kind: DifferenceKind | None = None) -> Scores:
    """The counts, of one kind or of all. What the reader was not sure of counts neither for nor against."""
    counts: Counter[str] = Counter()
    for one in compared:
        sure = [m for m in one.marked if m.sure and kind in (None, m.kind)]
        hits = [(d, m) for d, m in one.hits if m.sure and kind in (None, m.kind)]
        wrong = [d for d in one.wrong if kind in (None, d.kind)]
        met = {m for _, m in hits}
        counts["marked"] += len(sure)
        counts["met"] += len(met)
        counts["found"] += len({d.id for d, _ in hits}) + len(wrong)
        counts["wrong"] += len(wrong)
        counts["related"] += sum(any(d.relation == m.relation for d, of in hits if of == m) for m in met)
        not_conflicts = [*(d for d, m in hits if m.relation != "conflict"), *wrong]
        counts["contradictions"] += len({d.id for d in not_conflicts if d.relation == "conflict"})
    return Scores(*(counts[name] for name in Scores.__slots__))
