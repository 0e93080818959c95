"""One sentence coded on its own: who is heard in it, what is coded, what is only mentioned."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import code

PEACE = code.codebook()


def test_a_sentence_that_names_its_speaker_is_coded_as_theirs() -> None:
    tried = code.attempt("Moscow said it would never accept foreign troops in the valley.", PEACE)

    assert [(one.speaker, one.side) for one in tried.heard] == [("Moscow", "Russia")]
    (coded,) = (one for one in tried.coded if one.option == "foreign-troops")
    assert (coded.stance, coded.speaker) == ("oppose", "Moscow")
    assert "never accept foreign troops" in coded.why


def test_a_sentence_of_nobody_is_said_by_somebody_unnamed() -> None:
    tried = code.attempt("All sanctions must be lifted if the ceasefire holds.", PEACE)

    assert [(one.speaker, one.side) for one in tried.heard] == [(None, None)]
    (coded,) = (one for one in tried.coded if one.option == "sanctions-relief")
    assert (coded.stance, coded.condition) == ("conditional", "if the ceasefire holds")


@pytest.mark.parametrize(("speaker", "coded"), [("Russian Foreign Minister Ivan Petrov", ["oppose"]), ("Ann Lee", [])])
def test_whose_will_it_is_hangs_on_the_speaker_s_side(speaker: str, coded: list[str]) -> None:
    tried = code.attempt("Russia will never accept foreign troops.", PEACE, speaker=speaker)

    assert tried.heard[0].content == "Russia will never accept foreign troops."
    assert [one.stance for one in tried.coded if one.option == "foreign-troops" and one.holder is None] == coded


def test_an_option_without_a_stance_is_mentioned_with_its_words() -> None:
    tried = code.attempt("The ceasefire of 1994 lasted nine days.", PEACE)

    assert tried.coded == ()
    assert [(one.option, one.words) for one in tried.mentioned] == [("immediate-ceasefire", "ceasefire")]


def test_the_speaker_s_own_name_is_no_mention() -> None:
    speaker = "Ann Lee of the foreign troops mission"

    assert code.attempt("The sky is blue.", PEACE, speaker=speaker).mentioned == ()


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.sampled_from("ab .”“\"'\n\r\t\x00\u00a0\u202e\u0301\U0001f54a\ud800,?"), max_size=40),
    st.none() | st.text(st.sampled_from("A \n\u202e\U0001f54a:“"), max_size=8),
)
def test_no_sentence_is_too_strange(noise: str, speaker: str | None) -> None:
    tried = code.attempt(f"{noise}We want a ceasefire.{noise}", PEACE, speaker=speaker)

    assert tried.sentence == f"{noise}We want a ceasefire.{noise}"
