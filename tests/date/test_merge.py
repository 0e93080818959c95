"""One event across articles."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import bounds, merge
from onrecord.model import Actor, Article, Dated, EventKind, EventMention, EventStatus, Span
from tests.made import article

IDENTITY = {(article, number): f"actor{number}" for article in "abcdef" for number in range(6)}


def mention(
    *who: int,
    kind: EventKind = "meeting",
    place: str | None = None,
    when: str | None = None,
    status: EventStatus = "held",
    at: int = 0,
) -> EventMention:
    dated = Dated(when, "inferred") if when else Dated()
    return EventMention(kind, who, place, dated, status, Span(at, at + 10), Span(at, at + 4))


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


BODIES = (
    Actor("actor3", "Norway", "state", "Norway", ()),
    Actor("actor4", "Kenya", "state", "Kenya", ()),
    Actor("actor0", "Ilse Marden", "person", "Norway", ()),
    Actor("actor1", "Tomas Okello", "person", "Kenya", ()),
    Actor("actor2", "Dag Brenner", "person", None, ()),
    Actor("actor5", "Liv Dahl", "person", "Norway", ()),
)


def test_envoys_and_the_state_they_speak_for_are_one_event() -> None:
    told = [("a", mention(0, 2, 1, when="2024-03-05")), ("b", mention(3, 4, when="2024-03-05"))]
    (event,) = merge(told, IDENTITY, actors=BODIES)
    assert event.participants == ("actor0", "actor1", "actor2")  # who speaks for a state stands for it
    both = [("a", mention(0, 3, 1, when="2024-03-05")), ("b", mention(3, 4, when="2024-03-05"))]
    assert "actor3" in merge(both, IDENTITY, actors=BODIES)[0].participants


def test_two_envoys_of_one_state_on_one_day_are_two_meetings() -> None:
    told = [("a", mention(0, 1, when="2024-03-05")), ("b", mention(5, 1, when="2024-03-05"))]
    assert len(merge(told, IDENTITY, actors=BODIES)) == 2
    through_the_state = [*told, ("c", mention(3, 4, when="2024-03-05"))]
    assert len(merge(through_the_state, IDENTITY, actors=BODIES)) >= 2


def test_states_join_envoys_by_the_day_the_words_or_the_article_and_nothing_less() -> None:
    assert len(merge([("a", mention(0, 1, when="2024-03")), ("b", mention(3, 4))], IDENTITY, actors=BODIES)) == 2
    assert len(merge([("a", mention(0, 1)), ("a", mention(3, 4, at=50))], IDENTITY, actors=BODIES)) == 1


def test_what_is_rare_and_names_nobody_is_told_by_its_day() -> None:
    signed = ("a", mention(0, 1, kind="signing", when="2024-03-05"))
    assert len(merge([signed, ("b", mention(kind="signing", when="2024-03-05"))], IDENTITY)) == 1
    assert len(merge([signed, ("b", mention(kind="signing", when="2024-03-06"))], IDENTITY)) == 2
    met = ("a", mention(0, 1, when="2024-03-05"))
    assert len(merge([met, ("b", mention(when="2024-03-05"))], IDENTITY)) == 2


def test_a_place_is_one_however_it_is_written() -> None:
    told = [
        ("a", mention(0, 1, place="geneva", when="2024-03-05")),
        ("b", mention(0, 1, place="Geneva", when="2024-03-05")),
    ]
    assert [event.place for event in merge(told, IDENTITY)] == ["Geneva"]


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


def published(**days: str | None) -> dict[str, Article]:
    return {name: article(name, "On Tuesday they met.", published=day) for name, day in days.items()}


def test_undated_meetings_of_different_years_never_join() -> None:
    told = [("a", mention(0, 1)), ("b", mention(0, 1))]
    assert len(merge(told, IDENTITY, published(a="2013-05-01", b="2018-05-01"))) == 2
    assert len(merge(told, IDENTITY, published(a="2018-05-01", b="2018-05-03"))) == 1


def test_without_any_date_only_the_same_words_of_time_join() -> None:
    on_tuesday = replace(mention(0, 1, place="Kremlin"), time=Span(3, 10))
    articles = published(a=None, b=None)
    assert len(merge([("a", on_tuesday), ("b", on_tuesday)], IDENTITY, articles)) == 1
    assert len(merge([("a", on_tuesday), ("b", mention(0, 1, place="Kremlin"))], IDENTITY, articles)) == 2


def test_articles_bound_an_event_without_a_date() -> None:
    told = [("a", mention(0, 1, status="planned")), ("b", mention(0, 1))]
    (event,) = merge(told, IDENTITY, published(a="2018-05-01", b="2018-05-09"))
    assert (event.when.value, event.earliest, event.latest) == (None, "2018-05-01", "2018-05-09")


WRITTEN = st.sampled_from([None, "2013-05-01", "2018-05-01", "2024-03-05", "2024"])


@given(st.lists(st.tuples(st.sampled_from("abc"), MENTIONS), max_size=8), st.tuples(WRITTEN, WRITTEN, WRITTEN))
def test_bounds_are_days_in_order_and_hold_the_date(
    told: list[tuple[str, EventMention]], days: tuple[str | None, str | None, str | None]
) -> None:
    articles = published(**dict(zip("abc", days, strict=True)))
    for event in merge(told, IDENTITY, articles):
        assert not (event.earliest and event.latest) or event.earliest <= event.latest
        if event.when.value:
            first, last = bounds(event.when.value)
            assert (event.earliest or "") <= last.isoformat()
            assert (event.latest or "9999") >= first.isoformat()
        undated = {articles[name].published.value for name, _ in event.mentions if articles[name].published.value}
        values = {m.when.value for name, m in told if (name, m.span) in event.mentions}
        if values == {None}:
            assert not {"2013-05-01", "2018-05-01"} <= undated
