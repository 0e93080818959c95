"""Movement reports few changes where there are none, and finds plain ones."""

from __future__ import annotations

import pytest

from evals import movement
from evals.corpora import corpora

CLAIMS = corpora() / "discourse" / "debatenet-mig15.jsonl"


def test_of_sides_that_never_move_few_are_said_to_have_moved() -> None:
    tested, parted, reported = movement.false_alarms(52, 0.8, 40)

    assert tested == 40
    assert reported <= 5  # 38 % of them part somewhere when nothing is corrected
    assert parted > reported


def test_a_plain_change_is_shown_within_the_half_year() -> None:
    found = movement.delays(52, 0.95, 10)

    assert sum(one is not None for one in found) >= 9


@pytest.mark.corpora
@pytest.mark.skipif(not CLAIMS.is_file(), reason=f"{CLAIMS} is not there (docs/corpora.md)")
def test_hand_coded_claims_come_to_the_figures_of_the_docs() -> None:
    found = movement.coded_by_hand(CLAIMS)

    assert found["pairs with two claims or more"] == 651
    assert found["of them with claims for and against"] == 77
    assert found["moves reported"] == 0
