"""The command line: each command does what the function of its name does, and says what went wrong in a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.cli import main

DOCS = [*Path(__file__).parents[1].glob("docs/*.md"), Path(__file__).parents[1] / "README.md"]
ARTICLE = (
    "The premier of Orlund said on Monday that her government would sign a ceasefire if the other side did so too."
)


def run(*words: str | int | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example_a_function_of_its_name_and_a_place_in_the_docs(name: str) -> None:
    shown = run(name, "--help")

    assert shown.exit_code == 0
    assert f"onrecord {name}" in shown.output.split("Example:")[1]
    function = {"attribute": "attribute_file"}.get(name, name)  # onrecord.attribute is the room
    assert function in onrecord.__all__
    assert callable(getattr(onrecord, function))
    assert any(f"onrecord {name}" in page.read_text(encoding="utf-8") for page in DOCS)


def test_build_says_in_ten_lines_what_it_did_and_warns_of_what_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE)
    (tmp_path / "in" / "b.txt").touch()

    done = run("build", tmp_path / "in", "-o", tmp_path / "r.onrecord", "--processes", 1)

    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 10
    assert "onrecord: set aside: b.txt: empty" in done.stderr


def test_strict_turns_a_warning_into_exit_status_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").touch()
    paths = (tmp_path / "a.txt", tmp_path / "b.txt")

    assert run("build", *paths, "-o", tmp_path / "r.onrecord", "--processes", 1, "--strict").exit_code == 1
    assert run("build", paths[0], "-o", tmp_path / "s.onrecord", "--processes", 1, "--strict").exit_code == 0


def test_build_reads_standard_input_and_prints_json_for_programs(tmp_path: Path) -> None:
    done = run("build", "-", "-o", tmp_path / "r.onrecord", "--processes", 1, "--json", stdin=ARTICLE)

    assert json.loads(done.stdout)["articles"] == 1


@pytest.mark.parametrize("what", onrecord.SHOWN)
def test_show_prints_every_part_of_the_record_as_a_table_and_as_json(sample: onrecord.Record, what: str) -> None:
    assert what in run("show", "--help").output

    table = run("show", sample.path, "--what", what)
    rows = run("show", sample.path, "--what", what, "--json")

    assert table.exit_code == rows.exit_code == 0
    assert table.output.strip()
    assert [json.loads(line) for line in rows.stdout.splitlines()] == json.loads(
        json.dumps(onrecord.show(sample.path, what))
    )


def test_show_narrows_to_a_side_an_issue_and_words(sample: onrecord.Record) -> None:
    rows = onrecord.show(sample.path, "statements", side="Orlund", issue="territory", search="freeze")

    assert rows
    assert all(row["side"] == "Orlund" and "freeze" in row["text"].lower() for row in rows)
    assert all("territory" in {position["issue"] for position in row["positions"]} for row in rows)


def test_a_mistake_is_one_line_that_names_it_and_says_what_to_do(sample: onrecord.Record, tmp_path: Path) -> None:
    for words, named in (
        (("show", tmp_path / "none.onrecord"), "there is no such record"),
        (("show", sample.path, "--side", "Atlantis"), "Atlantis"),
        (("show", sample.path, "--issue", "fishing"), "fishing"),
        (("export", sample.path, "--to", tmp_path / "talks.xlsx"), ".xlsx"),
        (("build", tmp_path / "nowhere", "-o", tmp_path / "r.onrecord"), "nowhere"),
        (("attribute", tmp_path / "none.jsonl", "-o", tmp_path / "o.jsonl"), "none.jsonl"),
        (("dossier", tmp_path / "none.onrecord", "-o", tmp_path / "d"), "none.onrecord"),
    ):
        failed = run(*words)
        assert failed.exit_code == 2, words
        assert named in failed.stderr
        assert failed.stderr.startswith("onrecord: ")
        assert len(failed.stderr.splitlines()) == 1


def test_attribute_keeps_to_the_form_that_other_programs_read(tmp_path: Path) -> None:
    text = "“We are ready,”\r\n\r\nsaid  \U0001f54a the envoy.\u00a0\tThe ministry said that it was not ready to sign."
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 7, "text": text}) + "\nnot json\n", encoding="utf-8")

    done = run("attribute", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")

    assert done.exit_code == 0
    assert "row 2" in done.stderr
    (row,) = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert row["id"] == 7
    found = {
        (" ".join(text[s:e] for s, e in a["source"]), " ".join(text[s:e] for s, e in a["content"]))
        for a in row["attributions"]
    }
    assert ("The ministry", "that it was not ready to sign") in found or (
        "The ministry",
        "it was not ready to sign",
    ) in found


def test_the_demo_makes_a_record_and_a_dossier(tmp_path: Path) -> None:
    done = run("demo", tmp_path / "out")

    assert done.exit_code == 0
    assert str(tmp_path / "out" / "dossier" / "index.html") in done.stdout
    assert (tmp_path / "out" / "dossier" / "index.html").is_file()
