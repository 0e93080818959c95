"""Copies count once."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord import trace
from onrecord.model import Reuse


def shared(a: str, b: str, containment_a: float, containment_b: float) -> Reuse:
    return Reuse(a, b, containment_a, containment_b, (), None, "")


def test_five_outlets_with_one_wire_story_are_one_voice() -> None:
    copies = [shared("wire", outlet, 0.9, 1.0) for outlet in ("x", "y", "z")]
    assert trace.voices(["wire", "x", "y", "z", "own report"], copies) == 2
    assert trace.families(["y", "wire", "own report", "x", "z"], copies) == (("own report",), ("wire", "x", "y", "z"))


def test_containment_of_either_is_enough() -> None:
    assert trace.voices(["a", "b"], [shared("a", "b", 0.02, trace.COPY)]) == 1
    assert trace.voices(["a", "b"], [shared("a", "b", trace.COPY - 0.01, 0.02)]) == 2


def test_articles_that_are_not_asked_for_join_nobody() -> None:
    assert trace.voices(["a", "c"], [shared("a", "b", 1, 1), shared("b", "c", 1, 1)]) == 2


def test_no_articles_are_no_voice() -> None:
    assert trace.voices([], []) == 0


IDS = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.builds(shared, IDS, IDS, st.floats(0, 1), st.floats(0, 1)))


@given(st.lists(IDS, min_size=1), PAIRS, st.randoms(use_true_random=False))
def test_voices_are_between_one_and_the_number_of_articles(
    ids: list[str], pairs: list[Reuse], chance: random.Random
) -> None:
    count = trace.voices(ids, pairs)
    assert 1 <= count <= len(set(ids))
    shuffled = pairs[:]
    chance.shuffle(shuffled)
    assert trace.families(reversed(ids), shuffled) == trace.families(ids, pairs)
    assert trace.voices(ids, []) == len(set(ids))
