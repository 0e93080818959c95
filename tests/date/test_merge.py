"""One event across articles."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import bounds, merge
from onrecord.model import Dated, EventKind, EventMention, EventStatus, Span

IDENTITY = {(article, number): f"actor{number}" for article in "abcdef" for number in range(6)}


def mention(
    *who: int,
    kind: EventKind = "meeting",
    place: str | None = None,
    when: str | None = None,
    status: EventStatus = "held",
    at: int = 0,
) -> EventMention:
    return EventMention(kind, who, place, Dated(when, "inferred") if when else Dated(), status, Span(at, at + 10))


def test_two_articles_tell_of_one_meeting() -> None:
    one = mention(0, 1, place="Kremlin", when="2024-03-05")
    two = mention(0, 1, 2, place="Moscow", when="2024-03")
    (event,) = merge([("a", one), ("b", two)], IDENTITY)
    assert event.participants == ("actor0", "actor1", "actor2")
    assert event.when.value == "2024-03-05"
    assert event.mentions == (("a", one.span), ("b", two.span))
    assert len(event.id) == 16


def test_a_visit_and_a_meeting_can_be_one_event_and_a_call_is_another() -> None:
    told = [("a", mention(0, 1, when="2024-03-05")), ("b", mention(0, 1, kind="visit", when="2024-03-05"))]
    assert len(merge(told, IDENTITY)) == 1
    assert len(merge([*told, ("c", mention(0, 1, kind="call", when="2024-03-05"))], IDENTITY)) == 2


def test_other_days_places_or_parties_are_other_events() -> None:
    first = ("a", mention(0, 1, place="Geneva", when="2024-03-05"))
    for other in (
        mention(0, 1, place="Geneva", when="2024-03-06"),
        mention(0, 1, place="Vienna", when="2024-03-05"),
        mention(0, 2, when="2024-03-05"),
        mention(2, 3, place="Geneva", when="2024-03-05"),
    ):
        assert len(merge([first, ("b", other)], IDENTITY)) == 2


def test_one_shared_party_needs_the_same_day() -> None:
    pair = ("a", mention(0, 1, place="Geneva", when="2024-03-05"))
    assert len(merge([pair, ("b", mention(0, place="Geneva", when="2024-03-05"))], IDENTITY)) == 1
    assert len(merge([pair, ("b", mention(0, place="Geneva"))], IDENTITY)) == 2


def test_two_shared_parties_among_others_need_dates() -> None:
    assert len(merge([("a", mention(0, 1, 2)), ("b", mention(0, 1, 3))], IDENTITY)) == 2
    assert (
        len(merge([("a", mention(0, 1, 2, when="2024-03")), ("b", mention(0, 1, 3, when="2024-03-05"))], IDENTITY)) == 1
    )


def test_an_undated_mention_that_fits_two_events_is_not_given_to_either() -> None:
    told = [("a", mention(0, 1, when="2024-03-05")), ("b", mention(0, 1, when="2024-02-05")), ("c", mention(0, 1))]
    assert len(merge(told, IDENTITY)) == 3
    # unless its own article tells of one of them
    own = [*told[:2], ("a", mention(0, 1, at=50))]
    assert sorted(len(event.mentions) for event in merge(own, IDENTITY)) == [1, 2]


def test_what_was_planned_and_then_held_is_held() -> None:
    told = [("a", mention(0, 1, when="2024-03-05", status="planned")), ("b", mention(0, 1, when="2024-03-05"))]
    (event,) = merge(told, IDENTITY)
    assert event.status == "held"


def test_a_party_that_no_collection_knows_does_not_count() -> None:
    (event,) = merge([("a", mention(0, 9, place="Geneva"))], IDENTITY)
    assert event.participants == ("actor0",)


def test_no_mentions_are_no_events() -> None:
    assert merge([], {}) == ()


MENTIONS = st.builds(
    lambda who, **rest: mention(*sorted(who), **rest),
    st.sets(st.integers(0, 4), min_size=1, max_size=3),
    kind=st.sampled_from(["meeting", "visit", "call"]),
    place=st.sampled_from([None, "Moscow", "Kremlin", "Geneva"]),
    when=st.sampled_from([None, "2024", "2024-03", "2024-03-05", "2024-03-06"]),
    status=st.sampled_from(["held", "planned", "cancelled", "rumoured"]),
    at=st.integers(0, 3),
)


@given(st.lists(st.tuples(st.sampled_from("abc"), MENTIONS), max_size=9), st.randoms(use_true_random=False))
def test_order_makes_no_difference_and_nothing_is_lost(
    told: list[tuple[str, EventMention]], chance: random.Random
) -> None:
    events = merge(told, IDENTITY)
    shuffled = told[:]
    chance.shuffle(shuffled)
    assert merge(shuffled, IDENTITY) == events
    assert sum(len(event.mentions) for event in events) == len(set(told))
    assert len({event.id for event in events}) == len(events)
    for event in events:
        dates = [m.when.value for a, m in told if (a, m.span) in event.mentions and m.when.value]
        if event.when.value:
            assert event.when.value in dates
            assert bounds(event.when.value)
