"""The timeline as a picture: a lane for each kind of event, marks by status, undated ones in their own lane.

It is whole without a script. timeline.js draws it again for the range that is looked at, from the rows of the list
(`placed`) and by the same rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Literal, get_args

from onrecord.analyse import Entry
from onrecord.date import bounds
from onrecord.model import EventKind, EventStatus
from onrecord.publish._scale import Scale, Tick

LANES: dict[str, tuple[str, tuple[EventKind, ...]]] = {
    "talks": ("Talks and meetings", ("talks", "meeting", "summit")),
    "contacts": ("Visits and calls", ("visit", "call")),
    "decisions": ("Agreements and votes", ("signing", "vote")),
    "deadlines": ("Deadlines", ("deadline",)),
    "announcements": ("Announcements", ("announcement",)),
    "pressure": ("Sanctions, attacks, tests", ("sanction", "strike", "test")),
}
CELL = 24  # pixels of a mark's place, either way: as large as what can be pressed has to be
STRETCHES = 28  # of the picture without a script, which is then 28 × 24 pixels wide or more
STRAY = 20  # one in so many events may lie before or after what the axis covers; it is drawn at the end
_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)
_LANE_OF = {kind: lane for lane, (_, kinds) in LANES.items() for kind in kinds}

Open = Literal["", "before", "after"]


@dataclass(frozen=True, slots=True)
class Placed:
    """An event on the axis: from the first to the last day that it can have been on, as ordinals. An `open` one has a
    bound on one side alone, which both are."""

    entry: Entry
    lane: str
    first: int
    last: int
    open: Open

    @property
    def span(self) -> str:
        """The days as a value of a row: "2015-03-14", "2015-03-01/2015-03-31"."""
        days = (date.fromordinal(day).isoformat() for day in (self.first, self.last))
        return "/".join(dict.fromkeys(days))


@dataclass(frozen=True, slots=True)
class Mark:
    """The events of a lane with one status in one stretch, those that most voices tell first: at `x` per cent of the
    width and `y` pixels from the top, `size` pixels from its middle. `reach` is where the days of a single one begin
    and end, in per cent, if that is longer than a stretch."""

    x: float
    y: int
    size: float
    status: EventStatus
    overdue: bool
    open: Open
    placed: tuple[Placed, ...]
    reach: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Lane:
    """A kind of event: `statuses` are those that it has a row for, `height` is in pixels, `count` counts its events."""

    id: str
    name: str
    statuses: tuple[EventStatus, ...]
    height: int
    count: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture.

    `first` and `last` are the days of the axis, ISO 8601; `before` and `after` count the events beyond it. `undated`
    are the events of each kind by status, those that most voices tell first; `placed` are all others by id.
    """

    first: str
    last: str
    before: int
    after: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    undated: tuple[tuple[str, tuple[tuple[EventStatus, tuple[Entry, ...]], ...]], ...]
    placed: dict[str, Placed]


def lanes(timeline: Sequence[Entry], covered: Iterable[str | None]) -> Lanes | None:
    """A timeline as a picture; None where no event has a date or a bound. The axis has at least the days `covered`, the
    dates of the first and the last article."""
    placed = [_placed(entry) for entry in timeline if entry.certainty != "undated"]
    if not placed:
        return None
    scale = _axis(placed, covered)
    first, last = (date.fromordinal(day).isoformat() for day in (scale.first, scale.last))
    return Lanes(
        first=first,
        last=last,
        before=sum(one.last < scale.first for one in placed),
        after=sum(one.first > scale.last for one in placed),
        ticks=scale.ticks(STRETCHES * CELL),
        lanes=tuple(_lanes(placed, scale)),
        undated=tuple(_undated(timeline)),
        placed={one.entry.event.id: one for one in placed},
    )


def _placed(entry: Entry) -> Placed:
    event = entry.event
    if event.when.value:
        first, last = bounds(event.when.value)
    else:
        known = [date.fromisoformat(day) for day in (event.earliest, event.latest) if day]
        first, last = min(known), max(known)
    half = bool(event.earliest) != bool(event.latest) and not event.when.value
    way: Open = "" if not half else "before" if event.latest else "after"
    return Placed(entry, _LANE_OF[event.kind], first.toordinal(), last.toordinal(), way)


def _axis(placed: Sequence[Placed], covered: Iterable[str | None]) -> Scale:
    """The days of the coverage and of all events but a few strays at either end."""
    days = [day.toordinal() for value in covered if value for day in bounds(value)]
    stray = len(placed) // STRAY
    firsts, lasts = sorted(one.first for one in placed), sorted(one.last for one in placed)
    return Scale(min([*days, firsts[stray]]), max([*days, lasts[-1 - stray]]))


def _lanes(placed: Sequence[Placed], scale: Scale) -> Iterable[Lane]:
    for id, (name, _) in LANES.items():
        own = [one for one in placed if one.lane == id]
        statuses = tuple(status for status in _STATUSES if any(one.entry.event.status == status for one in own))
        if own:
            yield Lane(id, name, statuses, CELL * len(statuses), len(own), tuple(_marks(own, statuses, scale)))


def _marks(own: Sequence[Placed], statuses: Sequence[EventStatus], scale: Scale) -> Iterable[Mark]:
    groups: dict[tuple[EventStatus, int], list[Placed]] = defaultdict(list)
    for one in own:
        middle = (scale.within(one.first) + scale.within(one.last) + 1) / 2
        groups[one.entry.event.status, scale.stretch(middle, STRETCHES)].append(one)
    for (status, at), found in sorted(groups.items(), key=lambda group: (_STATUSES.index(group[0][0]), group[0][1])):
        found.sort(key=lambda one: -one.entry.voices)
        ways = {one.open for one in found}
        yield Mark(
            x=round(100 * (at + 0.5) / STRETCHES, 2),
            y=CELL // 2 + CELL * statuses.index(status),
            size=_size(sum(one.entry.voices for one in found), len(found)),
            status=status,
            overdue=all(one.entry.overdue for one in found),
            open=ways.pop() if len(ways) == 1 else "",
            placed=tuple(found),
            reach=_reach(found[0], scale) if len(found) == 1 else None,
        )


def _size(voices: int, events: int) -> float:
    """Larger by a step each time the voices double; large enough for a number where it has one."""
    return round(min(max(5 + 1.5 * log2(voices), 9 if events > 1 else 5), 11), 1)


def _reach(one: Placed, scale: Scale) -> tuple[float, float] | None:
    first, last = scale.within(one.first), scale.within(one.last)
    return (scale.begin(first), scale.begin(last + 1)) if last - first > scale.days / STRETCHES else None


def _undated(timeline: Iterable[Entry]) -> Iterable[tuple[str, tuple[tuple[EventStatus, tuple[Entry, ...]], ...]]]:
    told = sorted((entry for entry in timeline if entry.certainty == "undated"), key=lambda entry: -entry.voices)
    for lane, (name, _) in LANES.items():
        own = [entry for entry in told if _LANE_OF[entry.event.kind] == lane]
        groups = ((status, tuple(one for one in own if one.event.status == status)) for status in _STATUSES)
        if own:
            yield name, tuple((status, found) for status, found in groups if found)
