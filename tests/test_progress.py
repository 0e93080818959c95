"""How far a command is, where nobody watches: lines for a log."""

from __future__ import annotations

import pytest

from onrecord.progress import EVERY, how_far, in_lines


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    # Given a build that reads an article in a second
    now = 0.0
    tell = in_lines(lambda: now)

    # When it reads for 25 seconds
    for done in range(1, 26):
        now = float(done)
        tell("reading articles", 1000 * done)

    # Then standard error has a line for each ten of them, and standard output has none
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "onrecord: reading articles: 10,000\nonrecord: reading articles: 20,000\n"


def test_a_stage_that_begins_late_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    tell = in_lines(lambda: now)
    tell("reading articles", 1)
    now = EVERY
    tell("looking for copies", 1)

    assert capsys.readouterr().err == "onrecord: looking for copies: 1\n"


def test_a_quick_command_says_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with how_far() as tell:
        tell("coding sentences", 1)

    assert capsys.readouterr() == ("", "")
