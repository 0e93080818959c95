"""How often the same claim counts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse._networks import Claims, without_duplicates
from onrecord.analyse._networks._days import dna_week, granularity, week
from onrecord.analyse._networks._duplicates import Once
from tests.analyse.networks.made import table


def said() -> Claims:
    """Orlund is for the toll again and again, once against it."""
    return table(
        ("Orlund", "toll", 1, "2024-01-01", "a"),  # Monday
        ("Orlund", "toll", 1, "2024-01-01", "a"),
        ("Orlund", "toll", 1, "2024-01-07", "b"),  # Sunday of that week
        ("Orlund", "toll", 1, "2024-01-08", "c"),
        ("Orlund", "toll", 0, "2024-01-09", "c"),
        ("Orlund", "toll", 1, "2024-02-01", "d"),
        ("Orlund", "toll", 1, "2025-01-01", "e"),
        ("Orlund", "toll", 1, "2025", "f"),
        ("Orlund", "toll", 1, "", "g"),
    )


@pytest.mark.parametrize(
    ("once", "left"),
    [
        ("kept", 9),
        ("document", 8),
        ("week", 7),  # three of four in January 2024 and the one against; where the day is unknown, documents count
        ("month", 6),
        ("year", 4),
        ("range", 2),
        ("dna-month", 5),
    ],
)
def test_a_claim_counts_once(once: Once, left: int) -> None:
    assert len(without_duplicates(said(), once, speaker="side", by_value=True).rows) == left


def test_without_values_for_and_against_are_one() -> None:
    assert len(without_duplicates(said(), "range", speaker="side", by_value=False).rows) == 1


def test_weeks_of_the_other_program_begin_on_sunday_and_have_no_year() -> None:
    assert [week(day) for day in ("2024-01-07", "2024-12-30")] == [(2024, 1), (2025, 1)]
    assert [dna_week(day) for day in ("2024-01-01", "2024-01-07", "2024-12-28", "2024-12-29")] == [1, 2, 52, 1]
    assert dna_week("2024") is None


@given(st.dates(date(1583, 1, 1), date(9998, 12, 31)))
def test_a_week_of_the_other_program_has_seven_days(day: date) -> None:
    # given any day, then all days from its Sunday to its Saturday have one number
    sunday = date.fromordinal(day.toordinal() - day.isoweekday() % 7)
    numbers = {dna_week(date.fromordinal(sunday.toordinal() + after).isoformat()) for after in range(7)}

    assert len(numbers) == 1


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2024", "year"),
        ("2024-02", "month"),
        ("2024-02-29", "day"),
        ("2023-02-29", None),
        ("٢٠٢٤", None),
        ("0000", None),
    ],
)
def test_dates_have_a_granularity(written: str, known: str | None) -> None:
    assert granularity(written) == known
