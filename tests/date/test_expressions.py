"""Expressions of time: where they are and what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import bounds, find, resolve
from onrecord.date._expressions import Calendar, Constant, Direction, Meaning, Shift, Weekday


@pytest.mark.parametrize(
    ("text", "words", "past"),
    [
        ("The ministers left on 3 March 2015 by train.", "3 March 2015", "2015-03-03"),
        ("It was signed on March 3, 2015.", "March 3, 2015", "2015-03-03"),
        ("Talks on Tuesday, the 3rd of March, went on.", "Tuesday, the 3rd of March", "2024-03-03"),
        ("He wrote it on Sept. 9.", "Sept. 9", "2023-09-09"),
        ("The file is dated 2015-03-04.", "2015-03-04", "2015-03-04"),
        ("A truce of March 2014 holds.", "March 2014", "2014-03"),
        ("They have met since 2012.", "2012", "2012"),
        ("They met in August.", "August", "2023-08"),
        ("They met in May.", "May", None),
        ("They met last March.", "last March", "2023-03"),
        ("On Monday they left.", "Monday", "2024-03-04"),
        ("On THURSDAY they left.", "THURSDAY", "2024-03-07"),
        ("They left last Thursday.", "last Thursday", "2024-02-29"),
        ("They left on Friday.", "Friday", "2024-03-01"),
        ("Yesterday they left.", "Yesterday", "2024-03-06"),
        ("They left three days ago.", "three days ago", "2024-03-04"),
        ("They left two years ago.", "two years ago", "2022"),
        ("They left last month.", "last month", "2024-02"),
        ("They left earlier this year.", "earlier this year", "2024"),
        ("They left this week.", "this week", "2024-03"),
        ("They left in\u00a0March.", "March", "2024-03"),
        ("As he said on “This Week” in August.", "August", "2023-08"),
    ],
)
def test_an_expression_and_its_date(text: str, words: str, past: str | None) -> None:
    # given an article of Thursday, 7 March 2024
    (expression,) = find(text)
    assert text[expression.span.start : expression.span.end] == words
    assert resolve(expression.meaning, "2024-03-07", "past").value == past


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("They meet on Friday.", "2024-03-08"),
        ("They meet on Thursday.", "2024-03-07"),
        ("They meet next Thursday.", "2024-03-14"),
        ("They meet on 15 April.", "2024-04-15"),
        ("They meet tomorrow.", "2024-03-08"),
        ("They meet in two days.", "2024-03-09"),
        ("They meet next month.", "2024-04"),
    ],
)
def test_the_future_lies_ahead(text: str, future: str) -> None:
    (expression,) = find(text)
    assert resolve(expression.meaning, "2024-03-07", "future").value == future


@pytest.mark.parametrize(
    "text",
    [
        "He may march with his May Day friends.",
        "It cost 2,015 crowns, 2015.5 at most, and 1990 % more.",
        "The sun set on a second sat phone.",
        "March 20 percent further",
        "room 2024",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("meaning", "published"),
    [
        (Weekday(4), None),
        (Weekday(4), "2024-03"),
        (Shift("day", -1), "2024"),
        (Shift("month", -1), "2024"),
        (Shift("year", -1), None),
        (Shift("year", -3000), "2024-03-07"),
        (Calendar(None, 3, 3), "2024-03"),
        (Calendar(2023, 2, 29), "2024-03-07"),
        (Calendar(None, 2, 30), "2024-03-07"),
        (Shift("week", -1), "2024-03-07"),  # 26 February to 3 March: neither the one month nor the other
    ],
)
def test_what_cannot_be_known_stays_unknown(meaning: Meaning, published: str | None) -> None:
    date_of = resolve(meaning, published, "past")
    assert (date_of.value, date_of.basis) == (None, "unknown")


def test_the_basis_says_whether_the_words_were_enough() -> None:
    assert resolve(Calendar(2015, 3, 3), None, "past").basis == "text"
    assert resolve(Calendar(None, 3, 3), "2024-03-07", "past").basis == "inferred"
    assert resolve(Weekday(1), "2024-03-07", "past").basis == "inferred"


def test_a_leap_day_is_found_in_a_leap_year_only() -> None:
    assert resolve(Calendar(None, 2, 29), "2024-03-07", "past").value == "2024-02-29"
    assert resolve(Calendar(None, 2, 29), "2023-03-07", "past").value is None


def test_a_day_without_a_year_that_is_far_ahead_is_unknown() -> None:
    assert resolve(Calendar(None, 2, None), "2024-03-07", "future").value is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-03-07T10:00:00Z", date(2024, 3, 7), date(2024, 3, 7)),
    ],
)
def test_bounds_of_a_date(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


PUBLISHED = st.dates(date(1000, 1, 1), date(9990, 12, 31)).map(date.isoformat)
TOWARDS = st.sampled_from([None, "past", "future"])
MEANINGS: st.SearchStrategy[Meaning] = st.one_of(
    st.builds(Calendar, st.none(), st.integers(1, 12), st.none() | st.integers(1, 31), TOWARDS),
    st.builds(Weekday, st.integers(1, 7), TOWARDS),
    st.builds(Shift, st.sampled_from(["day", "week", "month", "year"]), st.integers(-40, 40)),
)


@given(MEANINGS, PUBLISHED)
def test_a_time_in_the_past_is_never_after_publication(meaning: Meaning, published: str) -> None:
    towards = None if isinstance(meaning, Constant) else meaning.towards
    points_ahead = towards == "future" or (isinstance(meaning, Shift) and meaning.by > 0)
    value = resolve(meaning, published, "past").value
    if value is not None and not points_ahead:
        assert bounds(value)[0] <= date.fromisoformat(published)


@given(MEANINGS, PUBLISHED, st.sampled_from(["past", "future"]))
def test_a_date_is_a_year_a_month_or_a_day(meaning: Meaning, published: str, direction: Direction) -> None:
    value = resolve(meaning, published, direction).value
    if value is not None:
        first, last = bounds(value)
        assert first <= last
        assert value in {first.isoformat()[:length] for length in (4, 7, 10)}


_WORDS = "last next this Monday March May 3 2015 , . ago two weeks in of 😀 ‏ﬁ"


@given(st.text() | st.lists(st.sampled_from(_WORDS.split())).map(" ".join))
def test_spans_are_exact_and_do_not_overlap(text: str) -> None:
    at = 0
    for expression in find(text):
        assert at <= expression.span.start < expression.span.end <= len(text)
        assert text[expression.span.start : expression.span.end].strip()
        at = expression.span.end


def test_an_enormous_line_is_read_in_time() -> None:
    assert len(find("on Monday the " * 5_000)) == 5_000
    assert find("a " * 200_000 + "2" * 200_000) == ()
