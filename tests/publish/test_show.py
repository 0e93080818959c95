"""What `show` prints of sides that were heard, told of and reported on."""

from __future__ import annotations

import pytest

from onrecord import terminal
from onrecord.errors import RecordError
from onrecord.publish import show
from onrecord.store import Record


def test_the_matrix_tells_own_words_from_what_is_told_and_reported(record: Record) -> None:
    ceasefire, territory = show(record, "matrix")

    assert ceasefire["Ostrel"] == {"conditional": 1, "oppose": 1, "oppose (told)": 1}
    assert territory["Tessary"] == {"support (reported)": 1}
    assert list(ceasefire)[1:] == list(territory)[1:]
    assert list(territory)[-1] == "Tessary"


def test_in_a_terminal_what_is_not_a_sides_own_stands_in_brackets(
    record: Record, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    terminal.rows("matrix", show(record, "matrix", side="Tessary"), as_json=False)
    terminal.rows("statements", show(record, "statements", search="Tessary"), as_json=False)

    out = capsys.readouterr().out
    assert "(+1)" in out
    assert "Tessary: + recognition" in out


def test_a_side_that_only_others_speak_of_can_be_asked_for(record: Record) -> None:
    assert show(record, "matrix", side="Tessary") == [{"issue": "territory", "Tessary": {"support (reported)": 1}}]
    assert show(record, "news", side="Tessary") == []


@pytest.mark.parametrize("name", ["territory.withdrawal", "withdrawal"])
def test_an_option_narrows_with_its_issue_or_without(record: Record, name: str) -> None:
    statements = show(record, "statements", option=name)

    assert 0 < len(statements) < len(show(record, "statements", issue="territory"))
    assert all("withdrawal" in {held["option"] for held in row["positions"]} for row in statements)
    for what in ("sticking-points", "news"):
        assert show(record, what, option=name) == [row for row in show(record, what) if row["option"] == "withdrawal"]


def test_who_asks_for_an_option_as_an_issue_is_told_how_to_ask(record: Record) -> None:
    for name in ("withdrawal", "territory.withdrawal"):
        with pytest.raises(RecordError, match=r"is no issue, but an option: territory\.withdrawal\. .* --option"):
            show(record, "matrix", issue=name)
    with pytest.raises(RecordError, match=r"no issue 'fishing'.* There are ceasefire, territory"):
        show(record, "matrix", issue="fishing")
    with pytest.raises(RecordError, match=r"no option 'ceasefire\.withdrawal'.*territory\.withdrawal"):
        show(record, "statements", option="ceasefire.withdrawal")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_terminal_shows_the_words_of_statements_and_no_line_is_wider_than_it(
    record: Record, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    terminal.rows("statements", show(record, "statements", option="withdrawal"), as_json=False)

    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= width
    assert "“We will not sign away a" in out


def test_articles_show_how_far_their_date_is_to_be_trusted(record: Record) -> None:
    rows = show(record, "articles")

    assert {row["basis"] for row in rows} >= {"metadata"}
    assert all(row["confidence"] is None or 0 < row["confidence"] <= 1 for row in rows)
    assert all(row["other_dates"] == [] for row in rows)
