"""How attributions are scored: matching agrees with the scorer, and cues are classed by what they say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.attribution.cues import class_of, classes_of
from evals.attribution.figures import by_class, by_outlet
from evals.attribution.matching import match, scorer, speaker_right
from evals.corpora import scorers

needs_scorer = pytest.mark.skipif(
    not scorers().is_dir(), reason="needs the scorer (ONRECORD_SCORERS; see docs/corpora.md)"
)

TEXT = "The envoy said that “the ports will reopen,” and the union wants a pause before any vote on the terms."


def spans(longest: int) -> st.SearchStrategy[list[list[int]]]:
    span = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, longest))
    return st.lists(span.map(lambda s: [s[0], min(len(TEXT), s[0] + s[1])]), max_size=2)


attributions = st.lists(st.fixed_dictionaries({"source": spans(10), "cue": spans(6), "content": spans(40)}), max_size=5)


@needs_scorer
@given(gold=attributions, predicted=attributions)
def test_matching_agrees_with_the_scorers_sums(gold: list[Any], predicted: list[Any]) -> None:
    units, found = scorer().units(TEXT, gold), scorer().units(TEXT, predicted)
    matched = match(TEXT, units, found)

    figures = scorer().score([{"id": "a", "text": TEXT, "attributions": gold}], {"a": predicted})

    def f1(hits: int) -> float:
        return round(200 * hits / (len(units) + len(found)), 1) if hits else 0.0

    right = sum(speaker_right(units[i], found[j]) for i, j in matched.items())
    assert f1(len(matched)) == pytest.approx(figures["content"]["f1"], abs=0.1)
    assert f1(right) == pytest.approx(figures["end_to_end"]["f1"], abs=0.1)


@pytest.mark.parametrize(
    ("lemmas", "expected"),
    [
        ("say", "speech"),
        ("accord to", "speech"),
        ("have call for", "plan"),
        ("call", "speech"),
        ("would like", "plan"),
        ("do not want", "plan"),
        ("want to say", "plan"),
        ("be widely see as", "belief"),
        ("show", "finding"),
        ("sharply criticize", "judgement"),
        ("perambulate", "other"),
        ("", "other"),
    ],
)
def test_the_first_listed_words_of_a_cue_class_it_the_longest_first(lemmas: str, expected: str) -> None:
    assert class_of(lemmas.split()) == expected


def cue(*words: str) -> dict[str, Any]:
    return {"source": [], "cue": [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words], "content": []}


def test_cues_are_classed_by_the_lemmas_of_the_text() -> None:
    assert classes_of(TEXT, [cue("wants"), cue("said"), cue("reopen"), cue()]) == ["plan", "speech", "other", "other"]


def test_cues_are_classed_in_text_with_emoji_and_odd_spaces() -> None:
    text = "😀 Ñandú\u00a0Pérez told\r\n\r\nus\u2028“no”; she believes\u0301 it."
    at = text.index("told")

    assert classes_of(text, [{"cue": [[at, at + 4]]}]) == ["speech"]


@needs_scorer
def test_recall_by_class_and_f1_by_outlet_count_what_was_found() -> None:
    def attribution(source: str, content: str, verb: str) -> dict[str, Any]:
        parts = {"source": source, "cue": verb, "content": content}
        return {part: [[TEXT.index(w), TEXT.index(w) + len(w)]] for part, w in parts.items()}

    said = attribution("The envoy", "the ports will reopen", "said")
    wants = attribution("the union", "a pause before any vote on the terms", "wants")
    rows = [
        {"id": "a", "outlet": "Gazette", "text": TEXT, "attributions": [said, wants]},
        {"id": "b", "outlet": "Courier", "text": TEXT, "attributions": [said]},
    ]
    predicted = {"a": [said, {**wants, "source": said["source"]}], "b": [said]}

    recall = by_class(rows, {"a": ["speech", "plan"], "b": ["speech"]}, predicted)

    assert {name: (r.units, r.content, r.end_to_end) for name, r in recall.items()} == {
        "speech": (2, 100, 100),
        "plan": (1, 100, 0),
    }
    assert by_outlet(rows, predicted) == {"Courier": 100.0, "Gazette": 50.0}
