"""Large tables of packages stay quick, and exact."""

from __future__ import annotations

from evals.packages import _better, timed


def test_twelve_issues_of_five_options_and_fifteen_parties_take_seconds() -> None:
    seconds, found = timed(15, 12, 5, 0.0)

    assert found.of == 5**12
    assert [one.why for one in found.singled_out] == ["Nash", "Kalai-Smorodinsky", "largest sum"]
    assert seconds < 10


def test_a_package_that_is_worth_more_in_sum_is_the_better_one_by_that_solution() -> None:
    # Given a table in which the one package has the larger sum and the other the larger least share
    table = {"worth": [[0.9, 0.2], [0.5, 0.5]], "without": [0.0, 0.0]}
    # When both are compared, then each is better by the solution that asks for it
    assert _better("largest sum", table, [0.9, 0.2], [[0.5, 0.5]])
    assert not _better("Kalai-Smorodinsky", table, [0.9, 0.2], [[0.5, 0.5]])
