"""Columns that fit a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.columns import BETWEEN, LEAST, READABLE, Column, fitted, that_fit

COLUMNS = st.builds(Column, st.integers(1, 300), st.integers(0, 24), st.booleans())


@given(st.lists(COLUMNS, min_size=1, max_size=12), st.integers(1, 300))
def test_words_stay_readable_and_nothing_is_wider_than_it_would_be(columns: list[Column], room: int) -> None:
    widths = fitted(columns, room)

    taken = sum(widths) + BETWEEN * (len(columns) - 1)
    for one, width in zip(columns, widths, strict=True):
        assert (min(one.natural, READABLE) if one.folded else min(one.natural, LEAST)) <= width <= one.natural
    if taken > room:  # then nothing is left to take from
        assert all(
            width <= (READABLE if one.folded else max(one.least, LEAST))
            for one, width in zip(columns, widths, strict=True)
        )


@pytest.mark.parametrize(("room", "widths"), [(200, [26, 10, 90]), (100, [26, 10, 60]), (60, [18, 10, 28])])
def test_words_get_what_is_left_and_the_widest_other_column_loses_first(room: int, widths: list[int]) -> None:
    columns = [Column(26, 0, folded=False), Column(10, 10, folded=False), Column(90, 0, folded=True)]

    assert fitted(columns, room) == widths


def test_where_there_are_too_many_columns_the_first_ones_stay() -> None:
    sides = [Column(12, 0, folded=False) for _ in range(20)]

    assert that_fit(sides, 80) == 8
    assert that_fit(sides, 1) == 1
    assert that_fit(sides[:4], 80) == 4
