"""Which quotations count, and when one has a speaker."""

from __future__ import annotations

from evals.seeds import has_speaker, quotations
from onrecord.model import Attribution, Span

TEXT = '“We will not sign today,” she said of the “final” text. "Nobody was asked about it," a deputy added.'


def attribution(content: str, source: str | None) -> Attribution:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)

    return Attribution(at(source) if source else (), (), at(content), "direct", "by hand")


def test_a_quotation_has_four_words_or_more() -> None:
    assert [TEXT[q.start : q.end] for q in quotations(TEXT)] == [
        "We will not sign today,",
        "Nobody was asked about it,",
    ]


def test_a_quotation_has_a_speaker_when_half_of_it_is_in_a_content_with_a_source() -> None:
    first, second = quotations(TEXT)

    assert has_speaker(first, [attribution("will not sign today", "she")])
    assert not has_speaker(first, [attribution("sign today", "she")])
    assert not has_speaker(first, [attribution("will not sign today", None)])
    assert not has_speaker(second, [attribution("We will not sign today", "she")])
