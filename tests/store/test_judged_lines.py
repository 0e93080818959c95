"""Judgements are taken from one record to another, whatever version made the one, and nothing broken comes in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, NothingToRead, RecordError
from onrecord.model import Judgement
from onrecord.store import Record, judge, judgement, judgements_in, read_lines, write_lines
from onrecord.store._judged.forms import fault
from tests.store.test_judged import MINISTER, PREMIER, TOLL, again, built, decided, position, the

Row = dict[str, Any]


def judged(path: Path) -> Record:
    """A record with judgements of several kinds."""
    record = built(path)
    decided(record, "accept", the("hold fire", record))
    decided(record, "position", the("toll could stay", record), position(TOLL, "oppose"))
    gone = decided(record, "reject", the("toll could stay", record))
    judge(record.path, [judgement("undo", gone.id, {}, {}, by="mira")])
    decided(record, "merge", PREMIER, {"into": "a3", "name": MINISTER.name})
    return again(record)


def lines(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_what_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    record = judged(tmp_path / "r.onrecord")

    assert write_lines(record.judgements(), tmp_path / "j.jsonl") == 5

    read = read_lines(tmp_path / "j.jsonl")
    assert (read.judgements, read.problems) == (record.judgements(), ())


def test_another_record_of_the_coverage_becomes_as_it_was_judged_and_only_once(tmp_path: Path) -> None:
    record, other = judged(tmp_path / "r.onrecord"), built(tmp_path / "s.onrecord")
    write_lines(record.judgements(), tmp_path / "j.jsonl")

    added = [judge(other.path, read_lines(tmp_path / "j.jsonl").judgements) for _ in range(2)]

    assert added == [5, 0]
    assert again(other).statements() == record.statements()
    assert again(other).actors() == record.actors()


def test_what_comes_later_from_elsewhere_counts_by_when_it_was_decided(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    fire = the("hold fire", record)
    new = decided(record, "reject", fire)
    old = judgement("accept", fire.id, {}, new.machine, by="ole", at="2020-01-02T03:04:05+00:00")

    judge(record.path, [old])

    assert again(record).judgements() == (old, new)
    assert [one.id for one in again(record).rejected()] == [fire.id]


@pytest.mark.parametrize("version", ["1", "99"])
def test_the_log_is_read_from_records_of_other_versions(version: str, tmp_path: Path) -> None:
    record = judged(tmp_path / "r.onrecord")
    with sqlite3.connect(record.path) as browser:
        browser.execute(f"PRAGMA user_version = {version}")

    with pytest.raises(RecordError, match="`onrecord judgements export`"):
        Record(record.path)
    assert judgements_in(record.path) == record.judgements()


def test_a_record_from_before_there_were_judgements_has_none(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    with sqlite3.connect(record.path) as browser:
        browser.execute("DROP TABLE judgements")

    assert judgements_in(record.path) == ()


def test_a_log_of_another_form_and_what_is_no_record_are_told(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    with sqlite3.connect(record.path) as browser:
        browser.execute("DROP TABLE judgements")
        browser.execute("CREATE TABLE judgements (number INTEGER, words TEXT)")
    (tmp_path / "letter.txt").write_text("Dear premier")

    with pytest.raises(RecordError, match="form that this onrecord does not know"):
        judgements_in(record.path)
    with pytest.raises(RecordError, match="not an onrecord file"):
        judgements_in(tmp_path / "letter.txt")


def changed(field: str, value: object) -> Callable[[Row], None]:
    def change(row: Row) -> None:
        *within, last = field.split(".")
        part: Any = row
        for name in within:
            part = part[int(name) if name.isdigit() else name]
        part[int(last) if last.isdigit() else last] = value

    return change


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("kind", "admire", "kind"),
        ("at", "yesterday", "at"),
        ("at", "2024-13-04T00:00:00+00:00", "at"),
        ("at", "2024-03-04T00:00:00+02:00", "at"),
        ("by", "", "by"),
        ("value.stance", "enthusiastic", "value.stance"),
        ("value.issue", None, "value.issue"),
        ("machine.content.0", [9, 3], "machine.content.0"),
        ("machine.words", [], "machine"),
        ("machine.positions", [{"issue": "harbour"}], "machine.positions.0.option"),
        ("id", "0123456789abcdef", "id"),
        ("target", 7, "target"),
    ],
)
def test_a_broken_line_is_named_with_its_row_and_field_and_the_others_come_in(
    field: str, value: object, named: str, tmp_path: Path
) -> None:
    write_lines(judged(tmp_path / "r.onrecord").judgements(), tmp_path / "j.jsonl")
    rows = lines(tmp_path / "j.jsonl")
    changed(field, value)(rows[1])
    if field != "id":
        del rows[1]["id"]
    (tmp_path / "j.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    read = read_lines(tmp_path / "j.jsonl")

    (problem,) = read.problems
    assert len(read.judgements) == 4
    assert (problem.row, problem.path) == (2, str(tmp_path / "j.jsonl"))
    assert problem.field == named


@pytest.mark.parametrize("line", ['{"at": NaN}', "[1]", "{", '{"by": "\\ud800"}', "\x00", "[" * 100_000])
def test_what_is_no_json_object_is_told(line: str, tmp_path: Path) -> None:
    (tmp_path / "j.jsonl").write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(NothingToRead, match=r"row 2"):
        read_lines(tmp_path / "j.jsonl")


def test_a_file_that_is_not_there_is_told_and_an_empty_one_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Check the path"):
        read_lines(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").touch()
    assert read_lines(tmp_path / "empty.jsonl").judgements == ()


@given(
    by=st.text(min_size=1).filter(lambda name: name.isprintable()),
    why=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_words_go_out_and_come_in_again(by: str, why: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("lines") / "j.jsonl"
    one = judgement("undo", "0123", {}, {}, by=by, why=why)

    write_lines([one], file)

    assert read_lines(file).judgements == (one,)


def test_every_judgement_that_is_made_here_has_the_form_that_is_asked_of_others(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    fire, actor = the("hold fire", record), record.actors()[0]
    made: list[Judgement] = [
        decided(record, "accept", fire),
        decided(record, "reject", fire),
        decided(record, "speaker", fire, {"actor": None, "speaker": None}),
        decided(record, "spans", fire, {"source": [], "cue": [], "content": [[0, 4]]}),
        decided(record, "position", fire, position(TOLL, None)),
        decided(record, "split", actor, {"name": "Dagna T."}),
        decided(record, "rename", actor, {"name": "D. Tvedholt"}),
        decided(record, "side", actor, {"side": None}),
        decided(record, "role", actor, {"title": "premier", "of": None}),
    ]

    assert [
        fault(
            {
                "at": one.at,
                "by": one.by,
                "kind": one.kind,
                "target": one.target,
                "value": one.value,
                "machine": one.machine,
            }
        )
        for one in made
    ] == [None] * 9
