"""What an article tells by itself: which clauses are asked about, and what of them is whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from onrecord import code, resolve, syntax
from onrecord.code._network.hints import hints_of
from onrecord.code._told import _Bearers, _clauses, _Taken
from onrecord.model import Article, Attribution, Reading, Span, Speaker
from tests.code.ruled import reading_of


def heard(text: str) -> tuple[Reading, tuple[syntax.Passage, ...]]:
    passages = syntax.parse(text, syntax.paragraphs_of(text))
    reading, _ = reading_of(Article("a", "a.txt", "a.txt", text, ()), passages, ())
    return reading, passages


def clauses(reading: Reading, passages: Sequence[syntax.Passage]) -> Iterator[tuple[Attribution, Speaker]]:
    return _clauses(reading, passages, hints_of(code.codebook()), _Bearers(reading.referents, resolve.lexicon()))


def told_in(text: str) -> list[tuple[str, list[str]]]:
    reading, passages = heard(text)
    return [
        (text[one.source[0].start : one.source[0].end], [text[span.start : span.end] for span in one.content])
        for one, _ in clauses(reading, passages)
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Russia rejected an unconditional ceasefire.", ["rejected an unconditional ceasefire"]),
        ("An unconditional ceasefire was rejected by Russia.", ["An unconditional ceasefire was rejected"]),
        (
            "An unconditional ceasefire was rejected by Russia on Monday.",
            ["An unconditional ceasefire was rejected", "on Monday"],
        ),
        (
            "The unconditional ceasefire, which was rejected by Russia, was to start on Monday.",
            ["The unconditional ceasefire, which was rejected"],
        ),
    ],
)
def test_a_passive_keeps_its_patient_and_not_its_agent(text: str, content: list[str]) -> None:
    # Given what Russia did, told as its deed or as what happened to a ceasefire
    # When the article is looked at for what it tells
    # Then the ceasefire is in the content either way, and Russia only in the source
    assert told_in(text) == [("Russia", content)]


@pytest.mark.parametrize("name", ["The U.S.", "The United States", "Washington", "The Americans"])
def test_a_state_is_known_by_any_of_its_names(name: str) -> None:
    # Given a deed of a state that the article calls by another name than the lists
    # When the article is looked at for what it tells
    # Then the state is who did it, unless the name is that of its people
    found = told_in(f"{name} rejected an unconditional ceasefire.")
    assert found == ([(name, ["rejected an unconditional ceasefire"])] if name != "The Americans" else [])


def test_what_somebody_does_is_told_without_a_word_of_will() -> None:
    # Given a deed in plain words
    text = "North Korea released three captives and handed over their belongings."
    passages = syntax.parse(text, syntax.paragraphs_of(text))
    reading, lexicon = reading_of(Article("a", "a.txt", "a.txt", text, ()), passages, ())
    # When the article is read
    told = code.told(reading, passages, code.codebook(Path("nonproliferation")), lexicon)
    # Then the deed is a stance
    assert [(p.option, p.stance) for of_one in told.positions for p in of_one] == [("release", "support")]


def test_a_passive_tells_the_stance_of_its_agent() -> None:
    # Given a refusal told in the passive
    text = "An unconditional ceasefire was rejected by Russia."
    passages = syntax.parse(text, syntax.paragraphs_of(text))
    reading, lexicon = reading_of(Article("a", "a.txt", "a.txt", text, ()), passages, ())
    # When the article is read
    told = code.told(reading, passages, code.codebook(), lexicon)
    # Then the one who refuses is against it
    ((position, *_),) = told.positions
    assert (position.option, position.stance) == ("immediate-ceasefire", "oppose")
    assert [speaker.as_written for speaker in told.speakers] == ["Russia"]


def test_only_what_shares_words_with_an_option_is_held_against_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given an article in which no clause is about any option
    held: list[Span] = []

    def watched(_: _Taken, span: Span) -> bool:
        held.append(span)
        return False

    monkeypatch.setattr(_Taken, "touches", watched)
    reading, passages = heard("Russia won the match. Ukraine hosted the song contest.")
    # When it is looked at
    found = list(clauses(reading, passages))
    # Then nothing is looked up in what was said
    assert (found, held) == ([], [])


def test_a_span_touches_what_was_said_as_if_each_were_compared() -> None:
    # Given stretches that somebody said, out of order, some within others
    said = [Span(40, 50), Span(0, 5), Span(10, 30), Span(12, 15), Span(30, 33)]
    taken = _Taken(said)
    # When any span is looked up, then it touches exactly what shares a character with one of them
    for start in range(55):
        for end in range(start + 1, 56):
            assert taken.touches(Span(start, end)) == any(a.start < end and start < a.end for a in said)
