"""Large tables of packages stay quick, and exact."""

from __future__ import annotations

from evals.packages import timed


def test_twelve_issues_of_five_options_and_fifteen_parties_take_seconds() -> None:
    seconds, found = timed(15, 12, 5, 0.0)

    assert found.of == 5**12
    assert [one.why for one in found.singled_out] == ["Nash", "Kalai-Smorodinsky", "largest sum"]
    assert seconds < 10
