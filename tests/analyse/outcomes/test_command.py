"""The command on tables and on a record."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.analyse._outcomes import write
from onrecord.cli import main
from onrecord.errors import InputError
from tests.analyse.outcomes.talks import TABLE


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["outcomes", *map(str, words)])


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    write(TABLE, tmp_path / "talks.csv")
    return tmp_path / "talks.csv"


def test_it_shows_outcomes_with_interval_and_error_and_what_they_were_measured_on(talks: Path) -> None:
    shown = run(talks, "--model", "compromise", "--model", "mean").output
    assert "23.1" in shown
    assert "353 issues of 137 legislative proposals" in shown
    assert shown.count("compromise") == 2
    assert "median" not in shown


def test_json_and_csv_hold_the_same_rows_as_the_function(talks: Path) -> None:
    rows = onrecord.outcomes(talks, what_if=["KA:*:position=50"], draws=100)
    asked = ("--what-if", "KA:*:position=50", "--draws", "100")
    assert [json.loads(line) for line in run(talks, "--json", *asked).output.splitlines()] == rows
    read = list(csv.DictReader(io.StringIO(run(talks, "--csv", *asked).output)))
    assert [float(row["outcome"]) for row in read] == [row["outcome"] for row in rows]
    assert json.loads(read[0]["hangs_on"]) == rows[0]["hangs_on"]


def test_rows_of_a_notebook_are_a_table_too(talks: Path) -> None:
    rows = [
        {"issue": one.issue, "actor": one.party, "position": one.position, "salience": one.salience, "spread": None}
        for one in TABLE.stakes
    ]
    (mine, *_), (theirs, *_) = (onrecord.outcomes(source, models=["mean"]) for source in (rows, talks))
    assert mine["outcome"] == theirs["outcome"]
    with pytest.raises(InputError, match="row 2, field 'salience'"):
        onrecord.outcomes([rows[0], {**rows[1], "salience": -3}])


def test_the_table_can_be_written_edited_and_read(talks: Path, tmp_path: Path) -> None:
    assert run(talks, "--what-if", "KA:troops:position=50", "--table", tmp_path / "t.yaml").exit_code == 0
    before = onrecord.outcomes(talks, models=["mean"], what_if=["KA:troops:position=50"])
    assert [row["outcome"] for row in onrecord.outcomes(tmp_path / "t.yaml", models=["mean"])] == [
        row["outcome"] for row in before
    ]


def test_a_chart_is_written(talks: Path, tmp_path: Path) -> None:
    assert run(talks, "-o", tmp_path / "t.svg").exit_code == 0
    assert (tmp_path / "t.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_mistake_is_told_without_a_traceback(talks: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("issue,actor,position,salience\ntroops,OR,3,-3\n", encoding="utf-8")
    for words in ((tmp_path / "bad.csv",), (tmp_path / "none.csv",), (talks, "--model", "oracle")):
        told = run(*words)
        assert told.exit_code == 2
        assert told.output.startswith("onrecord: ")
        assert "Traceback" not in told.output


def test_a_record_gives_a_table_to_complete_and_then_outcomes(sample: onrecord.Record, tmp_path: Path) -> None:
    told = run(sample.path)
    assert told.exit_code == 2
    assert "--table F.csv" in told.output

    draft, done = tmp_path / "draft.csv", tmp_path / "done.csv"
    assert run(sample.path, "--table", draft).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(draft.read_text(encoding="utf-8"))))
    asked = [row for row in rows if row["what"] == "position"]
    assert asked
    assert all(0 < float(row["salience"]) <= 1 and row["label"] for row in asked)
    assert not any(row["position"] for row in rows)  # the codebook gives its options no places
    for number, row in enumerate(rows):
        if row["what"] in ("position", "option"):
            row["position"] = str(number % 100)
    with done.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert {row["issue"] for row in onrecord.outcomes(done)} == {row["issue"] for row in asked}


def test_a_table_in_the_code_page_of_a_spreadsheet_is_refused_and_records_in_it_are_read(tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_bytes("issue,actor,position\ngas,Орлунд,3\n".encode("cp1251"))
    (tmp_path / "records.csv").write_bytes("#A;OR;Örlund\n#P;gas;gas\n#D;OR;gas;3;1;1\n".encode("cp1252"))

    told = run(tmp_path / "plain.csv")

    assert told.exit_code == 2
    assert "not in UTF-8" in told.output
    assert "gas" in run(tmp_path / "records.csv", "--model", "mean").output


def test_a_picture_is_not_written_as_a_table(talks: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.svg"):
        onrecord.outcomes_chart(talks, tmp_path / "t.csv")
