"""The disparity filter against its definition."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import integrate

from onrecord.analyse._networks import backbone
from onrecord.analyse._networks._backbone import by_chance
from onrecord.errors import InputError
from tests.analyse.networks.test_communities import of


def test_the_chance_of_a_tie_is_the_integral_of_the_null_model() -> None:
    # Serrano et al. (2009), equation 2: 1 - (k - 1) times the integral of (1 - x)^(k - 2) from 0 to the share
    sizes = np.array([[6.0, 3.0, 1.0]])

    for share, likely in zip((0.6, 0.3, 0.1), by_chance(sizes)[0], strict=True):
        below, _ = integrate.quad(lambda x: (1 - x) ** (3 - 2), 0, share)
        assert likely == pytest.approx(1 - (3 - 1) * below)


def test_only_ties_that_stand_out_for_an_end_stay_with_their_sign() -> None:
    # given a side with one strong conflict among weak ties, and weak ties among the others
    matrix = np.full((6, 6), 0.1)
    np.fill_diagonal(matrix, 0)
    matrix[0, 1] = matrix[1, 0] = -4

    kept = backbone(of(matrix)).matrix

    assert kept[0, 1] == kept[1, 0] == -4
    assert np.count_nonzero(kept) == 2


def test_a_single_tie_cannot_stand_out() -> None:
    assert not backbone(of(np.array([[0.0, 9.0], [9.0, 0.0]]))).matrix.any()


def test_a_level_is_a_probability() -> None:
    for level in (0, 1.5, float("nan")):
        with pytest.raises(InputError, match="no probability"):
            backbone(of(np.zeros((2, 2))), level)
