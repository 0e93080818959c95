"""The matrices of the Discourse Network Analyzer, all of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evals.networks import SETS, claims, debate, expected, folder, reproduced, same
from onrecord.analyse import _networks as networks
from onrecord.analyse._networks import Choice

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not folder().is_dir(), reason="the public corpora are not there"),
]


@pytest.mark.parametrize("name", SETS)
def test_every_matrix_is_reproduced(name: str) -> None:
    assert reproduced(name) == {"onemode": (96, 96), "twomode": (42, 42)}


def test_a_matrix_that_differs_is_told_from_one_that_is_the_same() -> None:
    table = claims("syn_bool")
    choice, entry = next(one for one in expected("syn_bool") if one[0].once == "dna-month")
    found = networks.network(table, choice)

    off = np.array(found.matrix)
    off[0, 1] += 1e-8
    assert same(found, entry)
    assert not same(found.with_matrix(off), entry)
    # months of their own year are not those of the other program: the default differs on purpose
    assert not same(networks.network(table, replace(choice, once="month")), entry)


def test_parties_of_a_hand_coded_debate_fall_into_camps_that_contradict_each_other() -> None:
    found = networks.find(debate(), Choice(normal="cosine"))

    camps = {node["name"]: node["community"] for node in found.nodes()}
    assert len(debate().rows) == 4510
    assert camps["Grüne"] == camps["SPD"] == camps["Linke"]
    assert camps["AFD"] == camps["NPD"] != camps["SPD"]
