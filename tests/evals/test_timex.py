"""Time expressions against gold: how they are counted, and floors on articles that the grammar was not written on."""

from __future__ import annotations

import pytest

from evals.corpora import corpora
from evals.timex import Gold, gold, onrecord, score

# Percent on the unseen fifth of TimeBank, under what is reached.
FLOORS = {"relaxed F1": 93, "strict F1": 84, "type F1": 88, "value F1": 78}
HISTORIES = {"relaxed F1": 90, "strict F1": 80, "value F1": 79}


def test_a_span_that_overlaps_is_found_and_counts_for_its_type_and_value() -> None:
    # given one expression of gold, and one that is longer and has another value
    article = Gold("a", "They left early on Monday.", "2024-03-07", ((19, 25, "DATE", "2024-03-04"),))

    near = score([article], lambda _text, _written: [(10, 25, "DATE", "2024-03-11")])
    nothing = score([article], lambda _text, _written: [])

    assert (near["relaxed F1"], near["strict F1"], near["type F1"], near["value F1"]) == (100, 0, 100, 0)
    assert (nothing["relaxed F1"], nothing["recall"]) == (0, 0)


def test_each_expression_counts_once() -> None:
    article = Gold("a", "May or June", "2024-03-07", ((0, 3, "DATE", "2024-05"), (7, 11, "DATE", "2024-06")))

    one = score([article], lambda _text, _written: [(0, 11, "DATE", "2024-05")])

    assert one["recall"] == 50
    assert one["precision"] == 100


@pytest.mark.corpora
@pytest.mark.skipif(not (corpora() / "timex").is_dir(), reason="the public corpora are not there")
def test_floors() -> None:
    news = score([article for article in gold("timebank") if article.unseen], onrecord)
    histories = score(gold("wikiwars")[:4], onrecord)

    assert {name: figure for name, figure in news.items() if figure < FLOORS.get(name, 0)} == {}
    assert {name: figure for name, figure in histories.items() if figure < HISTORIES.get(name, 0)} == {}
