"""`onrecord trace`: the fixed form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli import main
from onrecord.errors import InputError, NothingToRead
from tests.trace.test_reuse import FERRY, LEAD, WEATHER


def written(folder: Path, *rows: object) -> Path:
    file = folder / "in.jsonl"
    file.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8")
    return file


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def row(id_: str | int, *paragraphs: str, **more: object) -> dict[str, object]:
    return {"id": id_, "text": "\n".join(paragraphs), **more}


def test_a_line_for_each_pair_that_shares_a_passage(tmp_path: Path) -> None:
    # given a wire story, a longer piece with a third of it and an article of its own
    wire = row("w", LEAD, FERRY, WEATHER, outlet="Quorum Wire", published="2024-03-05")
    piece = row("p", "A note first.", FERRY, "And one after it.", outlet="Tarn Courier", published="2024-03-06")
    own = row("o", "Nobody wrote this before, as it is about nothing that anybody has ever asked for in writing.")
    # when
    result = CliRunner().invoke(main, ["trace", str(written(tmp_path, wire, piece, own)), "-o", str(tmp_path / "out")])
    # then
    assert result.exit_code == 0
    assert "1 pairs of 3 articles" in result.output
    (line,) = lines(tmp_path / "out")
    assert list(line) == ["a", "b", "containment_a", "containment_b", "passages", "first", "why"]
    assert (line["a"], line["b"], line["first"]) == ("p", "w", "w")
    assert 0.2 < line["containment_b"] < 0.5 < line["containment_a"] < 1
    ((sa, ea, sb, eb),) = line["passages"]
    assert str(piece["text"])[sa:ea] == str(wire["text"])[sb:eb] == FERRY.rstrip(".")


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ("{", None),
        ("[1]", None),
        ({"text": LEAD}, "id"),
        ({"id": True, "text": LEAD}, "id"),
        ({"id": "c"}, "text"),
        ({"id": "c", "text": None}, "text"),
        ({"id": "c", "text": LEAD, "outlet": 3}, "outlet"),
        ({"id": "c", "text": LEAD, "published": 20240305}, "published"),
        ({"id": "a", "text": LEAD}, "id"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(bad: object, field: str | None, tmp_path: Path) -> None:
    file = written(tmp_path, row("a", LEAD), bad, row("b", LEAD))
    done = onrecord.trace_file(file, tmp_path / "out")
    assert (done.rows, done.pairs) == (2, 1)
    (problem,) = done.problems
    assert problem.startswith(f"{file}, row 2" + (f", field '{field}'" if field else ""))


def test_what_is_no_date_is_named_and_the_article_is_used_without_it(tmp_path: Path) -> None:
    file = written(tmp_path, row("a", LEAD, published="last Tuesday"), row("b", LEAD, published="2024-03-05"))
    done = onrecord.trace_file(file, tmp_path / "out")
    assert (done.rows, done.pairs) == (2, 1)
    assert "row 1, field 'published'" in done.problems[0]
    assert lines(tmp_path / "out")[0]["first"] is None


def test_ids_come_out_as_they_went_in(tmp_path: Path) -> None:
    onrecord.trace_file(written(tmp_path, row(7, LEAD), row("x", LEAD), row(10, LEAD)), tmp_path / "out")
    assert [(line["a"], line["b"]) for line in lines(tmp_path / "out")] == [(10, 7), (10, "x"), (7, "x")]


def test_canonical_link_and_source_of_the_feed_say_which_was_first(tmp_path: Path) -> None:
    home = "https://www.quorum.example/locks?utm_source=feed"
    file = written(
        tmp_path,
        row("a", LEAD, outlet="Pepper", url="https://pepper.example/1", canonical="http://quorum.example/locks/"),
        row("b", LEAD, outlet="Quorum Wire", url=home, canonical="https://quorum.example/locks"),
        row("c", LEAD, outlet="Tarn Courier", source="Quorum Wire"),
    )
    onrecord.trace_file(file, tmp_path / "out")
    first = {(line["a"], line["b"]): line["first"] for line in lines(tmp_path / "out")}
    assert first == {("a", "b"): "b", ("a", "c"): None, ("b", "c"): "b"}


def test_the_order_of_rows_makes_no_difference(tmp_path: Path) -> None:
    rows = [row("a", LEAD, FERRY), row("b", FERRY, WEATHER), row("c", WEATHER, LEAD)]
    onrecord.trace_file(written(tmp_path, *rows), tmp_path / "one")
    onrecord.trace_file(written(tmp_path, *rows[::-1]), tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert len(lines(tmp_path / "one")) == 3


def test_files_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none"):
        onrecord.trace_file(tmp_path / "none.jsonl", tmp_path / "out")
    with pytest.raises(NothingToRead, match="No row can be used"):
        onrecord.trace_file(written(tmp_path, "{", "[]"), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    file = written(tmp_path, row("a", LEAD))
    with pytest.raises(InputError, match="the file that is read"):
        onrecord.trace_file(file, file)


def test_dirt_is_read_without_a_crash(tmp_path: Path) -> None:
    dirt = ["", "\x00\x00", "😀 ‏שלום é́ \r\n\u00a0", "“" * 500, "a" * 50_000, "\ud800 lone", "a.b." * 20_000, LEAD]
    file = written(tmp_path, *(row(f"{n}\ud800", text, outlet="\ud800", published="") for n, text in enumerate(dirt)))
    done = onrecord.trace_file(file, tmp_path / "out")
    assert (done.rows, done.problems) == (len(dirt), ())
