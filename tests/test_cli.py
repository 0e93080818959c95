"""The command line: each command does what the function of its name does, and says what went wrong in a line."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import asdict
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord import terminal
from onrecord.analyse import review
from onrecord.cli import main
from onrecord.parts import PARTS, SHOWN

DOCS = [*Path(__file__).parents[1].glob("docs/*.md"), Path(__file__).parents[1] / "README.md"]
ARTICLE = (
    "The premier of Orlund said on Monday that her government would sign a ceasefire if the other side did so too."
)


def run(*words: str | int | Path, stdin: str | bytes | None = None) -> Result:
    """As in a terminal: click leaves escape sequences where they are."""
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin, color=True)


def commands() -> list[str]:
    """Every command by its words, those of a group behind the group's."""
    groups = {name: command.commands for name, command in main.commands.items() if isinstance(command, click.Group)}
    return sorted([*main.commands.keys() - groups, *(f"{name} {own}" for name in groups for own in groups[name])])


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_with_an_example_a_function_of_its_name_and_a_place_in_the_docs(name: str) -> None:
    shown = run(*name.split(), "--help")

    assert shown.exit_code == 0
    assert f"onrecord {name}" in shown.output.split("Example:")[1]
    rooms = {"attribute": "attribute_file", "date": "date_file", "trace": "trace_file", "serve": "serve_record"}
    function = rooms.get(name) or name.replace(" ", "_")
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


def test_articles_of_another_codebook_in_one_record_are_warned_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(ARTICLE.replace("Monday", "Tuesday"))
    run("build", tmp_path / "a.txt", "-o", tmp_path / "r.onrecord", "--processes", 1)

    done = run("build", tmp_path / "b.txt", "-o", tmp_path / "r.onrecord", "--processes", 1, "--reader", "rules")

    assert "1 articles were read earlier with other settings" in done.stderr


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


def test_the_matrix_narrows_to_the_column_of_a_side_and_the_row_of_an_issue(sample: onrecord.Record) -> None:
    whole = {row["issue"]: row for row in onrecord.show(sample.path)}

    column = onrecord.show(sample.path, side="Orlund")
    (row,) = onrecord.show(sample.path, issue="territory")

    assert column == [{"issue": one, "Orlund": row["Orlund"]} for one, row in whole.items() if row["Orlund"]]
    assert row == whole["territory"]


def test_every_part_narrows_to_rows_of_the_side_or_says_that_it_cannot(sample: onrecord.Record) -> None:
    for what, narrowed_by in PARTS.items():
        asked = {"side": "Orlund", "issue": "territory", "option": "special-zone", "search": "freeze"}
        for name, value in asked.items():
            shown = run("show", sample.path, "--what", what, f"--{name}", value, "--json")
            if name not in narrowed_by:
                assert shown.exit_code == 2
                assert f"--{name} does not apply to {what}. It applies to " in shown.stderr
                continue
            rows = [json.loads(line) for line in shown.stdout.splitlines()]
            assert 0 < len(rows) <= len(onrecord.show(sample.path, what))
            assert all(value.lower() in json.dumps(row).lower() for row in rows)


def test_the_least_sure_statements_come_first_to_be_looked_over(sample: onrecord.Record) -> None:
    shown = run("show", sample.path, "--what", "statements", "--least-sure", "--json")
    rows = [json.loads(line) for line in shown.stdout.splitlines()]
    queued = review.queue(review.material_of(sample), review.Filter(judged=None))

    assert [(row["id"], row["sure"]) for row in rows] == [(q.statement.id, round(q.sure, 4)) for q in queued]
    assert rows[0]["sure"] < 0.5 < rows[-1]["sure"]
    assert {row["id"] for row in rows} == {row["id"] for row in onrecord.show(sample.path, "statements")}
    table = run("show", sample.path, "--what", "statements", "--least-sure")
    assert "sure" in table.output.partition("\n")[0]
    refused = run("show", sample.path, "--what", "actors", "--least-sure")
    assert refused.exit_code == 2
    assert "--least-sure does not apply to actors. It applies to statements." in refused.stderr


def test_nothing_found_is_said_with_what_was_asked(sample: onrecord.Record) -> None:
    shown = run("show", sample.path, "--what", "statements", "--side", "Orlund", "--search", "zebra crossing")

    assert shown.exit_code == 0
    assert shown.output == "Nothing to show: no row of statements fits --side Orlund --search 'zebra crossing'.\n"


