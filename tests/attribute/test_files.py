"""The fixed form of `onrecord attribute IN.jsonl -o OUT.jsonl`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.attribute import attribute_file
from onrecord.errors import InputError, NothingToRead

TEXT = "\r\n  “We will not sign,” Petrova said.\u00a0🕊 “Never.”"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_offsets_are_those_of_the_text_as_given(tmp_path: Path) -> None:
    rows = write(tmp_path / "in.jsonl", json.dumps({"id": "a", "text": TEXT}), json.dumps({"id": 2, "text": ""}))

    summary = attribute_file(rows, tmp_path / "out.jsonl")

    first, second = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    (found,) = first["attributions"]
    assert first["id"] == "a"
    assert [TEXT[s:e] for s, e in found["source"]] == ["Petrova"]
    assert TEXT[slice(*found["content"][0])] == "“We will not sign,”"
    assert set(found) == {"source", "cue", "content"}
    assert second == {"id": 2, "attributions": []}
    assert (summary.rows, summary.attributions, summary.problems) == (2, 1, ())


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("{", None),
        ("[1]", None),
        ('{"id": "a"}', "text"),
        ('{"id": "a", "text": 3}', "text"),
        ('{"text": "Snow fell."}', "id"),
        ('{"id": true, "text": "Snow fell."}', "id"),
    ],
)
def test_a_bad_row_is_passed_over_and_named(tmp_path: Path, line: str, field: str | None) -> None:
    rows = write(tmp_path / "in.jsonl", line, json.dumps({"id": "b", "text": "Snow fell."}))

    summary = attribute_file(rows, tmp_path / "out.jsonl")

    assert summary.rows == 1
    (problem,) = summary.problems
    assert "in.jsonl, row 1" in problem
    assert field is None or f"field '{field}'" in problem


def test_a_bad_row_stops_a_strict_run_and_leaves_no_file(tmp_path: Path) -> None:
    rows = write(tmp_path / "in.jsonl", json.dumps({"id": "b", "text": "Snow fell."}), "{")

    with pytest.raises(InputError) as caught:
        attribute_file(rows, tmp_path / "out.jsonl", strict=True)

    assert caught.value.row == 2
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.jsonl"):
        attribute_file(tmp_path / "missing.jsonl", tmp_path / "out.jsonl")


@pytest.mark.parametrize("name", ["in.jsonl", "./in.jsonl", "linked.jsonl"])
def test_the_file_that_is_read_is_not_written(tmp_path: Path, name: str) -> None:
    rows = write(tmp_path / "in.jsonl", json.dumps({"id": "b", "text": "Snow fell."}))
    (tmp_path / "linked.jsonl").symlink_to(rows)
    before = rows.read_bytes()

    with pytest.raises(InputError, match="the file that is read"):
        attribute_file(rows, tmp_path / name)

    assert rows.read_bytes() == before


def test_the_file_that_is_read_is_not_taken_for_an_unfinished_one(tmp_path: Path) -> None:
    rows = write(tmp_path / "out.jsonl.part", json.dumps({"id": "b", "text": "Snow fell."}))

    with pytest.raises(InputError, match="the file that is read"):
        attribute_file(rows, tmp_path / "out.jsonl")

    assert rows.stat().st_size


def test_rows_of_which_none_can_be_used_are_an_error_and_leave_no_file(tmp_path: Path) -> None:
    rows = write(tmp_path / "in.jsonl", '{"id": "a"}', "{")

    with pytest.raises(
        NothingToRead, match=r"in\.jsonl, row 1, field 'text': no string\. No row can be used"
    ) as caught:
        attribute_file(rows, tmp_path / "out.jsonl")

    assert caught.value.exit_code == 1
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]


def test_the_folder_that_is_not_there_is_named_as_it_was_given(tmp_path: Path) -> None:
    rows = write(tmp_path / "in.jsonl", json.dumps({"id": "b", "text": "Snow fell."}))

    with pytest.raises(InputError) as missing:
        attribute_file(rows, tmp_path / "nowhere" / "out.jsonl")
    with pytest.raises(InputError) as file:
        attribute_file(rows, rows / "out.jsonl")

    assert (missing.value.path, file.value.path) == (str(tmp_path / "nowhere"), str(rows))


def test_progress_counts_rows(tmp_path: Path) -> None:
    rows = write(tmp_path / "in.jsonl", *(json.dumps({"id": n, "text": "Snow fell."}) for n in range(3)))
    seen: list[int] = []

    attribute_file(rows, tmp_path / "out.jsonl", progress=seen.append)

    assert seen == [1, 2, 3]
