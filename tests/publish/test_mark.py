"""Text is cut at the edges of what is marked in it, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Paragraph, Span
from onrecord.publish._mark import Mark, Segment, marked, marked_paragraphs

TEXT = "“We stay,” Pell said, “whatever Brandt says.”"


def mark(words: str, kind: str, anchor: str) -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), kind, anchor)  # type: ignore[arg-type]


def kinds(segment: Segment) -> list[str]:
    return [kind for kind, _ in segment.of]


def test_a_broken_quotation_keeps_its_pieces_and_what_stands_between() -> None:
    marks = [
        mark("“We stay,”", "content", "s-1"),
        mark("Pell", "source", "s-1"),
        mark("said", "cue", "s-1"),
        mark("“whatever Brandt says.”", "content", "s-1"),
    ]
    segments = marked(TEXT, Span(0, len(TEXT)), marks)
    assert [(one.text, *kinds(one)) for one in segments] == [
        ("“We stay,”", "content"),
        (" ",),
        ("Pell", "source"),
        (" ",),
        ("said", "cue"),
        (", ",),
        ("“whatever Brandt says.”", "content"),
    ]


def test_nested_marks_are_all_named_where_they_overlap() -> None:
    marks = [mark("“whatever Brandt says.”", "content", "s-1"), mark("Brandt", "source", "s-2")]
    inner = next(one for one in marked(TEXT, Span(0, len(TEXT)), marks) if one.text == "Brandt")
    assert inner.of == (("source", ("s-2",)), ("content", ("s-1",)))


def test_only_the_first_piece_of_a_statement_is_its_place_on_the_page() -> None:
    marks = [mark("“We stay,”", "content", "s-1"), mark("“whatever Brandt says.”", "content", "s-1")]
    middle = TEXT.index("Pell")
    paragraphs = [Paragraph(Span(0, middle)), Paragraph(Span(middle, len(TEXT)))]
    pages = marked_paragraphs(TEXT, paragraphs, marks)
    assert [one.text for page in pages for one in page if one.opens] == ["“We stay,”"]


def test_a_source_alone_is_no_place_for_a_statement() -> None:
    assert marked(TEXT, Span(0, len(TEXT)), [mark("Pell", "source", "s-1")])[1] == Segment(
        "Pell", of=(("source", ("s-1",)),), opens=()
    )


_offsets = st.integers(min_value=0, max_value=60)
_marks = st.lists(
    st.builds(
        Mark,
        st.tuples(_offsets, _offsets).map(lambda pair: Span(*sorted(pair))),
        st.sampled_from(["source", "cue", "content", "evidence"]),
        st.sampled_from(["s-1", "s-2", "r-3"]),
    ),
    max_size=8,
)


@given(st.text(max_size=60), st.tuples(_offsets, _offsets), _marks)
def test_the_segments_joined_are_the_paragraph(text: str, cut: tuple[int, int], marks: list[Mark]) -> None:
    start, end = sorted(min(edge, len(text)) for edge in cut)
    segments = marked(text, Span(start, end), marks)
    assert "".join(one.text for one in segments) == text[start:end]
    assert all(one.text for one in segments)


@given(st.text(min_size=60, max_size=60), _marks)
def test_every_segment_is_marked_as_its_every_character_is(text: str, marks: list[Mark]) -> None:
    at = 0
    for segment in marked(text, Span(0, len(text)), marks):
        for place in range(at, at + len(segment.text)):
            over = {(mark.kind, mark.anchor) for mark in marks if mark.span.start <= place < mark.span.end}
            assert {(kind, anchor) for kind, anchors in segment.of for anchor in anchors} == over
        at += len(segment.text)


@given(st.lists(st.text(max_size=20), max_size=5), _marks)
def test_an_anchor_is_opened_once_and_whenever_a_paragraph_holds_any_of_it(parts: list[str], marks: list[Mark]) -> None:
    text = "\n\n".join(parts)
    paragraphs, at = [], 0
    for part in parts:
        paragraphs.append(Paragraph(Span(at, at + len(part))))
        at += len(part) + 2
    pages = marked_paragraphs(text, paragraphs, marks)
    opened = [anchor for page in pages for segment in page for anchor in segment.opens]
    assert len(opened) == len(set(opened))
    shown = {
        mark.anchor
        for mark in marks
        for paragraph in paragraphs
        if mark.kind in ("content", "evidence")
        and max(mark.span.start, paragraph.span.start) < min(mark.span.end, paragraph.span.end)
    }
    assert set(opened) == shown
