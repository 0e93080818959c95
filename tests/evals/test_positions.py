"""Positions against those coded by reading: what is counted, how coders agree, and floors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.corpora import corpora
from evals.positions import CODEBOOKS, Coded, gold, run, score
from evals.positions.agreement import alpha, coded_twice
from onrecord import code
from onrecord.model import Position

# Percent on both halves, under what the rules reach; most positions are missed by them.
FLOORS = {"option F1": 26, "option precision": 70, "end to end F1": 11}
VALUES = st.sampled_from(["none", "support", "oppose"])


def coded(gold_stance: str | None, found_stance: str | None, *, sure: bool = True, holder: str = "Orlund") -> Coded:
    row = {"option": "ports.open", "stance": gold_stance, "sure": sure, "holder": "Orlund", "voice": "own"}
    position = Position("ports", "open", found_stance, None, 0.9, "")  # type: ignore[arg-type]
    return Coded(
        "trade",
        {"ports.open": row} if gold_stance else {},
        {"ports.open": (position, (holder,))} if found_stance else {},
    )


def test_a_position_is_right_end_to_end_when_option_stance_and_holder_are() -> None:
    assert score([coded("support", "support")])["end to end F1"] == 100
    assert score([coded("support", "support", holder="Karshevia")])["end to end F1"] == 0
    turned = score([coded("support", "oppose")])
    assert (turned["option F1"], turned["end to end F1"], turned["wrong way round"]) == (100, 0, 1)


def test_what_the_coder_was_not_sure_of_counts_neither_way() -> None:
    assert score([coded("support", "oppose", sure=False), coded("support", "support")])["option F1"] == 100
    assert score([coded("support", None, sure=False), coded("support", "support")])["option recall"] == 100
    assert score([coded(None, "support"), coded("support", "support")])["option precision"] == 50


@given(st.lists(VALUES, min_size=2))
def test_coders_who_say_the_same_agree_fully(values: list[str]) -> None:
    assert alpha([(value, value) for value in values]) == 1


def test_alpha_is_about_nought_by_chance_and_one_half_way_between() -> None:
    by_chance = [("none", "none"), ("none", "support"), ("support", "none"), ("support", "support")] * 50
    assert abs(alpha(by_chance)) < 0.02
    assert 0.4 < alpha([*by_chance, *[("none", "none"), ("support", "support")] * 100]) < 0.6


def test_every_code_is_of_its_codebook_and_every_second_coding_has_a_first() -> None:
    known = {
        name: {f"{issue.id}.{option.id}" for issue in code.codebook(file).issues for option in issue.options}
        for name, file in CODEBOOKS.items()
    }
    assert all(one["option"] in known[row["corpus"]] for row in gold() for one in row["positions"])
    assert len(coded_twice()) == 216


@pytest.mark.corpora
@pytest.mark.skipif(
    not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
def test_no_figure_falls_below_its_floor() -> None:
    figures = score(run())
    assert {name: figures[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), figures
