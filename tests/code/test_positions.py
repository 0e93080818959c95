"""What holds for the positions of any text and any attributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import code, syntax
from onrecord.model import Article, Attribution, Position, Span
from tests.code.ruled import reading_of, ruled

SALAD = """Russia said it would not accept a ceasefire unless sanctions are lifted , “ ” . if We reject oppose foreign
troops and elections \u202e \u0301 \U0001f54a \u00a0 in exchange for security guarantees No of the ? NATO membership"""
WORDS = st.sampled_from([*SALAD.split(" "), "\n", "\x00"])
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=80))


def coded(
    article: Article, passages: Sequence[syntax.Passage], attributions: Sequence[Attribution], book: code.Codebook
) -> tuple[tuple[Position, ...], ...]:
    reading, lexicon = reading_of(article, passages, attributions)
    return code.positions(reading, passages, book, lexicon)


def article_of(text: str) -> tuple[Article, tuple[syntax.Passage, ...]]:
    return Article("a", "a.txt", "a.txt", text, ()), syntax.parse(text, syntax.paragraphs_of(text))


@st.composite
def spans(draw: Any, text: str) -> tuple[Span, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_positions_lie_in_the_text_run_parallel_and_repeat(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    article, passages = article_of(text)
    part = spans(text)
    attributions = [
        Attribution(data.draw(part), data.draw(part), (*data.draw(part), Span(0, len(text))), "mixed", "any")
        for _ in range(data.draw(st.integers(0, 2)))
    ]

    found = coded(article, passages, attributions, code.codebook())

    assert len(found) == len(attributions)
    assert found == coded(article, passages, attributions, code.codebook())
    for position in (position for group in found for position in group):
        assert code.codebook().option(position.issue, position.option)
        assert (position.stance == "conditional") == (position.condition is not None)
        assert 0 < position.confidence <= 1
        assert position.why
        if position.condition:
            assert 0 <= position.condition.start < position.condition.end <= len(text)
    for group in found:
        assert len({(p.issue, p.option, p.holder) for p in group}) == len(group)


def positions_of(text: str, source: str, cue: str, content: str, book: code.Codebook) -> tuple[Position, ...]:
    article, passages = article_of(text)
    parts = [Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    attribution = Attribution((parts[0],), (parts[1],), (parts[2],), "indirect", "by hand")
    return ruled(article, passages, [attribution], book)[0]


def test_a_codebook_of_ones_own_is_coded() -> None:
    # Given a codebook on fish
    book = code.codebook_of(
        "name: Fish\nissues: [{id: quotas, name: Q, description: D, options: [{id: higher-quota, name: H, "
        'description: D, phrases: ["[raise|higher] ... quota"], against: ["cut ... quota"]}]}]'
    )
    # When ministers speak of quotas
    for_, against = (
        positions_of(
            f"Norway said it would {verb} the cod quota.", "Norway", "said", f"it would {verb} the cod quota", book
        )
        for verb in ("raise", "cut")
    )
    # Then each is found, with its direction
    assert [p.stance for p in (*for_, *against)] == ["support", "oppose"]


def test_the_same_words_mean_the_same_whatever_the_offset() -> None:
    say = "Iran refused to dismantle its nuclear facilities unless sanctions were lifted."
    content = say[len("Iran refused ") : -1]
    (*_, near) = positions_of(say, "Iran", "refused", content, code.codebook())
    (*_, far) = positions_of("Rain fell.\n\n" + say, "Iran", "refused", content, code.codebook())

    assert near.condition
    assert far.condition == Span(near.condition.start + 12, near.condition.end + 12)
    assert (near.stance, near.why, near.confidence) == (far.stance, far.why, far.confidence)


def test_opposite_directions_in_one_statement_are_unclear() -> None:
    text = "The minister said he wants a ceasefire and that he opposes a ceasefire."

    (position,) = positions_of(text, "The minister", "said", text[18:-1], code.codebook())

    assert position.stance == "unclear"
    assert " / " in position.why
