"""The shared parse: its passages are the paragraphs, offset for offset, whatever the text."""

from __future__ import annotations

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.syntax import LONGEST, paragraphs_of, parse

DIRT = st.text(st.one_of(st.characters(), st.sampled_from("“”\"' \n\r\t\u00a0\u202e\u0301\ud83d")), max_size=200)


@settings(deadline=None, max_examples=80)
@given(DIRT)
@example("The envoy\r\nsaid\u00a0so.\n\n \t\nNobody \U0001f54a replied.")
def test_passages_are_the_paragraphs_character_for_character(text: str) -> None:
    passages = parse(text, paragraphs_of(text))

    for passage in passages:
        for token in passage.doc:
            span = passage.span(token, token)
            written = text[span.start : span.end]
            assert written == token.text or any("\ud800" <= letter <= "\udfff" for letter in written)
    assert "".join(text[p.start : p.end] for p in passages) == "".join(
        text[p.start : p.end] for p in paragraphs_of(text)
    )


def test_a_long_paragraph_is_parsed_in_pieces_cut_between_words() -> None:
    text = "The ministry said that it would wait. " * 1200

    passages = parse(text, paragraphs_of(text))

    assert len(passages) > 1
    assert all(len(passage.doc.text) <= LONGEST for passage in passages)
    assert all(
        text[passage.end - 1 : passage.end + 1].count(" ") or passage.end == len(text.rstrip()) for passage in passages
    )


def test_a_run_of_marks_without_a_space_takes_no_time() -> None:
    started = time.process_time()

    parse("“" * 20_000, paragraphs_of("“" * 20_000))

    assert time.process_time() - started < 20
