"""Whether two articles tell of one event: kind, place, time and who took part."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from onrecord.date._resolve import bounds
from onrecord.date._vocabulary import alike, vocabulary
from onrecord.date._windows import Window, common, news_of
from onrecord.model import Dated, EventMention

BASES = ("metadata", "page", "url", "text", "inferred", "unknown")
DAY = len("2015-03-30")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with its participants as actors, when its article was published, and the words of its time.

    `sides` gives the state or body that a participant speaks for, where the record has it as an actor; `free` are
    persons who are known to speak for nobody.
    """

    article: str
    mention: EventMention
    actors: frozenset[str]
    written: Window
    time: str | None
    sides: tuple[tuple[str, str], ...] = ()
    free: frozenset[str] = frozenset()

    @property
    def timeless(self) -> bool:
        """Whether neither its words nor its article say when it was."""
        return news_of(self.mention, self.written) == Window()


@dataclass(slots=True)
class Cluster:
    """The mentions that tell of one event."""

    told: list[Told] = field(default_factory=list)

    @property
    def actors(self) -> frozenset[str]:
        """All who take part, by any mention."""
        return frozenset().union(*(t.actors for t in self.told))

    def parties(self) -> list[str]:
        """All who take part, without the states and bodies that somebody speaks for whom another mention names."""
        spoken_for = {side for t in self.told for _, side in t.sides}
        beside = {side for t in self.told for _, side in t.sides if side in t.actors}
        return sorted(self.actors - (spoken_for - beside))

    def dates(self) -> list[Dated]:
        """The dates that mentions give, the finest first."""
        known = {t.mention.when for t in self.told if t.mention.when.value}
        return sorted(known, key=lambda d: (-len(d.value or ""), d.value or "", BASES.index(d.basis)))

    def fits(self, new: Told) -> bool:
        """Whether a mention can tell of this event, seen against every mention that it has."""
        first = self.told[0].mention
        same_kind = alike(first.kind, new.mention.kind)
        places = all(_agree(t.mention.place, new.mention.place) for t in self.told)
        dates = all(_compatible(d.value, new.mention.when.value) for d in self.dates())
        news = common(news_of(t.mention, t.written) for t in (*self.told, new))
        return same_kind and places and dates and not news.empty and self._same_parties(new) and self._same_time(new)

    def _same_parties(self, new: Told) -> bool:
        if not (self.actors and new.actors):
            return self._tells_without_names(new)
        shared = self.actors & new.actors
        one_in_other = bool(shared) and (new.actors <= self.actors or self.actors <= new.actors)
        both_dated = bool(new.mention.when.value and self.dates())
        if len(shared) >= 2 and (one_in_other or both_dated):
            return True
        here = self._in(new.article)
        if one_in_other and (self._same_day(new) or here):
            return True
        close = self._same_day(new) or here or self._same_words(new)
        return close and all(_stand_for_each_other(t, new) for t in self.told)

    def _tells_without_names(self, new: Told) -> bool:
        """Where one names nobody the day must tell, and for what happens often the place as well."""
        placed = new.mention.place is not None and any(t.mention.place for t in self.told)
        kind = vocabulary().kinds[new.mention.kind]
        return self._same_day(new) and (placed or kind.rare or self._in(new.article))

    def _same_time(self, new: Told) -> bool:
        """A mention that nothing dates joins one of another article only by the same words of time: two meetings of the
        same people in different years look alike."""
        timeless = new.timeless or all(t.timeless for t in self.told)
        return not timeless or self._in(new.article) or self._same_words(new)

    def _same_day(self, new: Told) -> bool:
        return any(d.value == new.mention.when.value and len(d.value or "") == DAY for d in self.dates())

    def _same_words(self, new: Told) -> bool:
        return new.time is not None and new.timeless and any(t.time == new.time for t in self.told)

    def _in(self, article: str) -> bool:
        return any(t.article == article for t in self.told)


def _stand_for_each_other(one: Told, other: Told) -> bool:
    """Whether each who is named by one is named by the other, or a state or body there speaks for him, or he for it:
    "Witkoff and Kushner met Putin", "US envoys met Putin". Two envoys of one state are two people; who is known to
    speak for nobody may be one of those unnamed, where two more agree."""
    behind = dict((*one.sides, *other.sides))
    whole = not one.free and not other.free
    here, there = _standing(one, other, behind), _standing(other, one, behind)
    least = 1 if whole else 2
    return (
        len(here) >= least
        and len(there) >= least
        and one.actors <= here | one.free
        and other.actors <= there | other.free
    )


def _standing(some: Told, others: Told, behind: Mapping[str, str]) -> Set[str]:
    sides = {behind[actor] for actor in others.actors if actor in behind}
    return {a for a in some.actors if a in others.actors or behind.get(a) in others.actors or a in sides}


def _agree(a: str | None, b: str | None) -> bool:
    if not a or not b or a.casefold() == b.casefold():
        return True
    within = vocabulary().within
    return within.get(a, a) == within.get(b, b)


def _compatible(a: str | None, b: str | None) -> bool:
    if not a or not b or a == b:
        return True
    (first_a, last_a), (first_b, last_b) = bounds(a), bounds(b)
    return (first_a <= first_b and last_b <= last_a) or (first_b <= first_a and last_a <= last_b)
