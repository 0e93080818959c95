"""One sentence coded on its own: who is heard in it, what is coded, what is only mentioned."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import code
from onrecord.code._network import asking
from onrecord.code._network.network import STANCES, Answer, ask
from onrecord.errors import InputError
from onrecord.model import Stance

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


BOOK = """
name: Fisheries
issues:
  - id: fish
    name: Fish
    description: How much may be caught.
    options:
      - id: quota
        name: Higher quota
        description: A fleet may catch more than it did the year before.
        phrases: ["higher quota"]
        examples:
          - {text: "The herring skippers of Norland sang for a larger catch.", stance: support}
"""


TORN = Answer(0.98, {"support": 0.24, "oppose": 0.28, "conditional": 0.24, "unclear": 0.24}, None)


def answer(told: float, stance: Stance) -> Answer:
    return Answer(told, dict.fromkeys(STANCES, 0.02) | {stance: 0.94}, None)


@pytest.mark.parametrize(
    ("sentence", "said", "by"),
    [
        ("The union demanded a higher quota.", answer(0.98, "support"), "both"),
        ("The union demanded a higher quota.", TORN, "rules"),
        ("The union demanded a larger catch.", answer(0.98, "support"), "network"),
        ("The herring skippers of Orlund sang for a larger catch.", answer(0.98, "oppose"), "example"),
    ],
)
def test_it_says_who_decided(monkeypatch: pytest.MonkeyPatch, sentence: str, said: Answer, by: str) -> None:
    # Given a network that answers so, whatever is asked
    monkeypatch.setattr(asking, "ask", lambda _passage, _statement, _holder, options: [said] * len(options))

    tried = code.attempt(sentence, code.codebook_of(BOOK))

    assert [(one.stance, one.by) for one in tried.coded] == [("support", by)]


def overheard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the network is asked from now on."""
    asked: list[str] = []

    def heard(*question: Any) -> list[Answer]:
        asked.extend(question[-1])
        return ask(*question)

    monkeypatch.setattr(asking, "ask", heard)
    return asked


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The union demanded a higher quota for herring.", "Higher quota. Higher quota. A fleet may"),
        ("The union demanded that the fleets catch more.", "Fleets, catch. Higher quota. A fleet may"),
        ("The union demanded shorter hours.", "Higher quota. A fleet may"),
    ],
)
def test_an_option_is_asked_about_in_the_words_that_it_shares_with_the_statement(
    monkeypatch: pytest.MonkeyPatch, sentence: str, words: str
) -> None:
    asked = overheard(monkeypatch)

    code.attempt(sentence, code.codebook_of(BOOK))

    assert len(asked) == 1
    assert asked[0].startswith(words)


def test_a_word_that_names_one_option_is_not_put_before_another() -> None:
    # Given three options that a ceasefire is a word of, and one that it names
    tried = code.attempt("We want a ceasefire.", PEACE)

    assert [one.option for one in tried.coded] == ["immediate-ceasefire"]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("“I support withdrawal from the deal,” said Senator Ada Quill.", "oppose"),
        ("“I am against leaving the agreement,” said Senator Ada Quill.", "support"),
    ],
)
def test_the_opposite_of_an_option_is_asked_about_by_its_own_words(
    monkeypatch: pytest.MonkeyPatch, sentence: str, stance: str
) -> None:
    # Given an option to remain in an agreement, and phrases for its opposite
    asked = overheard(monkeypatch)

    # When somebody speaks of leaving it
    tried = code.attempt(sentence, code.codebook(Path("nonproliferation")))

    # Then the network hears of leaving, not of remaining, and its answer is turned
    (remain,) = (one for one in tried.coded if one.option == "remain-in-agreement")
    assert (remain.stance, remain.by) == (stance, "both")
    assert sum(words.startswith(("Withdrawal from", "Leaving")) for words in asked) == 1


def test_sentences_come_from_a_file_or_standard_input_a_line_each(tmp_path: Path) -> None:
    raw = "\ufeffWe want a truce.\r\n\r\n  “…”\n\tThey\u2028don't. \U0001f54a\rNor we.".encode()
    (tmp_path / "s.txt").write_bytes(raw)

    expected = ("We want a truce.", "They\u2028don't. \U0001f54a", "Nor we.")
    assert code.sentences(tmp_path / "s.txt") == code.sentences(Path("-"), BytesIO(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "problem"), [(b"\xff\xfe", "not UTF-8"), (b" \n", "no sentence"), (None, "cannot be read")]
)
def test_a_file_without_sentences_is_an_error(tmp_path: Path, raw: bytes | None, problem: str) -> None:
    if raw is not None:
        (tmp_path / "s.txt").write_bytes(raw)

    with pytest.raises(InputError, match=problem):
        code.sentences(tmp_path / "s.txt")


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.sampled_from("ab .”“\"'\n\r\t\x00\u00a0\u202e\u0301\U0001f54a\ud800,?"), max_size=40),
    st.none() | st.text(st.sampled_from("A \n\u202e\U0001f54a:“"), max_size=8),
)
def test_no_sentence_is_too_strange(noise: str, speaker: str | None) -> None:
    tried = code.attempt(f"{noise}We want a ceasefire.{noise}", PEACE, speaker=speaker)

    assert tried.sentence == f"{noise}We want a ceasefire.{noise}"
