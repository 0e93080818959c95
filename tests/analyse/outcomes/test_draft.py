"""A table from a record: what is known is filled in, and nothing else."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from onrecord import code
from onrecord.analyse import Cells
from onrecord.analyse._outcomes import draft
from onrecord.analyse._outcomes.files import plain
from onrecord.errors import CodebookError, InputError
from onrecord.model import Cell, Ground, Stance

BOOK = """
name: valley
issues:
  - id: troops
    name: Withdrawal of troops
    description: whether the troops leave the valley
    options:
      - {id: stay, name: They stay, description: no withdrawal, place: 0}
      - {id: phased, name: In phases, description: over a year, place: 40}
      - {id: leave, name: At once, description: all of them now, place: 100}
  - id: gas
    name: Price of gas
    description: what gas costs
    options:
      - {id: market, name: Market price, description: as on the exchange}
"""


def cell(
    side: str, issue: str, option: str, stance: Stance, voices: int, statements: int, basis: Ground = "own"
) -> Cell:
    ids = tuple(f"{side}-{issue}-{option}-{stance}-{number}" for number in range(statements))
    return Cell(side, None, issue, option, stance, None, None, ids, voices, voices, voices, voices, basis)


def drafted(*of_sides: Cell, book: str = BOOK) -> list[dict[str, str]]:
    text = draft(Cells((), of_sides), (), code.codebook_of(book))
    return list(csv.DictReader(io.StringIO(text)))


def positions(rows: list[dict[str, str]]) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["actor"], row["issue"]): row for row in rows if row["what"] == "position"}


def test_a_position_is_the_mean_place_of_what_a_side_supports() -> None:
    rows = drafted(
        cell("Orlund", "troops", "leave", "support", voices=3, statements=5),
        cell("Orlund", "troops", "phased", "conditional", voices=2, statements=2),
        cell("Orlund", "troops", "stay", "oppose", voices=4, statements=4),
    )
    found = positions(rows)["Orlund", "troops"]
    assert found["position"] == "85"  # (3 · 100 + ½ · 2 · 40) / 4
    assert found["label"] == "support leave: 3; conditional phased: 2; oppose stay: 4"
    assert float(found["spread"]) > 0


def test_more_voices_make_a_position_surer() -> None:
    few, many = (
        positions(drafted(cell("Orlund", "troops", "leave", "support", voices, voices)))["Orlund", "troops"]["spread"]
        for voices in (1, 16)
    )
    assert float(few) == pytest.approx(4 * float(many), abs=0.3)  # by the root of their number


def test_salience_is_the_share_of_attention() -> None:
    found = positions(
        drafted(
            cell("Orlund", "troops", "leave", "support", 3, statements=5),
            cell("Orlund", "gas", "market", "support", 1, statements=1),
            cell("Karshevia", "gas", "market", "oppose", 2, statements=2),
        )
    )
    # one more is counted for each of the two issues: (5 + 1) / (6 + 2), (1 + 1) / (6 + 2), (2 + 1) / (2 + 2)
    assert [found[key]["salience"] for key in sorted(found)] == ["0.75", "0.25", "0.75"]
    assert {row["capability"] for row in found.values()} == {"1"}


def test_what_is_not_known_stays_empty() -> None:
    rows = drafted(
        cell("Orlund", "gas", "market", "support", 1, 1),  # the option has no place
        cell("Karshevia", "troops", "leave", "oppose", 2, 2),  # against one place is not for another
        cell("Vessel", "troops", "leave", "support", 2, 2, basis="reported"),  # others' word for it
    )
    found = positions(rows)
    assert {key: row["position"] for key, row in found.items()} == {("Orlund", "gas"): "", ("Karshevia", "troops"): ""}
    assert [row["position"] for row in rows if row["what"] == "option"] == ["0", "40", "100", ""]


def test_an_incomplete_table_says_which_row_to_fill_in() -> None:
    text = draft(Cells((), (cell("Karshevia", "troops", "leave", "oppose", 2, 2),)), (), code.codebook_of(BOOK))
    with pytest.raises(InputError, match="delete the row") as caught:
        plain.read(text, Path("talks.csv"))
    assert (caught.value.row, caught.value.field) == (6, "position")


def test_a_complete_one_is_a_table() -> None:
    rows = draft(Cells((), (cell("Orlund", "troops", "leave", "support", 2, 2),)), (), code.codebook_of(BOOK))
    table = plain.read(rows, Path("talks.csv"))
    assert [(one.party, one.position) for one in table.stakes] == [("Orlund", 100)]
    assert [mark.place for mark in table.scales[0].marks] == [0, 40, 100]


def test_a_place_off_the_scale_is_a_fault_of_the_codebook() -> None:
    with pytest.raises(CodebookError, match=r"troops\.options\.leave\.place"):
        code.codebook_of(BOOK.replace("place: 100", "place: 101"))
