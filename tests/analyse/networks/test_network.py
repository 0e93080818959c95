"""Networks against matrices worked out by hand. Rows are Karshevia, Orlund, Salmera; columns bridge, ferry, toll."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from onrecord.analyse._networks import Choice, Network, network
from onrecord.analyse._networks._measures import Measure
from onrecord.analyse._networks._normals import Normal
from onrecord.errors import InputError
from tests.analyse.networks.made import table, talks


def made(measure: Measure, normal: Normal = "none") -> Network:
    return network(talks(), Choice(measure=measure, normal=normal, once="kept"))


def upper(found: Network) -> list[float]:
    """The ties Karshevia–Orlund, Karshevia–Salmera and Orlund–Salmera."""
    assert np.allclose(found.matrix, found.matrix.T)
    assert not found.matrix.diagonal().any()
    return [float(found.matrix[0, 1]), float(found.matrix[0, 2]), float(found.matrix[1, 2])]


@pytest.mark.parametrize(
    ("measure", "ties"),
    [
        ("ignore", [1 * 1 + 1 * 2, 1 * 3 + 1 * 1, 1 * 3 + 2 * 1]),
        ("congruence", [1, 3, 3 + 2]),
        ("conflict", [2, 1, 0]),
        ("subtract", [-1, 2, 5]),
    ],
)
def test_ties_among_speakers(measure: Measure, ties: list[float]) -> None:
    assert upper(made(measure)) == ties


@pytest.mark.parametrize(
    ("normal", "divisors"),
    [
        ("average", [2.5, 3.5, 4]),  # 2, 3 and 5 claims
        # Karshevia alone says 1 that Orlund does not (for the toll), Orlund alone 2, both 1 · 1 (for the bridge) …
        ("jaccard", [1 + 2 + 1, 1 + 2 + 3, 0 + 1 + (3 + 2)]),
        ("dna-cosine", [2 * 3, 2 * 5, 3 * 5]),
        ("cosine", [sqrt(2) * sqrt(5), sqrt(2) * sqrt(11), sqrt(5) * sqrt(11)]),
    ],
)
def test_normalisations_divide_the_ties(normal: Normal, divisors: list[float]) -> None:
    congruence = upper(made("congruence", normal))

    assert congruence == pytest.approx([tie / by for tie, by in zip([1, 3, 5], divisors, strict=True)])


def test_the_true_cosine_of_those_who_say_the_same_is_one_and_of_those_who_contradict_minus_one() -> None:
    # given one side that says what another says, only more often, and a third that says the contrary
    claims = table(*[("Orlund", "toll", 1)] * 2, *[("Salmera", "toll", 1)] * 6, ("Karshevia", "toll", 0))

    found = network(claims, Choice(normal="cosine", once="kept"))

    assert upper(found) == pytest.approx([-1, -1, 1])


def test_ties_among_options_are_by_who_shares_them() -> None:
    found = network(talks(), Choice(between="options", measure="subtract", normal="none", once="kept"))

    # bridge–toll: Orlund disagrees 1 · 2, Karshevia agrees 1 · 1, Salmera disagrees 3 · 1
    assert found.rows == found.columns == ("bridge", "ferry", "toll")
    assert upper(found) == [3, -2 + 1 - 3, -1]


@pytest.mark.parametrize(
    ("measure", "normal", "ties"),
    [
        ("ignore", "none", [[1, 0, 1], [1, 0, 2], [3, 1, 1]]),
        ("subtract", "none", [[1, 0, 1], [1, 0, -2], [3, 1, -1]]),
        ("combine", "none", [[1, 0, 1], [1, 0, 2], [1, 1, 2]]),
        ("ignore", "activity", [[1 / 2, 0, 1 / 2], [1 / 3, 0, 2 / 3], [3 / 5, 1 / 5, 1 / 5]]),
        ("subtract", "prominence", [[1 / 5, 0, 1 / 4], [1 / 5, 0, -2 / 4], [3 / 5, 1, -1 / 4]]),
    ],
)
def test_ties_of_speakers_to_options(measure: Measure, normal: Normal, ties: list[list[float]]) -> None:
    found = network(talks(), Choice(between="both", measure=measure, normal=normal, once="kept"))

    assert found.columns == ("bridge", "ferry", "toll")
    assert found.matrix == pytest.approx(np.array(ties))


def test_a_side_that_says_both_is_combined_as_both() -> None:
    found = network(table(("Orlund", "toll", 1), ("Orlund", "toll", 0)), Choice(between="both", measure="combine"))

    assert found.matrix.tolist() == [[3]]


def test_on_a_scale_claims_agree_as_far_as_they_are_near() -> None:
    # given values 4 apart on the scale, and 1 apart
    claims = table(("Karshevia", "quota", -2), ("Orlund", "quota", 2), ("Salmera", "quota", 1))

    agree = network(claims, Choice(measure="congruence", normal="none"))
    clash = network(claims, Choice(measure="conflict", normal="none"))

    assert upper(agree) == pytest.approx([0, 1 / 4, 3 / 4])
    assert upper(clash) == pytest.approx([1, 3 / 4, 1 / 4])
    to_options = network(claims, Choice(between="both"))
    assert to_options.matrix.tolist() == [[-2], [2], [1]]


def test_claims_of_nobody_known_are_counted_apart() -> None:
    claims = table(("Orlund", "toll", 1), ("Salmera", "toll", 1))
    mixed = claims.with_rows([*claims.rows, *talks().rows])

    found = network(mixed, Choice(speaker="actor", once="kept"))

    assert (found.rows, found.claims, found.silent) == ((), 0, 12)


@pytest.mark.parametrize(
    ("choice", "field", "advice"),
    [
        (Choice(measure="combine"), "measure", "ignore, congruence, conflict, subtract"),
        (Choice(between="both", measure="conflict"), "measure", "ignore, subtract, combine"),
        (Choice(between="both", normal="average"), "normal", "none, activity, prominence"),
        (Choice(normal="activity"), "normal", "none, average, jaccard, cosine, dna-cosine"),
        (Choice(between="both", measure="combine", normal="activity"), "normal", "none"),
    ],
)
def test_choices_that_do_not_go_together_say_what_does(choice: Choice, field: str, advice: str) -> None:
    with pytest.raises(InputError) as raised:
        network(talks(), choice)

    assert raised.value.field == field
    assert raised.value.advice.endswith(f"it can be {advice}.")


def test_too_long_a_scale_cannot_be_combined() -> None:
    claims = table(("Orlund", "toll", 0), ("Salmera", "toll", 100))

    with pytest.raises(InputError, match="from 0 to 100 is too long to combine"):
        network(claims, Choice(between="both", measure="combine"))
