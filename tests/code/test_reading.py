"""What the stance network is given to read: a passage with statement and holder marked, options with example words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.code import Codebook, Example, Issue, Option
from onrecord.code._network.network import loaded
from onrecord.code._network.reading import END, HOLDER, LONGEST, START, Question, context_of, laid_out
from onrecord.code._network.typical import asked_of

READS = loaded()[1]
OPTIONS = ["Ports reopen. Ships may call at the ports again."]
PASSAGE = "The U.S. envoy asked Norway to help us open the ports. Norway refused, and the US was not surprised."


def marked(holder: str, passage: str = PASSAGE) -> list[str]:
    """The words of a passage that are marked as the holder's name."""
    question = laid_out(passage, (0, len(passage)), holder, OPTIONS, READS)
    return [passage[a:b] for feature, (a, b) in zip(question.features, question.offsets, strict=False)
            if feature == HOLDER and b > a]  # fmt: skip


def inside(question: Question) -> int:
    """How many tokens stand between the two marks."""
    return question.ids.index(END) - question.ids.index(START) - 1


@pytest.mark.parametrize(
    ("holder", "words"),
    [("Norway", ["Norway", "Norway"]), ("US", ["US"]), ("The Norwegians", []), ("a minister", [])],
)
def test_the_names_of_the_holder_are_marked_and_no_other_words(holder: str, words: list[str]) -> None:
    assert marked(holder) == words


def test_a_holder_without_a_name_is_marked_where_the_statement_has_its_words() -> None:
    passage = "The union met. The ministry said the ministry was ready to open the ports."
    question = laid_out(passage, (15, len(passage)), "the ministry", OPTIONS, READS)
    at = [offset for feature, offset in zip(question.features, question.offsets, strict=False) if feature == HOLDER]
    assert [passage[a:b] for a, b in at if b > a] == ["The", "ministry", "the", "ministry"]


def test_an_abbreviation_with_dots_is_a_name() -> None:
    assert "".join(marked("U.S.")) == "U.S."


def test_a_statement_that_is_longer_than_the_room_keeps_both_marks() -> None:
    passage = "said " * 400
    question = laid_out(passage, (0, len(passage)), "Norway", OPTIONS, READS)
    assert (START in question.ids, END in question.ids) == (True, True)
    assert question.leads[0] <= LONGEST


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.text(max_size=20))
def test_whatever_the_text_the_statement_is_marked_within_the_room(passage: str, a: int, b: int, holder: str) -> None:
    start, end = sorted((min(a, len(passage)), min(b, len(passage))))
    question = laid_out(passage, (start, end), holder, OPTIONS, READS)
    assert question.leads[0] <= LONGEST
    assert len(question.ids) == len(question.features) == len(question.places) == len(question.blocks)
    assert all(0 <= low <= high <= len(passage) for low, high in question.offsets)


def test_a_short_paragraph_is_read_with_the_one_before_it() -> None:
    text = "The plan gives the strait to both.\n“We reject it,” she said.\nOthers kept quiet."
    start, end = context_of(text, text.index("“We"), text.index(" she"))
    assert text[start:end] == "The plan gives the strait to both.\n“We reject it,” she said."


def book(*examples: str) -> Codebook:
    opened = Option("open", "Ports reopen", "Ships may call again.", examples=tuple(map(Example, examples)))
    of_levies = tuple(Example(f"Norway said on Friday that {what} must end.") for what in ("levies", "tolls"))
    other = Option("levies", "No levies", "Levies end.", examples=of_levies)
    return Codebook("Ports", (Issue("ports", "Ports", "Who may call.", (opened, other)),), "", f"of {examples}")


def test_an_option_is_asked_with_the_words_that_its_examples_share_and_others_lack() -> None:
    examples = ("Norway said on Friday trawlers must be let in.", "No trawlers will be turned away, she said.")
    plain, asked = (asked_of(of)["ports", "open"] for of in (book(), book(*examples)))
    assert plain == "Ports reopen. Ships may call again."
    assert asked.startswith(f"{plain} trawlers, ")
    assert "ships" not in asked.removeprefix(plain)  # the description has it
