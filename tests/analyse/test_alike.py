"""The five analyses are asked in the same way, and hostile tables end in a message."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main

TALKS = "issue,actor,position\n=troops,+Orlund,100\n=troops,@Karshevia,0\n"
TABLES = {
    "networks": "date,side,option,value\n2024-03-04,+Orlund,toll,1\n2024-03-04,@Karshevia,toll,0\n",
    "movement": "date,side,option,stance,words,announced\n2024-03-04,+Orlund,toll,support,=1+1,yes\n",
    "linkage": "side,option,needs\n+Orlund,=territory,guarantees\n",
    "outcomes": TALKS,
    "packages": TALKS,
}
COMMANDS = tuple(TABLES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


@pytest.mark.parametrize("command", COMMANDS)
def test_files_pictures_json_and_csv_are_asked_for_in_the_same_words(command: str, folder: Path) -> None:
    source = f"{command}.csv"
    done = run(command, source, "-o", "out.csv", "--chart", "out.vl.json")
    assert done.output.split() == ["out.csv", "out.vl.json"], done.output
    assert "vega-lite" in json.loads((folder / "out.vl.json").read_text(encoding="utf-8"))["$schema"]

    shown = run(command, source, "--csv")
    assert shown.exit_code == 0, shown.output
    assert shown.output == (folder / "out.csv").read_text(encoding="utf-8")
    for row in csv.reader(io.StringIO(shown.output)):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)

    assert run(command, source, "-o", "out.jsonl").exit_code == 0
    assert all(map(json.loads, (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()))
    assert [json.loads(line) for line in run(command, source, "--json").output.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("-o", "out.csv", "--json"), "Choose one of"),
        (("--csv", "--json"), "Choose one of"),
        (("--chart", "out.csv"), "a picture is written as"),
        (("-o", "out.docx"), "its ending names no form"),
        (("-o", "{source}"), "the file that is read"),
    ],
)
def test_what_cannot_be_had_is_said_in_the_same_words(
    command: str, words: tuple[str, ...], says: str, folder: Path
) -> None:
    source = f"{command}.csv"
    done = run(command, source, *(word.format(source=source) for word in words))

    assert done.exit_code == 2
    assert says in " ".join(done.output.split())
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.csv" for name in TABLES)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_has_an_example(command: str) -> None:
    assert f"onrecord {command} " in run(command, "--help").output.partition("Example:")[2]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n\n",
        b"\x00\x00\x00",
        "side\nОрлунд\n".encode("cp1251"),
        "side;option\n".encode("utf-16"),
        b"\xef\xbb\xbf",
        b'"' + b"x," * 1000,
        b"a" * 1_000_000,
    ],
)
def test_a_file_that_is_no_table_ends_in_a_message(command: str, content: bytes, folder: Path) -> None:
    (folder / "bad.csv").write_bytes(content)

    done = run(command, "bad.csv", "--json")

    assert done.exit_code == 2
    assert done.output.startswith("onrecord: bad.csv")


@pytest.mark.parametrize("written", ["1_0", "٣", "0x1", "1,5", "nan", "-inf", "1e999", "=1"])
def test_a_number_is_written_with_plain_digits(written: str, folder: Path) -> None:
    for command, column in (("networks", "value"), ("outcomes", "position")):
        text = TABLES[command].replace(",100\n", f',"{written}"\n').replace(",1\n", f',"{written}"\n')
        (folder / "bad.csv").write_text(text, encoding="utf-8")
        done = run(command, "bad.csv", "--json")
        assert done.exit_code == 2
        assert f"row 2, field '{column}'" in done.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("movement", "movement.csv", "--window", "99999999999"), "36,525 at most"),
        (("movement", "movement.csv", "--wrong", "nan"), "it is no share"),
        (("outcomes", "outcomes.csv", "--draws", "99999999999"), "draws of such a table can't be had"),
        (("networks", "networks.csv", "--since", "2024-03-04", "--until", "2024-03-01"), "is before 2024-03-04"),
        (("networks", "networks.csv", "--backbone", "nan"), "no probability"),
        (("outcomes", "outcomes.csv", "--what-if", "+Orlund:*:position=nan"), "out of range"),
    ],
)
def test_a_number_that_cannot_be_is_named(words: tuple[str, ...], says: str, folder: Path) -> None:
    assert (folder / words[1]).exists()
    done = run(*words)

    assert done.exit_code == 2
    assert says in done.output
