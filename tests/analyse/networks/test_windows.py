"""Windows of time, and of so many claims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse._networks import Claims, between, by_days, by_number
from onrecord.errors import InputError
from tests.analyse.networks.made import table


def said() -> Claims:
    days = ("2024-03-01", "2024-03-05", "2024-03-20", "2024-03-21", "2024-03", "")
    return table(*[("Orlund", f"option {number}", 1, day) for number, day in enumerate(days)])


def dates(claims: Claims) -> list[str | None]:
    return [claim.date for claim in claims.rows]


def test_a_range_takes_both_its_days_and_only_what_is_dated_to_the_day() -> None:
    assert dates(between(said(), "2024-03-05", "2024-03-20")) == ["2024-03-05", "2024-03-20"]
    assert dates(between(said(), until="2024-03-01")) == ["2024-03-01"]
    assert len(between(said()).rows) == 6


def test_windows_of_days_follow_each_other_and_an_empty_one_is_told() -> None:
    windows = list(by_days(said(), 7))

    assert [(w.first, w.last, len(w.claims.rows)) for w in windows] == [
        ("2024-03-01", "2024-03-07", 2),
        ("2024-03-08", "2024-03-14", 0),
        ("2024-03-15", "2024-03-21", 2),
    ]


def test_windows_of_claims_overlap_by_the_step_and_all_are_full() -> None:
    windows = list(by_number(said(), 3, 1))

    assert [(w.first, w.last) for w in windows] == [("2024-03-01", "2024-03-20"), ("2024-03-05", "2024-03-21")]


@given(days=st.integers(1, 40), step=st.integers(1, 40))
def test_every_dated_claim_is_in_a_window_when_windows_leave_no_gap(days: int, step: int) -> None:
    windows = list(by_days(said(), days, min(days, step)))

    assert {day for window in windows for day in dates(window.claims)} == {
        "2024-03-01",
        "2024-03-05",
        "2024-03-20",
        "2024-03-21",
    }


@pytest.mark.parametrize(("since", "problem"), [("March", "is no day"), ("2024-03", "is no day")])
def test_a_bound_that_is_no_day_is_a_fault(since: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        between(said(), since)


def test_a_window_of_nothing_is_a_fault() -> None:
    with pytest.raises(InputError, match="0 is too few"):
        list(by_days(said(), 0))
    with pytest.raises(InputError, match="-1 is too few"):
        list(by_number(said(), 2, -1))


def test_a_wrong_year_does_not_make_a_million_windows() -> None:
    claims = table(("Orlund", "toll", 1, "0201-03-01"), ("Orlund", "bridge", 1, "9999-12-31"))

    with pytest.raises(InputError, match="Look for a wrong year"):
        list(by_days(claims, 7))
    assert [window.last for window in by_days(claims, 4_000_000)] == ["9999-12-31"]
