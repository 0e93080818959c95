"""Tables in and out: what spreadsheets write is read as it was meant, and never in silence as something else."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import tables
from onrecord.errors import InputError

PATH = Path("talks.csv")
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
formulas = st.builds("".join, st.lists(st.sampled_from(["'", "=", "+", "-", "@", "\t", "x"]), max_size=5))


def rows(text: str) -> list[tuple[int, dict[str, str]]]:
    return list(tables.read(text, PATH)[1])


@pytest.mark.parametrize(
    "text",
    [
        "side,option\nOrlund,toll\n",
        "Side;Option\r\nOrlund;toll\r\n",
        "side\toption\rOrlund\ttoll\r",
        "sep=;\r\nside;option\r\nOrlund;toll\r\n",
        ",side,option\n0,Orlund,toll\n",  # the column of numbers that a data frame writes
        "side,option,,\nOrlund,toll,,\n,,,\n",
    ],
)
def test_what_spreadsheets_write_is_read(text: str) -> None:
    assert rows(text) == [(2, {"side": "Orlund", "option": "toll"})]


@pytest.mark.parametrize(
    ("text", "row", "says"),
    [
        ("side,value\nOrlund,1\nOrlund,1,5\n", 3, "it has 3 cells, and the first row names 2 columns"),
        ('side,value\nOrlund,1\n"Karshevia,0\nSalmera,1\n', 3, "no CSV"),
        ("side,words\nOrlund," + "x" * 200_000 + "\n", 2, "field larger than field limit"),
    ],
)
def test_a_row_that_would_be_read_as_something_else_is_named(text: str, row: int, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        rows(text)
    assert caught.value.row == row


def test_rows_are_numbered_as_a_spreadsheet_does_also_after_a_cell_of_two_lines() -> None:
    text = 'side,words\nOrlund,"two\nlines"\n\nKarshevia,one\n'

    assert [number for number, _ in rows(text)] == [2, 4]


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    for encoding in ("cp1251", "utf-16"):
        (tmp_path / "t.csv").write_bytes("side\nОрлунд\n".encode(encoding))
        with pytest.raises(InputError, match="not in UTF-8"):
            tables.text_of(tmp_path / "t.csv")


@given(cells=st.lists(st.one_of(words, formulas), min_size=1, max_size=4))
def test_what_is_written_comes_back_and_starts_no_formula(cells: list[str]) -> None:
    names = [f"c{number}" for number in range(len(cells))]
    written = tables.written([dict(zip(names, cells, strict=True))], names)

    (_, seen) = csv.reader(io.StringIO(written, newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in seen)
    back = [row for _, row in rows(written)]
    assert back == ([dict(zip(names, cells, strict=True))] if any(map(str.strip, seen)) else [])


@given(text=st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    with suppress(InputError):  # nothing else may come out
        rows(text)


def test_numbers_lists_and_names_with_values_are_cells() -> None:
    row = {"p": -2, "spans": [[0, 5], [9, 12]], "ids": ["a", "=b"], "shares": {"Orlund": 0.5}}

    assert tables.written([row], [*row, "none"]) == (
        'p,spans,ids,shares,none\n-2,0-5; 9-12,a; =b,"{""Orlund"": 0.5}",\n'
    )
