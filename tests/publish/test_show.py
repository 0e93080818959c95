"""What `show` prints of sides that were heard, told of and reported on."""

from __future__ import annotations

import pytest

from onrecord import terminal
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
