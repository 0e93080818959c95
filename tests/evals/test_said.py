"""When things were said: how it is counted, and floors on the first statements of gold."""

from __future__ import annotations

import pytest

from evals.corpora import corpora
from evals.said import Judged, figures, judged


def test_a_date_is_right_when_it_is_the_readers_own() -> None:
    of = [
        Judged("a", "2031-03-04", True, "2031-03-04"),
        Judged("b", "2031-03-04", True, "2031-03"),
        Judged("c", "2031-03", True, None),
        Judged("d", None, False, None),
    ]
    assert list(figures(of).values()) == [(1, 2), (1, 3), (1, 1), (3, 4)]


@pytest.mark.corpora
@pytest.mark.skipif(not (corpora() / "coverage").is_dir(), reason="the public corpora are not there")
def test_no_date_is_made_up() -> None:
    found = figures(list(judged(8)))
    left_open, of = found["left open, of those a reader leaves open"]
    assert left_open == of
