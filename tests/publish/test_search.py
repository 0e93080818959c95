"""The index of the dossier's search: everything is in it, and every reference in it leads somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish import Views
from onrecord.publish._search import index
from onrecord.store import Record
from tests.publish import sample


@pytest.fixture
def rows(record: Record) -> dict[str, Any]:
    script = index(Views(record))
    assert script.startswith("onrecordIndex = {")
    found: dict[str, Any] = json.loads(script.removeprefix("onrecordIndex = ").removesuffix(";\n"))
    return found


def test_everything_is_in_it(rows: dict[str, Any]) -> None:
    assert len(rows["statements"]) == len(sample.STATEMENTS)
    assert len(rows["articles"]) == len(sample.ARTICLES)
    assert {row[1] for row in rows["actors"]} >= {"Ilsa Brandt", sample.LEAGUE}
    assert {row[0] for row in rows["events"]} == {event.id for event in sample.EVENTS}
    assert ["territory", "recognition", "Territory", "Recognised border"] in rows["options"]


def test_what_it_refers_to_is_there(rows: dict[str, Any], folder: Path) -> None:
    for article, anchor, speaker, *_, held in rows["statements"]:
        page = (folder / "articles" / f"{rows['articles'][article][0]}.html").read_text(encoding="utf-8")
        assert f'id="{anchor}"' in page
        assert isinstance(speaker, str) or rows["actors"][speaker]
        for option, stance in held:
            issue, id = rows["options"][option][:2]
            assert f'id="o-{id}"' in (folder / "issues" / f"{issue}.html").read_text(encoding="utf-8")
            assert rows["stances"][stance]


def test_what_is_on_an_issue_without_a_page_is_left_out_of_the_positions(rows: dict[str, Any]) -> None:
    assert not any(row[0] == "water" for row in rows["options"])


def test_hostile_words_stay_in_their_quotes(record: Record) -> None:
    script = index(Views(record))
    assert script.count("\n") == 1
    assert "\x00" not in script
