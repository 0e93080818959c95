"""Phrases as a person writes them, and what they find."""

from __future__ import annotations

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import syntax
from onrecord.code._codebook.patterns import PatternError, Phrases, phrase
from onrecord.model import Span


def found(pattern: str, text: str) -> list[str]:
    """The words that a phrase's own words took, for each match."""
    (passage,) = syntax.parse(text, [Span(0, len(text))])
    return [" ".join(token.text for token in m.tokens) for m in Phrases([(pattern, 0)]).find(passage.doc)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("lift sanction", "They lifted the sanctions.", ["lifted sanctions"]),
        ("Lift Sanction", "LIFTING SANCTIONS would help.", ["LIFTING SANCTIONS"]),
        ("recogni*", "Recognition came late; nobody recognised it.", ["Recognition", "recognised"]),
        (
            "[foreign|European] troop",
            "European troops left, foreign troops stayed.",
            ["European troops", "foreign troops"],
        ),
        ("end [of|to|] war", "The end of the war; end war!", ["end of war", "end war"]),
        ("[cease fire|truce]", "The cease-fire held.", ["cease fire"]),
        ("lift ... sanction", "They will lift all of the remaining sanctions.", ["lift sanctions"]),
        ("lift ... sanction", "They lift one two three four five sanctions.", []),
        ("lift ... sanction", "They lift the ban, sanctions stay.", []),
        ("maintain ... sanction", "They maintain that sanctions work.", []),
        ("Kyiv membership", "Kyiv's membership is far off.", ["Kyiv membership"]),
        ("the talks", "Talks resumed; the talks failed.", ["Talks", "talks"]),
        ("“the talk", "A talk failed.", ["talk"]),
        ("[|] ceasefire", "The ceasefire held.", ["ceasefire"]),
        ("special economic zone", "a special ‘economic zone’ there", ["special economic zone"]),
    ],
)
def test_what_a_phrase_finds(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "  ",
        "the",
        "...",
        "... troops",
        "troops ...",
        "the ... troops",
        "troops ... the",
        "[|a b] x",
        "[the|b] x",
        "a]",
        "[a",
        "*",
        "x*y",
        "[raise ... quota|cut]",
        "x...y",
    ],
)
def test_what_is_no_phrase(pattern: str) -> None:
    with pytest.raises(PatternError):
        phrase(pattern)


@pytest.mark.parametrize(
    ("pattern", "cure"),
    [
        ("[principal|nominal|] haircut", "haircut"),
        ("[principal|] ... haircut on [bond|]", "haircut on [bond|]"),
        ("... Haircut", "Haircut"),
        ("write off ... debt ...", "write off ... debt"),
        ("[haircut|]", "haircut"),
        ("[haircut|write off|] [debt|]", "[haircut|write off]"),
    ],
)
def test_a_phrase_that_may_begin_or_end_with_nothing_comes_with_its_cure(pattern: str, cure: str) -> None:
    with pytest.raises(PatternError, match=re.escape(f"write just {cure!r}") + "$"):
        phrase(pattern)


@given(st.text(alphabet="ab[]|. ", max_size=30))
def test_a_cure_is_a_phrase(text: str) -> None:
    try:
        phrase(text)
    except PatternError as error:
        _, told, cure = str(error).partition("write just ")
        assert not told or phrase(ast.literal_eval(cure))


@given(st.text(alphabet="ab[]|*. -'’", max_size=30))
def test_any_text_is_a_phrase_or_an_error(text: str) -> None:
    try:
        pieces = phrase(text)
    except PatternError:
        return
    assert all(words for words in pieces[0])
