"""Confidence: a probability that grows with each sign, the same each time, and as good as it says on annotated news."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.attribution import development
from evals.attribution.matching import scorer
from evals.confidence import error, of_equal_mass, of_equal_width, slice_error, table, units_right
from evals.corpora import scorers
from onrecord.attribute import attribute, reader
from onrecord.attribute._confidence import (
    FILE,
    Calibration,
    Signs,
    calibration,
    confident,
    log_odds,
)
from onrecord.attribute._rules import RulesReader
from onrecord.model import Attribution, Span
from onrecord.syntax import paragraphs_of, parse
from training.attribution.calibrate import fingerprint

DATA = files("onrecord") / "data" / "attribute"
SHIPPED = {"model": DATA / "model", "rules": DATA}
TEXT = (
    "“The lake is not for sale,” Water Minister Ilona Varga said on Tuesday.\n\n"
    "Officials in the valley fear that the dam might be delayed, according to two people.\n\n"
    "Her deputy hinted at talks. The envoy, asked whether he agreed, said he did."
)
chances = st.floats(0, 1)


def shipped(name: str) -> Calibration:
    found = calibration(SHIPPED[name])
    assert found is not None
    return found


@pytest.mark.parametrize("name", SHIPPED)
@given(st.data())
def test_each_sign_makes_it_surer_or_leaves_it_as_it_is(name: str, data: st.DataObject) -> None:
    sure = shipped(name)
    signs: Mapping[str, float] = {sign: data.draw(chances) for sign in sure.weights}
    sign = data.draw(st.sampled_from(sorted(signs)))
    more = {**signs, sign: data.draw(st.floats(signs[sign], 1))}

    assert 0 <= sure(signs) <= sure(more) <= 1
    assert sure(signs) == round(sure(signs), 2)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_every_sign_speaks_for_is_surer_than_what_none_does_by_far(name: str) -> None:
    sure = shipped(name)
    assert sure(dict.fromkeys(sure.weights, 1.0)) > 0.9
    assert sure(dict.fromkeys(sure.weights, 0.0)) < 0.1


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_was_fitted_to_what_ships(name: str) -> None:
    held = json.loads((SHIPPED[name] / FILE).read_text(encoding="utf-8"))
    assert held["fitted_to"] == fingerprint(name), "run python -m training.attribution.calibrate for this reader"


@given(chances)
def test_log_odds_are_finite_and_turn_around_at_one_half(chance: float) -> None:
    assert abs(log_odds(chance)) < 5
    assert log_odds(chance) == pytest.approx(-log_odds(1 - chance))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_attribution_has_a_confidence_which_is_the_same_each_time(name: str) -> None:
    found = attribute(TEXT, reader(name))

    assert found
    assert all(one.confidence is not None and 0 <= one.confidence <= 1 for one in found)
    assert attribute(TEXT, reader(name)) == found


@pytest.mark.parametrize("name", SHIPPED)
def test_a_plain_quotation_is_surer_than_a_hint_of_one(name: str) -> None:
    plain, *others = attribute(TEXT, reader(name))
    assert (plain.confidence or 0) > min(one.confidence or 0 for one in others)


def test_a_quotation_that_is_only_announced_leaves_the_rules_unsure() -> None:
    text = "Then the envoy turned to the cameras:\n\n“Nobody asked us at all about the lake.”"
    (one,) = RulesReader()(text, parse(text, paragraphs_of(text)))
    assert one.rule == ":announced"
    assert one.confidence is not None
    assert 0.3 < one.confidence < 0.6


def test_what_was_never_calibrated_has_no_confidence_and_the_rest_has_that_of_its_signs() -> None:
    signed: list[tuple[Attribution, Signs]] = [
        (Attribution((), (), (Span(5, 6),), "direct", "model"), {"content": 0.6})
    ]

    assert [one.confidence for one in confident(signed, Calibration(0.0, {"content": 1.0}))] == [0.6]
    assert [one.confidence for one in confident(signed, None)] == [None]


def test_the_error_is_the_gap_between_what_is_said_and_what_is_right() -> None:
    said, right = [0.9] * 10 + [0.3] * 10, [True] * 7 + [False] * 3 + [True] * 3 + [False] * 7
    wide = of_equal_width(said, right)

    assert [(one.number, round(one.mean, 9), one.right) for one in wide] == [(10, 0.3, 0.3), (10, 0.9, 0.7)]
    assert error(wide) == pytest.approx(0.1)
    assert sum(one.number for one in of_equal_mass(said, right)) == 20
    assert error([]) == 0
    assert "20 attributions, 50.0 % right" in table("any", said, right)
    assert "ECE 10.0 % (equal width)" in table("any", said, right)


@given(st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=60))
def test_bins_lose_nothing(pairs: list[tuple[float, bool]]) -> None:
    said, right = [one for one, _ in pairs], [one for _, one in pairs]
    for bins in (of_equal_width(said, right), of_equal_mass(said, right)):
        assert sum(one.number for one in bins) == len(pairs)
        assert sum(one.right * one.number for one in bins) == pytest.approx(sum(right))
        assert 0 <= error(bins) <= 1


@pytest.mark.skipif(not scorers().is_dir(), reason="needs the scorer (ONRECORD_SCORERS; see docs/corpora.md)")
def test_what_is_right_is_what_the_scorer_counts() -> None:
    text = "The envoy said that talks were near their end, and Varga said nothing of it."
    gold = [
        {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 45]]},
        {"source": [], "cue": [], "content": [[51, 75]]},
    ]
    row = {"id": "a", "text": text, "attributions": gold}
    found = [
        {"source": [[4, 9]], "cue": [[10, 14]], "content": [[20, 45], [62, 69]]},  # right, and a piece too many
        {"source": [[51, 56]], "cue": [], "content": [[51, 75]]},  # a source where there is none
        {"source": [[0, 9]], "cue": [], "content": [[15, 44]]},  # the better one of two for the same words
    ]

    right = units_right(row, found)

    assert right == [[False, False], [False], [True]]
    figures = scorer().score([row], {"a": found})
    assert figures["end_to_end"]["precision"] == 100 * sum(map(sum, right)) / sum(map(len, right))


@pytest.mark.corpora
@pytest.mark.skipif(
    not development().is_file() or not scorers().is_dir(),
    reason="needs PolNeAR and the scorer (ONRECORD_CORPORA, ONRECORD_SCORERS; see docs/corpora.md)",
)
@pytest.mark.parametrize("name", SHIPPED)
def test_confidence_is_calibrated_on_twenty_articles(name: str) -> None:
    assert slice_error(name) <= 0.08
