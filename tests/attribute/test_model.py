"""The trained reader: who said what, at exact places of the text as given."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Attribution
from onrecord.syntax import paragraphs_of, unparsed

pytest.importorskip("onnxruntime", reason="the trained reader needs onnxruntime and tokenizers")
pytest.importorskip("tokenizers", reason="the trained reader needs onnxruntime and tokenizers")

from onrecord.attribute._model import ModelReader

if TYPE_CHECKING:
    from onrecord.model import Spans

SENTENCES = [
    "“We will not give up the enrichment site,” Foreign Minister Karim Daoud said on Monday.",
    "The prime minister told reporters that the two sides had agreed to meet again in Geneva.",
    "According to a senior official, the sanctions could be lifted within months.",
    "Rain fell on the capital for a third day.",
    "“It is a start,” she added, “but nothing more than that.”",
]
DIRT = [
    "😀",
    "e\u0301",
    "\u00a0",
    "\t",
    "\r\n",
    "قال السفير",
    "\u200f",
    "\n\n",
    "\ud83d",
    "\x00",
    "“",
    "'",
    "…",
    "협상",
    "\u2028",
]
dirty = st.lists(st.sampled_from(SENTENCES + DIRT) | st.text(max_size=6), max_size=12).map(" ".join)


def read(text: str) -> tuple[Attribution, ...]:
    return ModelReader()(text, unparsed(text, paragraphs_of(text)))


def words(text: str, spans: Spans) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_quotation_and_its_speaker() -> None:
    text = SENTENCES[0]
    (found,) = read(text)
    assert "will not give up the enrichment site" in words(text, found.content)[0]
    assert "Karim Daoud" in words(text, found.source)[0]
    assert words(text, found.cue)[0].startswith("said")
    assert found.mode == "direct"


def test_indirect_speech() -> None:
    text = SENTENCES[1]
    (found,) = read(text)
    assert "the two sides had agreed to meet again in Geneva" in words(text, found.content)[0]
    assert "prime minister" in words(text, found.source)[0]
    assert found.mode == "indirect"


def test_a_quotation_broken_by_its_cue_is_one_attribution() -> None:
    text = SENTENCES[4]
    (found,) = read(text)
    assert len(found.content) == 2
    assert words(text, found.source) == ["she"]


def test_nobody_said_it() -> None:
    assert read(SENTENCES[3]) == ()
    assert read("") == ()
    assert read(" \n\n\t") == ()


@settings(max_examples=40, deadline=None)
@given(dirty)
def test_every_span_lies_in_one_paragraph_of_the_text_as_given(text: str) -> None:
    paragraphs = paragraphs_of(text)
    for found in read(text):
        for span in (*found.source, *found.cue, *found.content):
            assert any(p.start <= span.start < span.end <= p.end for p in paragraphs)
            assert text[span.start : span.end] == text[span.start : span.end].strip(" \t\r\n\u00a0")


@settings(max_examples=20, deadline=None)
@given(dirty)
def test_the_same_text_gives_the_same_whatever_was_read_before(text: str) -> None:
    first = read(text)
    read(" ".join(SENTENCES))
    assert read(text) == first


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n\u00a0\n", "\n\t\n"])
def test_line_ends_and_odd_spaces_move_nothing(between: str) -> None:
    text = between.join(SENTENCES[:2])
    plain = "\n\n".join(SENTENCES[:2])
    assert [words(text, a.content) for a in read(text)] == [words(plain, a.content) for a in read(plain)]


@pytest.mark.parametrize("before", ["😀 ", "e\u0301 ", "سفير ", "\ufeff"])
def test_what_stands_in_front_does_not_shift_the_spans(before: str) -> None:
    text = before + "\n\n" + SENTENCES[0]
    said = [one for one in read(text) if words(text, one.cue)[0].startswith("said")]
    assert "Karim Daoud" in words(text, said[0].source)[0]


def test_a_long_text_is_read_as_it_is_asked_for() -> None:
    text = "\n\n".join(SENTENCES * 400)
    passages = unparsed(text, paragraphs_of(text))
    some = list(islice(ModelReader().signed(text, passages), 5))
    assert len(some) == 5
    assert some[-1][0].content[0].end < 2_000
