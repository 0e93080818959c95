"""The table that networks are made from: what it takes, and what it says of rows that can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse._networks import claims, read_claims
from onrecord.errors import InputError


def test_rows_become_claims_by_date_and_those_without_one_come_last() -> None:
    rows: list[dict[str, object]] = [
        {"side": "Orlund", "option": "toll", "value": 1},
        {"side": "Salmera", "actor": "Ann  Lee", "option": "toll", "value": "0", "date": "2024-03-04", "document": 7},
        {"actor": "Rask", "option": "toll", "value": 1.0, "date": "2024"},
    ]

    found = claims(rows)

    assert [(c.id, c.date, c.actor, c.side, c.value, c.document) for c in found.rows] == [
        ("3", "2024", "Rask", None, 1, "row 3"),
        ("2", "2024-03-04", "Ann Lee", "Salmera", 0, "7"),
        ("1", None, None, "Orlund", 1, "row 1"),
    ]
    assert found.boolean


GOOD = {"side": "Orlund", "option": "toll", "value": 1}


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"side": " "}, "actor"),
        ({"option": None}, "option"),
        ({"option": ["toll"]}, "option"),
        ({"value": "maybe"}, "value"),
        ({"value": 0.5}, "value"),
        ({"value": None}, "value"),
        ({"value": "9" * 5000}, "value"),
        ({"date": "4 March"}, "date"),
        ({"date": "2024-02-30"}, "date"),
        ({"id": "1"}, "id"),
    ],
)
def test_a_fault_is_named_by_row_and_field(fault: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as raised:
        claims([GOOD, GOOD | fault], path="talks.csv")

    assert (raised.value.path, raised.value.row, raised.value.field) == ("talks.csv", 2, field)


def test_a_value_off_the_scale_is_a_fault() -> None:
    with pytest.raises(InputError, match="row 1, field 'value': 3 is not on the scale from -2 to 2"):
        claims([GOOD | {"value": 3}], scale=(-2, 2))


def test_no_row_is_a_fault() -> None:
    with pytest.raises(InputError, match="no claim"):
        claims([])


@given(st.lists(st.fixed_dictionaries({"side": st.text(), "option": st.text(), "value": st.text(), "date": st.text()})))
def test_whatever_the_text_rows_are_taken_or_named(rows: list[dict[str, object]]) -> None:
    try:
        taken = len(claims(rows).rows)
    except InputError as error:
        taken, named = 0, error.row is not None
    else:
        named = False
    assert named or taken == len(rows)


def test_a_csv_file_is_read_with_the_names_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        "\ufeffID;Person;Organization;Concept;agreement\r\n9;Lee, Ann;Orlund;toll;no\r\n\r\n10;;Salmera;toll;1\r\n",
        encoding="utf-8",
    )

    found = read_claims(path)

    assert [(c.id, c.actor, c.side, c.option, c.value) for c in found.rows] == [
        ("9", "Lee, Ann", "Orlund", "toll", 0),
        ("10", None, "Salmera", "toll", 1),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"side,value\nOrlund,1\n", "row 1, field 'option': there is no such column"),
        (b"option,value\ntoll,1\n", "row 2, field 'actor': nobody makes this claim"),
        (b"side,option,value,agreement\n", "row 1, field 'value': two columns have this name"),
        (b"side,option,value\nOrlund,toll\n", "row 2, field 'value': 'None' is no whole number"),
        (b"side,option,value\n\xff\xfe,toll,1\n", "not in UTF-8"),
        (b"", "field 'option': there is no such column"),
    ],
)
def test_a_csv_file_that_cannot_be_used_says_why(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "talks.csv"
    path.write_bytes(content)

    with pytest.raises(InputError) as raised:
        read_claims(path)

    assert problem in str(raised.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_claims(tmp_path / "none.csv")
