"""The timeline as rows: each leads back to the words of an article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.publish import timeline_rows
from onrecord.store import Record

GOLDEN = Path(__file__).with_name("timeline.txt")  # of the sample coverage
COUNTED = {"articles", "outlets", "voices", "origins", "corroborated"}


def test_rows_give_the_article_s_own_words_and_where_they_stand(record: Record) -> None:
    articles = {article.name: article for article in record.articles()}
    rows = timeline_rows(record)
    assert len(rows) == len(record.events())
    for row in rows:
        assert articles[row["article"]].text[row["start"] : row["end"]] == row["words"]
        assert json.loads(json.dumps(row)) == row


def test_the_most_important_are_a_part_of_all_in_the_same_order(record: Record) -> None:
    everything = timeline_rows(record)
    few = timeline_rows(record, top=1)
    assert few == [row for row in everything if row in few]
    assert [row["score"] for row in few] == [max(row["score"] for row in everything)]
    assert timeline_rows(record, top=0) == []


def test_the_api_gives_the_same_rows(record: Record, tmp_path: Path) -> None:
    assert onrecord.timeline(record.path, top=2) == timeline_rows(record, top=2)
    with pytest.raises(RecordError):
        onrecord.timeline(tmp_path / "none.onrecord")


def line(row: dict[str, object]) -> str:
    """What an analyst reads of a row."""
    when = row["date"] or f"{row['earliest'] or ''}..{row['latest'] or ''}"
    ahead = "overdue" if row["overdue"] else "coming" if row["coming"] else row["status"]
    who = ", ".join(str(name) for name in sorted(row["participants"]))  # type: ignore[call-overload]
    return f"{when} | {row['event']} | {ahead} | {who} | {row['place'] or ''} | {row['article']}"


def test_the_sample_s_timeline_is_as_it_was_agreed(sample: onrecord.Record) -> None:
    found = [line(row) for row in timeline_rows(sample)]
    assert found == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_row_says_on_how_much_it_rests(record: Record) -> None:
    assert all(row.keys() >= COUNTED for row in timeline_rows(record))
