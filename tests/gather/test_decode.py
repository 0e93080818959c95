"""Bytes of any encoding into the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather._decode import Undecodable, decode, tidy

STORY = "The minister’s “final” offer – 90 million crowns – was refused in Kraków, an aide said on Friday évening."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode(encoding: str) -> None:
    assert decode(STORY.encode(encoding)) == (STORY, ())


def test_western_text_is_read_as_windows_1252_and_noted() -> None:
    assert decode(STORY.encode("cp1252")) == (STORY, ("read as windows-1252",))


def test_cyrillic_text_is_told_from_western() -> None:
    text = "Министр заявил, что переговоры о судоходстве в проливе возобновятся на следующей неделе в Женеве. " * 3
    assert decode(text.encode("cp1251"))[0] == text


def test_a_page_that_names_its_encoding_is_believed() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź, święto, półwysep</body></html>'
    assert decode(page.encode("iso-8859-2"), html=True)[0] == page


def test_mojibake_is_mended_and_nothing_else_is_touched() -> None:
    broken = STORY.encode().decode("cp1252", "replace")
    mended, notes = tidy(f"{broken}\nA “curly” line with a ﬁ ligature, “12” and &amp; stays.")
    assert mended.split("\n")[1] == "A “curly” line with a ﬁ ligature, “12” and &amp; stays."
    assert "offer – 90 million" in mended
    assert notes == ("mojibake mended",)


def test_line_ends_become_one_kind() -> None:
    assert decode(b"one\r\ntwo\rthree")[0] == "one\ntwo\nthree"


@pytest.mark.parametrize("content", [b"a\0b", b"%PDF-1.4 x", b"PK\x03\x04rest"])
def test_binary_is_no_text(content: bytes) -> None:
    with pytest.raises(Undecodable, match="binary"):
        decode(content)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_that_can_be_written_or_a_reason(content: bytes) -> None:
    try:
        text, _ = decode(content)
    except Undecodable:
        return
    text.encode()
    assert "\r" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=200))
def test_text_without_mojibake_comes_through_as_it_was(text: str) -> None:
    decoded, notes = decode(b"\xef\xbb\xbf" + text.encode())
    assert notes or decoded == text.removeprefix("\ufeff")
