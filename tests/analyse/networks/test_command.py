"""The command and the function of its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli import main
from onrecord.errors import InputError

ROWS: list[dict[str, object]] = [
    {"side": "Orlund", "option": "toll", "value": "support", "date": "2024-03-04"},
    {"side": "Salmera", "option": "toll", "value": 1, "date": "2024-03-05"},
    {"side": "Karshevia", "option": "toll", "value": 0, "date": "2024-04-20"},
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "talks.csv"
    lines = [",".join(map(str, row.values())) for row in ROWS]
    path.write_text("\n".join(["side,option,value,date", *lines]), encoding="utf-8")
    return path


def run(*words: str) -> str:
    done = CliRunner().invoke(main, ["networks", *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_says_what_the_function_gives(table: Path) -> None:
    found = onrecord.networks(ROWS, normal="none")

    assert json.loads(run(str(table), "--normal", "none", "--json")) == found.values()
    assert run(str(table), "--normal", "none", "--csv") == found.csv()
    assert {(tie["from"], tie["to"]): tie["tie"] for tie in found.ties()} == {
        ("Karshevia", "Orlund"): -1,
        ("Karshevia", "Salmera"): -1,
        ("Orlund", "Salmera"): 1,
    }


def test_a_person_reads_who_is_in_which_community_and_what_was_left_out(table: Path) -> None:
    shown = run(str(table), "--since", "2024-03-05", "--speaker", "side")

    assert "Salmera" in shown
    assert "Orlund" not in shown
    assert "2 claims, 1 ties, modularity" in shown


def test_a_file_is_written_by_its_ending(table: Path, tmp_path: Path) -> None:
    run(str(table), "-o", str(tmp_path / "talks.gexf"))

    assert "<gexf" in (tmp_path / "talks.gexf").read_text(encoding="utf-8")


def test_windows_show_polarisation(table: Path) -> None:
    rows = [json.loads(line) for line in run(str(table), "--windows", "30", "--json").splitlines()]

    assert rows == onrecord.networks_polarisation(ROWS, days=30)
    assert len(run(str(table), "--number", "1", "--json").splitlines()) == 3
    assert [(row["first"], row["claims"]) for row in rows] == [("2024-03-04", 2), ("2024-04-03", 1)]


def test_a_record_becomes_a_file_of_the_other_program_and_comes_back(sample: onrecord.Record, tmp_path: Path) -> None:
    out = tmp_path / "talks.dna"

    written = run(str(sample.path), "--conditional", "support", "-o", str(out))

    ours = onrecord.networks(sample, conditional="support")
    theirs = onrecord.networks(out)
    assert written == f"{onrecord.networks_dna(sample.path, out, conditional='support')} claims in {out}\n"
    assert ours.nodes() == theirs.nodes()
    assert ours.ties() == theirs.ties()


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--measure", "friendship"], "It can be"),
        (["--measure", "friendship"], "field 'measure'"),
        (["--windows", "30", "--measure", "conflict"], "it has no part in polarisation"),
        (["--windows", "30", "--number", "3"], "Give days, or number"),
        (["--windows", "30", "--csv"], "Choose one of"),
        (["-o", "talks.dna"], "no .dna file can be made of it"),
        (["--since", "2030-01-01"], "no claim has one; 0 claims"),
        (["--speaker", "actor"], "Try speaker=side"),
    ],
)
def test_what_cannot_be_had_is_said(table: Path, words: list[str], problem: str) -> None:
    done = CliRunner().invoke(main, ["networks", str(table), *words])

    assert done.exit_code == 2
    assert problem.lower() in " ".join(done.output.split()).lower()


def test_a_choice_that_is_not_known_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError, match="is called colour"):
        onrecord.networks(ROWS, colour="red")  # type: ignore[call-arg]


def test_a_row_that_cannot_be_used_is_named() -> None:
    with pytest.raises(InputError, match=r"row 2, field 'option'"):
        onrecord.networks([ROWS[0], {"side": "Orlund", "value": 1}])
