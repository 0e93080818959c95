"""`onrecord movement` and `linkage` on tables: what a person reads, what a program gets, and what goes wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import onrecord
from tests.test_cli import run

MOVES = """id,date,side,voice,option,stance,words
a,2024-01-05,Orlund,Dahlreth,observers,oppose,We refuse any observers.
b,2024-02-09,Orlund,Dahlreth,observers,conditional,"Orlund no longer opposes observers, if they are unarmed."
"""
LINKS = "side,option,needs\nOrlund,territory,guarantees\nKarshevia,guarantees,territory\n"


@pytest.fixture
def moves(tmp_path: Path) -> Path:
    (tmp_path / "moves.csv").write_text(MOVES, encoding="utf-8")
    return tmp_path / "moves.csv"


@pytest.fixture
def links(tmp_path: Path) -> Path:
    (tmp_path / "links.csv").write_text(LINKS, encoding="utf-8")
    return tmp_path / "links.csv"


def test_movement_shows_the_two_quotations_one_below_the_other(moves: Path) -> None:
    shown = run("movement", moves)

    assert shown.exit_code == 0
    assert [line.split()[0] for line in shown.stdout.splitlines()] == ["2024-02-09", "before", "now", "1"]
    assert "oppose → conditional, softer (announced: “no longer opposes”)" in shown.stdout


def test_movement_as_json_as_a_table_and_as_a_picture(moves: Path, tmp_path: Path) -> None:
    out, picture = tmp_path / "out.csv", tmp_path / "out.svg"

    (row,) = map(json.loads, run("movement", moves, "--json").stdout.splitlines())
    done = run("movement", moves, "-o", out, "--chart", picture)
    with out.open(encoding="utf-8", newline="") as lines:
        (written,) = csv.DictReader(lines)

    assert done.exit_code == 0
    assert row == onrecord.movement(moves).moves()[0]
    assert (row["earlier_statement"], row["now_statement"]) == ("a", "b")
    assert {name: written[name] for name in ("date", "before", "after")} == {
        name: row[name] for name in ("date", "before", "after")
    }
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_a_table_holds_no_formula(moves: Path, tmp_path: Path) -> None:
    moves.write_text(MOVES.replace("Orlund,Dahlreth", "=cmd(),Dahlreth"), encoding="utf-8")

    run("movement", moves, "-o", tmp_path / "out.csv")

    assert ",'=cmd()," in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_movement_shows_when_each_stance_was_first_taken(moves: Path) -> None:
    rows = [json.loads(line) for line in run("movement", moves, "--stances", "--json").stdout.splitlines()]

    assert [(row["stance"], row["first"], row["ids"]) for row in rows] == [
        ("oppose", "2024-01-05", ["a"]),
        ("conditional", "2024-02-09", ["b"]),
    ]


def test_linkage_tells_the_deadlock_and_the_order(links: Path) -> None:
    shown = run("linkage", links)

    assert shown.exit_code == 0
    assert "deadlock: guarantees → territory → guarantees (Karshevia, Orlund)" in shown.stdout
    assert "breaks 1 conditions; no order breaks fewer" in shown.stdout


def test_linkage_as_json_and_in_python_is_the_same(links: Path) -> None:
    told = json.loads(run("linkage", links, "--json").stdout)

    rows = [
        {"side": "Orlund", "option": "territory", "needs": "guarantees"},
        {"side": "Karshevia", "option": "guarantees", "needs": "territory"},
    ]
    in_python = onrecord.linkage(rows).values()
    assert told["order"] == in_python["order"]
    assert told["deadlocks"] == in_python["deadlocks"]


def test_linkage_writes_a_table_and_a_picture(links: Path, tmp_path: Path) -> None:
    done = run("linkage", links, "-o", tmp_path / "out.csv", "--chart", tmp_path / "out.vl.json")

    assert done.exit_code == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1].startswith("guarantees,territory")
    assert "vega-lite" in json.loads((tmp_path / "out.vl.json").read_text(encoding="utf-8"))["$schema"]


def test_the_record_of_the_sample_can_be_asked(sample: onrecord.Record) -> None:
    moved, tied = run("movement", sample.path), run("linkage", sample.path)

    assert (moved.exit_code, tied.exit_code) == (0, 0)
    assert "Karshevia on territory.recognition" in moved.stdout
    assert "order:" in tied.stdout


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("movement", "links.csv"), "field 'date'"),
        (("linkage", "moves.csv"), "field 'needs'"),
        (("movement", "none.csv"), "none.csv"),
        (("movement", "none.onrecord"), "there is no such record"),
        (("movement", "moves.csv", "--window", "0"), "a window has a day"),
        (("movement", "moves.csv", "-o", "moves.csv"), "the file that is read"),
        (("movement", "moves.csv", "--chart", "moves.gif"), ".svg"),
        (("linkage", "links.csv", "-o", "nowhere/links.csv"), "nowhere"),
    ],
)
def test_a_mistake_is_named(
    words: tuple[str, ...], named: str, moves: Path, links: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert moves.parent == links.parent
    monkeypatch.chdir(moves.parent)

    failed = run(*words)

    assert failed.exit_code == 2
    assert named in failed.stderr
