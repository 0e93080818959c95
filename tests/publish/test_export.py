"""What other programs get: offsets that resolve, one row a thing, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.publish import export, show, timeline_rows
from onrecord.store import Record
from tests.publish import sample


def lines(record: Record, path: Path) -> list[dict[str, Any]]:
    number = export(record, path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert len(rows) == number
    return rows


def test_the_text_of_every_statement_is_a_slice_of_its_article(record: Record, tmp_path: Path) -> None:
    texts = {row["id"]: row["text"] for row in lines(record, tmp_path / "valley.articles.jsonl")}
    rows = lines(record, tmp_path / "valley.jsonl")
    assert len(rows) == len(sample.STATEMENTS)
    for row in rows:
        assert row["text"] == texts[row["article_id"]][row["start"] : row["end"]]
        assert (row["pieces"][0][0], row["pieces"][-1][1]) == (row["start"], row["end"])


def test_a_statement_has_the_agreed_fields(record: Record, tmp_path: Path) -> None:
    row = next(row for row in lines(record, tmp_path / "valley.jsonl") if row["said"] == "2031-03-04")
    text = sample.WIRE.text
    (held,) = next(one for one in sample.STATEMENTS if one.id == row["id"]).positions
    assert {key: value for key, value in row.items() if key not in ("id", "start", "end", "pieces")} == {
        "article": "wire.html",
        "article_id": sample.WIRE.id,
        "outlet": "Meridian Wire",
        "published": "2031-03-04",
        "text": "Varland would stop firing at once if Ostrel pulled its guns back from the Lenn",
        "mode": "indirect",
        "attribution_confidence": 0.97,
        "speaker": "Ilsa Brandt",
        "speaker_as_written": "Foreign Minister Ilsa Brandt",
        "side": "Varland",
        "grade": "named",
        "chain": [],
        "utterance": None,
        "said": "2031-03-04",
        "positions": [
            {
                "issue": "ceasefire",
                "option": "immediate-ceasefire",
                "stance": "conditional",
                "holder": None,
                "condition": "if Ostrel pulled its guns back from the Lenn",
                "condition_kind": None,
                "linked": None,
                "position_confidence": held.confidence,
                "position_reason": held.why,
            }
        ],
    }
    assert row["pieces"] == [[row["start"], row["end"]]]
    assert text[row["start"] : row["end"]] == row["text"]


def test_a_broken_quotation_is_one_envelope_with_its_pieces(record: Record, tmp_path: Path) -> None:
    row = next(row for row in lines(record, tmp_path / "valley.jsonl") if "single village" in row["text"])
    assert "Brandt told reporters" in row["text"]
    pieces = [sample.WIRE.text[start:end] for start, end in row["pieces"]]
    assert pieces == ["“We will not sign away a single village,”", "“and nobody should ask us to.”"]


def test_a_statement_without_a_speaker_says_so(record: Record, tmp_path: Path) -> None:
    row = next(row for row in lines(record, tmp_path / "valley.jsonl") if row["text"] == "a claim")
    assert (row["speaker"], row["speaker_as_written"], row["side"], row["grade"]) == (None, None, None, None)


def test_a_cell_names_its_statements(record: Record, tmp_path: Path) -> None:
    rows = lines(record, tmp_path / "valley.positions.jsonl")
    ids = {statement.id for statement in sample.STATEMENTS}
    assert all(set(row["statements"]) <= ids and row["statements"] for row in rows)
    of_varland = [row for row in rows if (row["side"], row["actor"]) == ("Varland", None)]
    assert {(row["option"], row["stance"], len(row["statements"])) for row in of_varland} == {
        ("immediate-ceasefire", "conditional", 2),
        ("immediate-ceasefire", "support", 1),
        ("withdrawal", "oppose", 1),
        ("withdrawal", "support", 1),
    }
    assert {"side", "actor", "issue", "option", "stance", "first", "last", "statements"} <= set(rows[0])


def test_what_is_reported_of_another_side_says_whose_it_is_and_what_it_asks_for(record: Record, tmp_path: Path) -> None:
    row = next(row for row in lines(record, tmp_path / "valley.jsonl") if "Tessary" in row["text"])
    assert [(p["holder"], p["option"], p["condition_kind"], p["linked"]) for p in row["positions"]] == [
        ("Ostrel", "immediate-ceasefire", "exchange", "water.shared-dam"),
        ("Tessary", "recognition", None, None),
    ]


def test_a_cell_says_what_it_rests_on_and_who_disagrees(record: Record, tmp_path: Path) -> None:
    rows = lines(record, tmp_path / "valley.positions.jsonl")
    of_sides = {(r["side"], r["option"], r["stance"]): r for r in rows if r["actor"] is None}

    villages = of_sides["Varland", "withdrawal", "oppose"]
    assert (villages["basis"], villages["leading"]) == ("own", [{"actor": "Ilsa Brandt", "statements": 1}])
    assert villages["dissent"] == of_sides["Varland", "withdrawal", "support"]["statements"]
    truce = of_sides["Ostrel", "immediate-ceasefire", "conditional"]
    assert (truce["basis"], len(truce["statements"]), len(truce["reported"])) == ("own", 1, 1)
    assert of_sides["Ostrel", "monitoring-mission", "oppose"]["basis"] == "told"
    border = of_sides["Tessary", "recognition", "support"]
    assert (border["basis"], border["leading"], border["statements"]) == ("reported", [], border["reported"])
    assert border["statements"] == truce["reported"]


def test_cells_figures_and_events_say_on_how_many_origins_they_rest(record: Record, tmp_path: Path) -> None:
    cells = lines(record, tmp_path / "valley.positions.jsonl")
    for row in (*cells, *show(record, "figures"), *timeline_rows(record)):
        assert row["articles"] >= row["voices"] >= 1
        assert row["outlets"] >= 1
        assert row["corroborated"] == (row["origins"] >= 2)
    meeting, announcement = sorted(timeline_rows(record), key=lambda row: -row["origins"])
    assert (meeting["event"], meeting["origins"], meeting["corroborated"]) == ("meeting", 2, True)
    assert (announcement["origins"], announcement["corroborated"]) == (1, False)


def test_csv_has_a_row_for_each_position_and_one_for_a_statement_with_none(record: Record, tmp_path: Path) -> None:
    number = export(record, tmp_path / "valley.csv")
    with (tmp_path / "valley.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == number == sum(max(1, len(one.positions)) for one in sample.STATEMENTS)
    assert [row["article_id"] for row in rows if row["id"] == sample.STATEMENTS[0].id] == [sample.WIRE.id]
    bare = [row for row in rows if not row["option"]]
    assert len(bare) == sum(not one.positions for one in sample.STATEMENTS)


def test_csv_tells_how_sure_the_position_is_apart_from_how_sure_the_attribution_is(
    record: Record, tmp_path: Path
) -> None:
    export(record, tmp_path / "valley.csv")
    with (tmp_path / "valley.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["id"], row["option"], row["holder"]): row for row in csv.DictReader(file)}
    for statement in sample.STATEMENTS:
        for held in statement.positions:
            row = rows[statement.id, held.option, held.holder or ""]
            assert row["attribution_confidence"] == str(statement.attribution.confidence or "")
            assert (row["position_confidence"], row["position_reason"]) == (str(held.confidence), held.why)


@pytest.mark.parametrize("text", ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_starts_a_formula(text: str) -> None:
    from onrecord.tables import defused

    assert defused(text) == "'" + text
    assert defused("one - two") == "one - two"
    assert defused(-2) == -2


def test_an_ending_without_a_form_is_refused_with_those_that_there_are(record: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.csv.*\.jsonl"):
        export(record, tmp_path / "valley.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(record: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        export(record, tmp_path / "nowhere" / "valley.csv")
