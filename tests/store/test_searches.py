"""Searches that people keep, in records from before they were kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.store import Record, Writer, save_search
from tests.publish import sample


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A record of the same form from before the table of searches was."""
    path = sample.record(tmp_path / "older.onrecord").path
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE saved_searches")
    return path


def test_a_record_from_before_searches_were_kept_has_none_until_one_is(older: Path) -> None:
    assert Record(older).saved_searches() == ()

    save_search(older, "Truce", "q=truce", by="mira")

    assert [one.query for one in Record(older).saved_searches()] == ["q=truce"]
    with pytest.raises(sqlite3.IntegrityError, match="never changed"), sqlite3.connect(older) as database:
        database.execute("DELETE FROM saved_searches")


def test_such_a_record_can_be_built_on(older: Path) -> None:
    with Writer(older) as writer:
        writer.finish()

    assert Record(older).saved_searches() == ()
    save_search(older, "Truce", "q=truce", by="mira")
    assert len(Record(older).saved_searches()) == 1
