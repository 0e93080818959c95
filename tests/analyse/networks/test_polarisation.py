"""Polarisation in time, and how much of it is chance."""

from __future__ import annotations

import random

import pytest

from onrecord.analyse._networks import Claims, by_days, polarisation
from tests.analyse.networks.made import table

SIDES = tuple(f"party {number}" for number in range(10))


def year(camps: bool, month: str) -> list[tuple[str, str, int, str]]:
    """Ten parties on five options: in two camps of five, or each as a coin falls."""
    coin = random.Random(4)
    return [
        (side, option, int(at < 5) if camps else coin.randrange(2), f"2024-{month}-01")
        for option in ("toll", "bridge", "ferry", "quota", "census")
        for at, side in enumerate(SIDES)
    ]


def told(claims: Claims) -> list[tuple[float, float, float]]:
    found = list(polarisation(by_days(claims, 31), shuffles=40))
    return [(one.modularity or 0, one.by_chance or 0, one.likely or 0) for one in found]


def test_camps_are_more_polarised_than_chance_and_coins_are_not() -> None:
    # given a month of coins and one of camps
    coins, camps = told(table(*year(False, "01"), *year(True, "02")))

    assert camps[0] == pytest.approx(0.5)
    assert camps[0] > coins[0]
    assert camps[2] == pytest.approx(1 / 41)
    assert coins[2] > 0.1


def test_the_same_claims_give_the_same_figures() -> None:
    claims = table(*year(False, "01"))

    assert told(claims) == told(claims)


def test_a_window_that_says_nothing_has_no_figures() -> None:
    # given claims two months apart, each by one side
    claims = table(("Orlund", "toll", 1, "2024-01-01"), ("Salmera", "toll", 1, "2024-03-01"))

    found = list(polarisation(by_days(claims, 30)))

    assert [one.claims for one in found] == [1, 0, 1]
    assert {(one.modularity, one.by_chance, one.likely, one.camps) for one in found} == {(None, None, None, 0)}


def test_who_all_agree_are_one_camp_and_nothing_can_be_dealt_otherwise() -> None:
    claims = table(*[(side, "toll", 1, "2024-01-01") for side in SIDES])

    (found,) = polarisation(by_days(claims, 30))

    assert (found.camps, found.likely) == (1, None)
    assert found.modularity == pytest.approx(0)
