"""What onrecord wrote itself is no coverage."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.gather import _walk, gather
from onrecord.model import Document, SetAside
from onrecord.publish import _export, _folder
from onrecord.settings import Settings

STORY = "The harbour master said the ferries would sail again on Friday if both crews agreed to the pay offer."
STATEMENT = {"text": STORY, "pieces": "0:9", "speaker_as_written": "the harbour master"}
CELL = {"side": "Crews", "issue": "pay", "option": "more", "stance": "for", "statements": ["a"], "articles": 1}
ARTICLE = {
    "id": "0f",
    "name": "story.txt",
    "outlet": None,
    "title": None,
    "published": {"value": None, "basis": "none"},
    "url": None,
    "text": STORY,
}


def names(*paths: Path) -> list[str]:
    return [found.name for found in gather(paths, Settings())]


def test_a_dossier_within_a_folder_is_left_out_and_one_that_is_named_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    folder = _folder.Folder(tmp_path / "dossier")
    folder.write("pages/index.html", f"<p>{STORY}</p>")
    folder.close()
    assert names(tmp_path) == ["story.txt"]
    (found,) = gather([tmp_path / "dossier"], Settings())
    assert isinstance(found, SetAside)
    assert found.reason == "a dossier of onrecord, not coverage"


def test_the_marker_is_the_one_that_dossiers_have() -> None:
    assert _walk.DOSSIER == _folder.MARKER


@pytest.mark.parametrize("row", [STATEMENT, CELL, ARTICLE])
def test_an_export_in_json_lines_is_set_aside(tmp_path: Path, row: dict[str, Any]) -> None:
    (tmp_path / "talks.jsonl").write_text(f"{json.dumps(row)}\n" * 3)
    (tmp_path / "story.txt").write_text(STORY)
    story, export = sorted(gather([tmp_path], Settings()), key=lambda found: found.name)
    assert isinstance(story, Document)
    assert isinstance(export, SetAside)
    assert (export.name, export.reason) == ("talks.jsonl", "an export of onrecord, not coverage")


def test_an_export_in_csv_is_set_aside(tmp_path: Path) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, _export._COLUMNS)
    writer.writeheader()
    writer.writerows([STATEMENT, STATEMENT])
    (tmp_path / "talks.csv").write_text(out.getvalue())
    (found,) = gather([tmp_path], Settings())
    assert isinstance(found, SetAside)
    assert found.reason == "an export of onrecord, not coverage"


def test_articles_that_only_resemble_an_export_are_coverage(tmp_path: Path) -> None:
    rows = [ARTICLE | {"published": "2031-04-12"}, ARTICLE | {"section": "Ports", "text": STORY + " More."}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [isinstance(found, Document) for found in gather([tmp_path], Settings())] == [True, True]
