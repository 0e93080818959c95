"""`onrecord packages` and `onrecord.packages`: the same, in a terminal and in Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli import main

DOCS = Path(__file__).parents[3] / "docs" / "packages.md"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """The worked example of the docs."""
    block = DOCS.read_text(encoding="utf-8").partition("    what,issue,actor")[2].partition("\n\n")[0]
    rows = ["what,issue,actor" + block.split("\n")[0], *(line.strip() for line in block.split("\n")[1:])]
    file = tmp_path / "talks.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_the_worked_example_is_as_the_docs_say(talks: Path) -> None:
    shown = CliRunner().invoke(main, ["packages", str(talks)])

    assert shown.exit_code == 0, shown.output
    assert "9 packages; acceptable to all who must agree: 5" in shown.output
    assert "Nash\n  troops: all\n  toll: all\n  gain over no agreement: Orlund +0.50, Karshevia +0.50" in shown.output


def test_red_lines_that_do_not_meet_say_who_would_have_to_move(talks: Path) -> None:
    text = talks.read_text(encoding="utf-8")
    text = text.replace("Orlund,100,0.9,,", "Orlund,100,0.9,60,").replace("Karshevia,0,0.3,,", "Karshevia,0,0.3,40,")
    talks.write_text(text, encoding="utf-8")

    shown = CliRunner().invoke(main, ["packages", str(talks)])

    assert "No package is acceptable to all. It would take:\n  Karshevia accepts 'all' on troops" in shown.output


def test_json_is_what_python_gives(talks: Path) -> None:
    shown = CliRunner().invoke(main, ["packages", str(talks), "--must", "Orlund", "--json"])

    assert json.loads(shown.output) == onrecord.packages(talks, must=["Orlund"]).values()


def test_tables_and_pictures_are_written_by_their_endings(talks: Path, tmp_path: Path) -> None:
    out, picture = tmp_path / "p.csv", tmp_path / "p.svg"

    written = CliRunner().invoke(main, ["packages", str(talks), "-o", str(out), "--chart", str(picture)])

    assert written.output.split() == [str(out), str(picture)]
    assert out.read_text(encoding="utf-8").splitlines()[:2] == [
        "package,option of troops,option of toll,gain of Orlund,gain of Karshevia",
        "Nash,all,all,0.5,0.5",
    ]
    assert "What each gains over no agreement" in picture.read_text(encoding="utf-8")


def test_a_condition_that_cannot_be_used_exits_with_two(talks: Path, tmp_path: Path) -> None:
    ties = tmp_path / "ties.csv"
    ties.write_text("actor,option,needs\nOrlund,fish=1,toll=all\n", encoding="utf-8")

    failed = CliRunner().invoke(main, ["packages", str(talks), "--conditions", str(ties)])

    assert failed.exit_code == 2
    assert "ties.csv, row 2, field 'option': there is no issue 'fish'" in failed.output
