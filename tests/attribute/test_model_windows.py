"""Windows: every token can be found in the text as given, whatever the text holds."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.syntax import paragraphs_of

tokenizers = pytest.importorskip("tokenizers", reason="the trained reader needs onnxruntime and tokenizers")

from onrecord.attribute._model_windows import LENGTH, windows_of  # noqa: E402

DIRTY = ["“Yes,”", "she\u00a0said", "naïve", "e\u0301te\u0301", "😀👩\u200d👧", "السفير قال", "\t", "\r\n", "\n\n"]
DIRTY += [
    "İstanbul",
    "\ud800",
    "\x00",
    "ﬁnal",
    "ﬀ",
    "ẞ",
    "협상",
    "和平",
    "2,5 %",
    "A\u200dB",
    "\u2028",
    "don't",
    "U.S.",
]
texts = st.lists(st.sampled_from(DIRTY) | st.text(max_size=8), max_size=40).map(" ".join)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return _tokenizer()


def _tokenizer() -> Any:
    path = files("onrecord") / "data" / "attribute" / "model" / "tokenizer.json"
    return tokenizers.Tokenizer.from_buffer(path.read_bytes())


def folded(text: str) -> str:
    """A text without case, accents and what cannot be seen, as the encoder reads it."""
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in plain if unicodedata.category(c) != "Mn" and unicodedata.category(c)[0] != "C")


@given(texts)
def test_a_token_is_what_stands_at_its_place(text: str) -> None:
    tokenizer = _tokenizer()
    for window in windows_of(text, paragraphs_of(text), tokenizer):
        for number, start, end in zip(window.ids, window.starts, window.ends, strict=True):
            token = tokenizer.id_to_token(number)
            if token not in ("[CLS]", "[SEP]", "[UNK]"):
                assert folded(token.removeprefix("##")) in folded(text[start:end])  # a Hangul syllable has several


@given(texts)
def test_tokens_are_in_order_and_inside_their_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    before = 0
    for window in windows_of(text, paragraphs, _tokenizer()):
        assert len(window) <= LENGTH
        assert window.paragraphs[0] == -1
        for start, end, number in zip(window.starts[1:], window.ends[1:], window.paragraphs[1:], strict=True):
            assert start <= end
            assert before <= end
            assert start >= before or end == before  # tokens of one character share its place
            assert paragraphs[number].start <= start
            assert end <= paragraphs[number].end
            before = end


def test_letters_are_in_a_token_each(tokenizer: Any) -> None:
    text = "“We will not yield,” the envoy said.\r\n\r\nزيارة الوفد\tended\u00a0early 😀."
    seen: set[int] = set()
    for window in windows_of(text, paragraphs_of(text), tokenizer):
        for start, end in zip(window.starts, window.ends, strict=True):
            seen.update(range(start, end))
    assert [text[at] for at in range(len(text)) if not text[at].isspace() and at not in seen] == []


def test_paragraphs_are_kept_whole_while_they_fit(tokenizer: Any) -> None:
    text = "\n\n".join(["The ministers met for a second day and agreed on nothing at all."] * 40)
    windows = list(windows_of(text, paragraphs_of(text), tokenizer))
    assert len(windows) > 1
    homes = [{*window.paragraphs} - {-1} for window in windows]
    assert all(not a & b for a, b in pairwise(homes))


def test_a_paragraph_without_end_is_cut(tokenizer: Any) -> None:
    text = "x" * 50_000 + " " + "word " * 5_000
    windows = list(windows_of(text, paragraphs_of(text), tokenizer))
    assert all(len(window) <= LENGTH for window in windows)
    assert windows[-1].ends[-1] == len(text.rstrip())


def test_a_text_without_paragraphs_is_cut_between_sentences(tokenizer: Any) -> None:
    text = "The envoy said that talks would go on for another week. " * 60
    for window in windows_of(text, paragraphs_of(text), tokenizer):
        assert text[window.starts[0] :].startswith("The envoy")
        assert text[: window.ends[-1]].endswith("week.")
