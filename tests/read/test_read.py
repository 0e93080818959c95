"""A document in, an article out."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Unreadable
from onrecord.model import Article
from onrecord.read import read
from onrecord.read._units import clean
from tests.read.making import LAST, LEAD, MORE, PROSE, article, body, document, reasons


def check_spans(found: Article) -> None:
    slices = [found.text[p.span.start : p.span.end] for p in found.paragraphs]
    assert all(piece and "\n" not in piece and piece == piece.strip() for piece in slices)
    assert found.text == "\n\n".join(slices)
    assert all(0 <= one.at <= len(found.text) for one in found.left_out)


def letters_in_order(found: Article) -> str:
    """Kept and left-out words as they stood on the page, without the space between them."""
    pieces: list[str] = []
    at = 0
    for one in found.left_out:
        pieces += [found.text[at : one.at], one.text]
        at = one.at
    return "".join("".join([*pieces, found.text[at:]]).split())


def test_a_short_first_line_is_the_title_and_is_not_repeated() -> None:
    found = article(f"Islands edge towards a fishing deal\n\n{PROSE}")
    assert found.title == "Islands edge towards a fishing deal"
    assert [p.role for p in found.paragraphs] == ["title", "body", "body", "body"]
    assert body(found) == [LEAD, MORE, LAST]


def test_a_text_that_begins_with_a_sentence_has_no_title() -> None:
    assert article(PROSE).title is None


def test_a_declared_title_goes_first_unless_the_text_holds_it() -> None:
    assert body(article(PROSE, title="Fishing deal near")) == [LEAD, MORE, LAST]
    assert article(f"FISHING DEAL NEAR\n{PROSE}", title="Fishing deal near").text.startswith("FISHING DEAL NEAR\n\nNeg")


def test_white_space_is_made_plain_and_unseen_marks_go() -> None:
    found = article("Negotiators\u00a0for  the\u200b two\u202e islands\ttalked.\r\n" + PROSE)
    assert body(found)[0] == "Negotiators for the two islands talked."


def test_lines_wrapped_to_a_width_are_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in (LEAD, MORE, LAST))
    assert body(article(wrapped)) == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "there is no text in it"),
        ("\u200b \n", "there is no text in it"),
        ("404\nPage not found\nSorry!", "only 0 words of text beside error banner: too little"),
        ("Talks stall.", "only 2 words of text"),
    ],
)
def test_a_document_without_an_article_is_unreadable_and_says_why(content: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(reason)) as error:
        read(document(content))
    assert error.value.path == "in/story.txt"


def test_markdown_is_read_without_its_marks() -> None:
    found = article(f"# Islands edge towards a deal\n\n{LEAD}\n\n> {MORE}\n\n- **{LAST}**\n", "markdown")
    assert found.title == "Islands edge towards a deal"
    assert body(found) == [LEAD, MORE, LAST]


def test_language_is_told() -> None:
    german = "Die Verhandlungen der beiden Inseln dauerten am Montag sechs Stunden und werden fortgesetzt. " * 2
    assert (article(PROSE).language, article(german).language) == ("en", "de")


def test_the_wire_of_a_credit_line_is_the_outlet_when_nothing_else_says() -> None:
    story = PROSE.replace("Negotiators", "LINDHOLM (Reuters) - Negotiators", 1)
    assert article(story).outlet == "Reuters"
    assert article(story, outlet="The Harbour Post").outlet == "The Harbour Post"


def test_a_quotation_that_is_only_in_a_caption_is_listed_as_lost() -> None:
    caption = "The mediator, who said “nobody slept at all that night”, leaves the hotel. (Photo: Ann Lee/Harbour)"
    found = article(f"{LEAD}\n{caption}\n{MORE}\n{MORE}\n{LAST}")
    assert found.lost_quotations == ("nobody slept at all that night",)


LINES = st.sampled_from(
    [
        LEAD, MORE, LAST, "Most popular stories", "Advertisement", "Getty ImagesThe envoy left at noon on Friday.",
        "By Ana Ruiz", "LINDHOLM, Norway", "4 March 2031", "Share Tweet Email", "Winners", "", "  ", "3 comments",
        "Nobody wants this. (Reporting by Ana Ruiz; Editing by Per Holm)", "403", "-",
        "🎣 \u202eשלום\u0301", "\x00\x0b",
    ]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=80), max_size=12))
def test_every_word_is_kept_or_left_out_with_a_reason_and_in_its_order(lines: list[str]) -> None:
    content = "\n".join(lines)
    try:
        found = read(document(content))
    except Unreadable:
        return
    check_spans(found)
    page = " ".join(map(clean, re.split("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", content)))
    assert letters_in_order(found) == "".join(page.split())
    assert all(reason for reason, _ in reasons(found))
    assert read(document(content)) == found


@given(st.text(max_size=400))
def test_any_page_is_read_or_refused(markup: str) -> None:
    for page in (markup, f"<html><body><article><p>{LEAD}</p><p>{markup}</p><p>{LAST}</p></article></body></html>"):
        try:
            check_spans(read(document(page, "html")))
        except Unreadable:
            continue


@pytest.mark.parametrize(
    "content", ["Reuters/" * 20_000, "Ann Lee " * 30_000, '"a ' * 30_000, "1" * 50_000, "reporting by " * 20_000]
)
def test_enormous_lines_cost_no_more_than_their_length(content: str) -> None:
    check_spans(article(f"{content}\n{PROSE}"))
