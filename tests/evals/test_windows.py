"""Attributions in coverage of Iran, North Korea and trade: what counts, and floors for the model's figures."""

from __future__ import annotations

from typing import Any

import pytest

from evals.attribution.readers import Plain
from evals.corpora import corpora, scorers
from evals.windows import CORPORA, Window, found, score, windows

# Percent; three points under what was measured.
FLOORS = {
    ("all", "content"): 78,
    ("all", "end to end"): 72,
    ("all", "direct with speaker"): 89,
    ("sure", "end to end"): 77,
    ("shut", "end to end"): 73,
    ("iran-nuclear", "end to end"): 69,
    ("north-korea", "end to end"): 73,
    ("trade", "end to end"): 77,
}

needs_scorer = pytest.mark.skipif(
    not scorers().is_dir(), reason="needs the scorer (ONRECORD_SCORERS; see docs/corpora.md)"
)
needs_corpora = [
    pytest.mark.corpora,
    needs_scorer,
    pytest.mark.skipif(
        not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
    ),
]

BEFORE = "The talks opened on Monday.\n"
HERE = "The envoy said the ports would reopen. Officials hinted at a pause.\n"
TEXT = BEFORE + HERE + "The minister denied the report."


def plain(source: str, cue: str, content: str) -> dict[str, Any]:
    def at(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    return {"source": at(source), "cue": at(cue), "content": at(content)}


def marked(attribution: dict[str, Any], sure: bool = True) -> dict[str, Any]:
    return {**attribution, "sure": sure, "part": "shut"}


ENVOY = plain("The envoy", "said", "the ports would reopen")
OFFICIALS = plain("Officials", "hinted", "at a pause")
MINISTER = plain("The minister", "denied", "the report")


def window(*gold: dict[str, Any]) -> Window:
    return Window("trade", "one", TEXT, len(BEFORE), len(BEFORE + HERE) - 1, gold)


def test_an_attribution_counts_where_its_content_starts() -> None:
    beyond: Plain = {**ENVOY, "content": [ENVOY["content"][0], MINISTER["content"][0]]}
    from_before: Plain = {**OFFICIALS, "content": [OFFICIALS["content"][0], [0, 9]]}

    assert window().inside([beyond, from_before, MINISTER, {**ENVOY, "content": []}]) == [beyond]


@needs_scorer
def test_what_is_found_outside_the_window_counts_neither_for_nor_against() -> None:
    figures = score([window(marked(ENVOY))], {"one": window().inside([ENVOY, MINISTER])})

    assert figures["units"] == {"gold": 1, "predicted": 1}
    assert figures["end_to_end"]["f1"] == 100


@needs_scorer
def test_in_a_window_without_attributions_whatever_is_found_is_wrong() -> None:
    figures = score([window()], {"one": [ENVOY]})

    assert figures["units"] == {"gold": 0, "predicted": 1}


@needs_scorer
@pytest.mark.parametrize("predicted", [[ENVOY], [ENVOY, OFFICIALS], [ENVOY, {**OFFICIALS, "source": []}]])
def test_what_the_annotator_was_not_sure_of_counts_neither_way(predicted: list[Plain]) -> None:
    figures = score([window(marked(ENVOY), marked(OFFICIALS, sure=False))], {"one": predicted}, only_sure=True)

    assert figures["units"] == {"gold": 1, "predicted": 1}
    assert figures["end_to_end"]["f1"] == 100


@needs_scorer
def test_what_matches_nothing_stays_wrong_among_the_sure_ones() -> None:
    invented = {**ENVOY, "content": [[len(BEFORE), len(BEFORE) + 9]]}

    figures = score([window(marked(ENVOY))], {"one": [ENVOY, invented]}, only_sure=True)

    assert figures["content"]["precision"] == 50


@pytest.fixture(scope="module")
def model() -> dict[str, dict[str, float]]:
    predicted = found("onrecord model")
    parts = {
        "all": score(windows(), predicted),
        "sure": score(windows(), predicted, only_sure=True),
        "shut": score([w for w in windows() if w.shut], predicted),
        **{corpus: score([w for w in windows() if w.corpus == corpus], predicted) for corpus in CORPORA},
    }
    return {
        part: {
            "content": figures["content"]["f1"],
            "end to end": figures["end_to_end"]["f1"],
            "direct with speaker": figures["direct"]["with_speaker"],
        }
        for part, figures in parts.items()
    }


class TestFloors:
    """The model's figures on all windows."""

    pytestmark = needs_corpora

    @pytest.mark.parametrize(("part", "figure"), FLOORS)
    def test_the_model_holds_the_floor(self, model: dict[str, dict[str, float]], part: str, figure: str) -> None:
        assert model[part][figure] >= FLOORS[part, figure]

    def test_every_marked_attribution_lies_in_its_window(self) -> None:
        assert all(len(w.inside(w.gold)) == len(w.gold) for w in windows())
