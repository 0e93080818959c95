"""The timeline as a picture: where marks stand, and what they count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import analyse
from onrecord.model import Dated, Event, EventKind, EventStatus
from onrecord.publish._lanes import CELL, LANES, STRETCHES, Lanes, Mark, lanes
from onrecord.publish._scale import Scale
from tests.publish import events

COVERED = tuple(value for value, _ in events.DATES)
DAYS = st.integers(date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal())


def drawn(told: Sequence[Event] = events.EVENTS, covered: Sequence[str | None] = COVERED) -> Lanes:
    found = lanes(analyse.timeline(told, events.ARTICLES, ()), covered)
    assert found
    return found


def marks(found: Lanes) -> list[Mark]:
    return [mark for lane in found.lanes for mark in lane.marks]


def mark_of(found: Lanes, event: str) -> Mark:
    return next(mark for mark in marks(found) if any(one.entry.event.id == event for one in mark.placed))


def on(day: str, id: str = "e", status: EventStatus = "held", kind: EventKind = "talks") -> Event:
    return Event(id, kind, (), None, Dated(day, "text"), status, events.EVENTS[0].mentions)


def test_every_kind_of_event_has_one_lane() -> None:
    kinds = [kind for _, kinds in LANES.values() for kind in kinds]
    assert sorted(kinds) == sorted(get_args(EventKind))


def test_every_event_is_drawn_once_and_those_that_nothing_dates_apart() -> None:
    found = drawn()
    placed = [one.entry.event.id for mark in marks(found) for one in mark.placed]
    apart = [entry.event.id for _, groups in found.undated for _, entries in groups for entry in entries]
    assert sorted(placed + apart) == sorted(event.id for event in events.EVENTS)
    assert set(apart) == {"e-some-day", "e-some-plan"}
    assert set(found.placed) == set(placed)
    assert sum(lane.count for lane in found.lanes) == len(placed)


def test_the_axis_has_all_of_the_coverage_and_of_the_events() -> None:
    found = drawn()
    assert (found.first, found.last) == ("2031-01-12", "2031-03-30")
    assert drawn((on("2031-02-10"),)).first == COVERED[0]


def test_a_stray_event_does_not_stretch_the_axis_and_is_counted() -> None:
    many = [on(f"2031-02-{day:02}", f"e-{day}") for day in range(1, 21)]
    found = drawn([*many, on("1979", "e-old")])
    assert (found.first, found.before, found.after) == (COVERED[0], 1, 0)
    assert min(mark.x for mark in marks(found)) == mark_of(found, "e-old").x


def test_a_status_has_a_row_of_its_own_and_events_side_by_side_are_counted() -> None:
    found = drawn((on("2031-02-10", "a"), on("2031-02-10", "b"), on("2031-02-10", "c", "planned")))
    (lane,) = found.lanes
    assert lane.statuses == ("held", "planned")
    assert lane.height == 2 * CELL
    assert [(mark.y, len(mark.placed)) for mark in lane.marks] == [(CELL // 2, 2), (CELL + CELL // 2, 1)]


def test_what_is_bounded_on_one_side_is_open_on_the_other() -> None:
    found = drawn()
    assert mark_of(found, "e-signed").open == "before"
    assert mark_of(found, "e-vote").open == "after"
    assert mark_of(found, "e-between").open == ""
    assert found.placed["e-between"].span == "2031-01-20/2031-03-10"
    assert found.placed["e-call"].span == "2031-03-07"


def test_a_month_stands_in_its_middle_and_reaches_over_its_days() -> None:
    found = drawn()
    mark = mark_of(found, "e-month")
    assert mark.reach is not None
    low, high = mark.reach
    assert low < mark.x < high
    assert mark_of(found, "e-call").reach is None


def test_a_plan_whose_time_has_passed_is_told_from_one_to_come() -> None:
    found = drawn()
    assert mark_of(found, "e-visit").overdue
    assert not mark_of(found, "e-summit").overdue


def test_more_voices_make_a_larger_mark() -> None:
    found = drawn()
    assert mark_of(found, "e-summit").size > mark_of(found, "e-visit").size


def test_without_any_day_there_is_no_picture() -> None:
    undated = [event for event in events.EVENTS if event.id.startswith("e-some")]
    assert lanes(analyse.timeline(undated, events.ARTICLES, ()), COVERED) is None


@given(DAYS, DAYS, st.integers(200, 2000))
def test_names_of_the_axis_have_room_and_stand_in_order(a: int, b: int, width: int) -> None:
    scale = Scale(min(a, b), max(a, b))
    ticks = scale.ticks(width)
    assert all(0 <= tick.x < 100 for tick in ticks)
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)
    assert len({tick.name for tick in ticks}) == len(ticks)
    if scale.days < 200_000:
        assert len(ticks) <= width // 45


@given(DAYS, DAYS, st.floats(0, 1))
def test_a_day_lies_in_a_stretch_of_the_axis(a: int, b: int, share: float) -> None:
    scale = Scale(min(a, b), max(a, b))
    day = scale.first + share * (scale.days - 1)
    at = scale.stretch(day + 0.5, STRETCHES)
    assert 0 <= at < STRETCHES
    assert 100 * at / STRETCHES <= 100 * (day + 0.5 - scale.first) / scale.days + 1e-6


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2031-03-01", "2031-03-04", ["1 Mar 2031", "2 Mar 2031", "3 Mar 2031", "4 Mar 2031"]),
        ("2031-03-01", "2031-03-20", ["3 Mar 2031", "10 Mar 2031", "17 Mar 2031"]),
        ("2031-01-15", "2031-06-15", ["Feb 2031", "Mar 2031", "Apr 2031", "May 2031", "Jun 2031"]),
        ("2029-05-01", "2031-06-15", ["2030", "2031"]),
        ("1979-05-01", "2031-06-15", ["1980", "1990", "2000", "2010", "2020", "2030"]),
    ],
)
def test_the_axis_names_days_weeks_months_or_years(first: str, last: str, names: list[str]) -> None:
    scale = Scale(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    assert [tick.name for tick in scale.ticks(450)] == names
