"""The commands on what people decided."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

import onrecord
from tests.store.test_judged import TRUCE, again, built, decided, position, the
from tests.test_cli import run


@pytest.fixture
def record(tmp_path: Path) -> onrecord.Record:
    """A record on which two people differ in a stance and agree otherwise."""
    made = built(tmp_path / "r.onrecord")
    decided(made, "accept", the("hold fire", made), by="mira")
    decided(made, "position", the("hold fire", made), position(TRUCE, "oppose"), by="ole")
    decided(made, "accept", the("toll could stay", made), by="mira")
    decided(made, "accept", the("toll could stay", made), by="ole")
    decided(made, "position", the("hold fire", made), position(TRUCE, "unclear"), by="mira")
    return again(made)


def test_the_log_is_listed_with_and_without_the_name_of_the_command(record: onrecord.Record) -> None:
    short, long = run("judgements", record.path), run("judgements", "list", record.path)
    rows = [json.loads(line) for line in run("judgements", record.path, "--json").stdout.splitlines()]

    assert short.exit_code == 0
    assert short.stdout == long.stdout
    assert [(row["by"], row["kind"], row["text"]) for row in rows][:2] == [
        ("mira", "accept", "Orlund would hold fire"),
        ("ole", "position", "Orlund would hold fire"),
    ]
    assert rows[1]["decided"] == "ceasefire.truce: oppose"


def test_conflicts_name_both_sides(record: onrecord.Record) -> None:
    (row,) = (json.loads(line) for line in run("judgements", "conflicts", record.path, "--json").stdout.splitlines())

    assert (row["conflict"], row["by"], row["decided"]) == ("reviewers differ", "mira", "ceasefire.truce: unclear")
    assert row["others"] == ["ole: ceasefire.truce: oppose"]
    assert "reviewers differ" in run("judgements", "conflicts", record.path).stdout


def test_agreement_is_a_table_with_the_disagreements_under_it(record: onrecord.Record) -> None:
    shown = run("judgements", "agreement", record.path, "--between", "mira", "ole")
    rows = run("judgements", "agreement", record.path, "--between", "mira", "ole", "--json").stdout.splitlines()

    assert shown.exit_code == 0
    assert "kappa" in shown.stdout
    assert "unclear" in shown.stdout
    stance = next(row for row in map(json.loads, rows) if row["variable"] == "stance")
    assert (stance["items"], stance["percent"]) == (2, 50)


def test_somebody_who_judged_nothing_is_a_mistake_in_one_line(record: onrecord.Record) -> None:
    done = run("judgements", "agreement", record.path, "--between", "mira", "nobody")

    assert done.exit_code == 2
    assert done.stderr.startswith("onrecord: ")
    assert "mira, ole" in done.stderr


def test_judgements_go_from_a_record_of_an_older_version_into_one_built_anew(
    record: onrecord.Record, tmp_path: Path
) -> None:
    with sqlite3.connect(record.path) as browser:
        browser.execute("PRAGMA user_version = 1")
    new = built(tmp_path / "new.onrecord")

    run("judgements", "export", record.path, "--to", tmp_path / "j.jsonl")
    first, again_ = (run("judgements", "import", new.path, tmp_path / "j.jsonl") for _ in range(2))

    assert first.stdout == "5 judgements added, 0 were there\n"
    assert again_.stdout == "0 judgements added, 5 were there\n"
    assert [one.by for one in onrecord.Record(new.path).judgements()] == ["mira", "ole", "mira", "ole", "mira"]


def test_a_line_that_cannot_be_used_is_named_and_the_others_are_added(record: onrecord.Record, tmp_path: Path) -> None:
    run("judgements", "export", record.path, "--to", tmp_path / "j.jsonl")
    with (tmp_path / "j.jsonl").open("a") as file:
        file.write('{"by": "ole"}\n')

    done = run("judgements", "import", built(tmp_path / "new.onrecord").path, tmp_path / "j.jsonl")

    assert done.exit_code == 0
    assert "row 6, field 'at'" in done.stderr
    assert done.stdout.startswith("5 judgements added")