def test_help_is_quick_as_it_loads_no_parser() -> None:
    loaded = "import sys, onrecord.cli; print([name for name in ('spacy', 'onrecord.api') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout == "[]\n"
    assert onrecord.SHOWN == SHOWN


STEERING = "a\x1b[2J\x1b]0;owned\x07\n\u202ebc\x9b1m"


def test_words_from_outside_do_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / f"{STEERING}.txt").touch()
    (tmp_path / "in" / "b.txt").write_text(ARTICLE)
    made = tmp_path / "r.onrecord"

    done = run("build", tmp_path / "in", "-o", made, "--processes", 1)
    table = run("show", made, "--set-aside")
    failed = run("show", tmp_path / STEERING)

    assert (done.exit_code, table.exit_code, failed.exit_code) == (0, 0, 2)
    for shown in (done.stderr, table.output, failed.stderr):
        assert "a\ufffd[2J\ufffd]0;owned\ufffd \ufffdbc\ufffd1m" in shown
    warned = [line for line in done.stderr.splitlines() if "set aside" in line]  # a slow build tells how far it is, too
    assert len(warned) == len(failed.stderr.splitlines()) == 1


@given(st.text(st.characters(categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Lu"])))
def test_a_plain_line_is_one_line_as_long_as_it_was_and_can_be_written(words: str) -> None:
    line = terminal.plain(words)

    assert len(line) == len(words)
    assert len(line.splitlines()) == bool(line)
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in line} & {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI"}


def test_a_mistake_is_one_line_that_names_it_and_says_what_to_do(sample: onrecord.Record, tmp_path: Path) -> None:
    for words, named in (
        (("show", tmp_path / "none.onrecord"), "there is no such record"),
        (("show", sample.path, "--side", "Atlantis"), "Atlantis"),
        (("show", sample.path, "--issue", "fishing"), "fishing"),
        (("export", sample.path, "--to", tmp_path / "talks.xlsx"), ".xlsx"),
        (("build", tmp_path / "nowhere", "-o", tmp_path / "r.onrecord"), "nowhere"),
        (("attribute", tmp_path / "none.jsonl", "-o", tmp_path / "o.jsonl"), "none.jsonl"),
        (("dossier", tmp_path / "none.onrecord", "-o", tmp_path / "d"), "none.onrecord"),
        (("codebook", "new", tmp_path / "nowhere" / "fish.yaml"), "a folder that is there"),
        (("codebook", "check", tmp_path / "none.yaml"), "none.yaml"),
        (("codebook", "check", "peace", tmp_path / "none.onrecord"), "there is no such record"),
        (("codebook", "suggest", tmp_path / "none.onrecord"), "there is no such record"),
        (("codebook", "try", "“…”"), "no word"),
        (("codebook", "try", "We want peace.", "--codebook", "fishing"), "nonproliferation, peace"),
    ):
        failed = run(*words)
        assert failed.exit_code == 2, words
        assert named in failed.stderr
        assert failed.stderr.startswith("onrecord: ")
        assert len(failed.stderr.splitlines()) == 1


def test_a_new_codebook_passes_its_check_and_is_never_overwritten(tmp_path: Path) -> None:
    # Given a new codebook
    file = tmp_path / "fish.yaml"
    assert run("codebook", "new", file).output == f"{file}\n"

    # Then nothing is wrong with it, and each of its sentences is coded as it says
    assert run("codebook", "check", file, "--strict").stdout == "Nothing is wrong with it.\n"

    # When it is changed, then a second start leaves it alone
    file.write_text("mine", encoding="utf-8")
    again = run("codebook", "new", file)
    assert again.exit_code == 2
    assert "there already" in again.stderr
    assert file.read_text(encoding="utf-8") == "mine"


def test_check_exits_with_1_for_what_is_to_be_looked_at_if_strict_and_with_2_for_no_codebook(tmp_path: Path) -> None:
    file = tmp_path / "fish.yaml"
    run("codebook", "new", file)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("stance: oppose", "stance: support"), encoding="utf-8")

    doubtful = run("codebook", "check", file, "--json")
    strict = run("codebook", "check", file, "--strict")
    file.write_text(text.replace("stance: oppose", "stance: loud"), encoding="utf-8")
    none = run("codebook", "check", file)

    (finding,) = [json.loads(line) for line in doubtful.stdout.splitlines()]
    assert (doubtful.exit_code, finding["field"]) == (0, "issues.waters.options.shared-zone.examples.1")
    assert strict.exit_code == 1
    assert none.exit_code == 2
    assert "fish.yaml" in none.stderr
    assert "issues.waters.options.shared-zone.examples.1.stance" in none.stderr
    assert "support, oppose, conditional, unclear" in none.stderr


def test_try_shows_stance_condition_and_the_words_that_decided() -> None:
    sentence = "We will halt enrichment if all sanctions are lifted."
    speaker = "Iranian Foreign Minister Ali Daneshvar"

    shown = run("codebook", "try", sentence, "--speaker", speaker, "--codebook", "nonproliferation")
    tried = json.loads(
        run("codebook", "try", sentence, "--speaker", speaker, "--codebook", "nonproliferation", "--json").stdout
    )

    coded = {one["option"]: one for one in tried["coded"]}["enrichment-halt"]
    assert (coded["stance"], coded["condition"]) == ("conditional", "if all sanctions are lifted")
    assert tried["heard"][0]["side"] == "Iran"
    for words in (speaker, "conditional", "if all sanctions are lifted", coded["why"]):
        assert words in shown.output


def test_try_takes_a_file_or_standard_input_and_prints_a_table_or_a_line_of_json_each(tmp_path: Path) -> None:
    lines = "We want a ceasefire.\n\nThe ceasefire lasted nine days.\nThe sky is blue.\n"
    (tmp_path / "s.txt").write_text(lines, encoding="utf-8")

    table = run("codebook", "try", "--file", tmp_path / "s.txt")
    printed = run("codebook", "try", "--file", "-", "--json", stdin=lines).stdout
    rows = [json.loads(line) for line in printed.splitlines()]

    assert table.exit_code == 0
    assert table.stdout.partition("\n")[0].split() == ["sentence", "speaker", "option", "stance", "by", "confidence"]
    for words in ("support", "mentioned", "The sky is blue"):
        assert words in table.stdout
    assert [(row["sentence"], bool(row["coded"]), bool(row["mentioned"])) for row in rows] == [
        ("We want a ceasefire.", True, False),
        ("The ceasefire lasted nine days.", False, True),
        ("The sky is blue.", False, False),
    ]
    assert {one["by"] for one in rows[0]["coded"]} <= {"rules", "network", "both"}
    assert rows == [json.loads(json.dumps(asdict(one))) for one in onrecord.codebook_try_file(tmp_path / "s.txt")]
    assert run("codebook", "try").exit_code == 2
    assert run("codebook", "try", "We want peace.", "--file", tmp_path / "s.txt").exit_code == 2


def test_check_tells_every_fault_of_a_file_on_a_line_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "fish.yaml"
    run("codebook", "new", file)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('phrases:\n          - "', 'phrases:\n          - "[new|] '), encoding="utf-8")

    failed = run("codebook", "check", file)

    assert failed.exit_code == 2
    assert len(failed.stderr.splitlines()) == text.count("phrases:\n          - ") > 1
    assert all("write just" in line and "fish.yaml, field 'issues." in line for line in failed.stderr.splitlines())


def test_suggest_prints_grounded_examples_and_a_draft_that_passes_the_check(
    sample: onrecord.Record, tmp_path: Path
) -> None:
    shown = run("codebook", "suggest", sample.path)
    rows = [json.loads(line) for line in run("codebook", "suggest", sample.path, "--json").stdout.splitlines()]
    draft = tmp_path / "draft.yaml"
    draft.write_text(run("codebook", "suggest", sample.path, "--yaml").stdout, encoding="utf-8")

    assert "Special economic zone" in shown.output
    for quoted in (quoted for row in rows for option in row["options"] for quoted in option["examples"]):
        text = sample.article(quoted["article"]).text
        assert text[quoted["span"]["start"] : quoted["span"]["end"]] == quoted["text"]
    assert run("codebook", "check", draft).exit_code == 0
    assert run("codebook", "suggest", sample.path, "--yaml", "--json").exit_code == 2


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
