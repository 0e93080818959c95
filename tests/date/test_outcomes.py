"""What somebody says came of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import date, resolve
from onrecord.model import Referent, Role, Span, Speaker
from tests.date.telling import BRENNER, MARDEN, OKELLO, REFERENTS, attributed, told

MET = "Marden met Okello in Geneva on Tuesday."
WITH_ROLES = tuple(
    replace(one, roles=(Role("envoy", "Kenya", Span(0, 1)),)) if one.number in {OKELLO, BRENNER} else one
    for one in REFERENTS
)


def summed_up(
    said: str, cue: str, content: str, by: int | None = MARDEN, referents: Sequence[Referent] = REFERENTS
) -> list[tuple[int | None, str]]:
    """The outcomes of the meeting when somebody says something after it."""
    of, passages = told(f"{MET} {said}")
    found = date.events(of, passages, referents, resolve.lexicon())
    speaker = Speaker(by, None, None)
    events = date.outcomes(found, passages, [attributed(of, cue, [content])], [speaker], referents)
    return [(one.by, of.text[one.span.start : one.span.end]) for event in events for one in event.outcomes]


@pytest.mark.parametrize(
    ("said", "cue", "content"),
    [
        ("Marden said the talks were productive.", "said", "the talks were productive"),
        ("Marden said that they had a good meeting.", "said", "they had a good meeting"),
        ("Marden called the session useful.", "called", "useful"),
        ("Marden said the talks had failed.", "said", "the talks had failed"),
    ],
)
def test_a_judgement_of_the_event_is_its_outcome_whoever_says_so(said: str, cue: str, content: str) -> None:
    assert summed_up(said, cue, content) == [(MARDEN, content)]
    assert summed_up(said, cue, content, by=None) == [(None, content)]


def test_a_result_is_the_outcome_for_those_who_took_part_or_speak_for_them() -> None:
    said = ("Brenner said no compromise had been made.", "said", "no compromise had been made")
    assert summed_up(*said, by=BRENNER, referents=WITH_ROLES) == [(BRENNER, said[2])]  # Okello's side
    assert summed_up(*said, by=BRENNER) == []


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("Marden said she was tired.", "she was tired"),
        ("Marden said a good deal was far off.", "a good deal was far off"),
        ("Marden said the talks would be productive.", "the talks would be productive"),
        ("Marden said the next meeting should be useful.", "the next meeting should be useful"),
        (
            "Marden said Brenner had had a long and good talk with Norway.",
            "Brenner had had a long and good talk with Norway",
        ),
        ("Marden said it was a good town for the talks.", "it was a good town for the talks"),
    ],
)
def test_what_judges_nothing_or_another_thing_is_no_outcome(said: str, content: str) -> None:
    assert summed_up(said, "said", content) == []


def test_what_is_far_from_the_event_is_not_its_outcome() -> None:
    said = "It rained. Nobody spoke. The lake was calm. Marden said the talks were productive."
    assert summed_up(said, "said", "the talks were productive") == []


_WORDS = "the talks were a good meeting Marden said no progress had been made with Okello 😀 . , “ ”"


@given(st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=20).map(" ".join))
def test_no_words_are_too_odd_and_an_outcome_is_what_was_said(said: str) -> None:
    for by, words in summed_up(said, said.split()[0], said):
        assert (by, words) == (MARDEN, said)
