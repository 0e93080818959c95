"""Quotation marks of all kinds, balanced and not, become quotations that stay within their paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute._quotes import quotations
from onrecord.syntax import paragraphs_of

TEXTS = st.text(alphabet=st.sampled_from("ab sS.,\n“”„«»\"‘’'`—("), max_size=120)


def found(text: str) -> list[str]:
    return [text[q.outer.start : q.outer.end] for q in quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sign,” she said.", ["“We will sign,”"]),
        ('"We will sign," she said. "Soon."', ['"We will sign,"', '"Soon."']),
        ("«We will sign», she said.", ["«We will sign»"]),
        ("''We will sign,'' she said.", ["''We will sign,''"]),
        ("‘We’ll sign the ministers’ draft,’ she said.", ["‘We’ll sign the ministers’ draft,’"]),
        ("'We won't sign,' she said. 'Not yet.'", ["'We won't sign,'", "'Not yet.'"]),
        ("The ministers’ draft isn’t theirs; it’s the ’90s again.", []),
        ("The '90s treaty wasn't the delegates' own.", []),
        ("“He told us ‘never’ and left,” she said.", ["“He told us ‘never’ and left,”"]),
        ("‘He told us “never” and left,’ she said.", ["‘He told us “never” and left,’"]),
        ('“We will sign," she said.', ['“We will sign,"']),
        ("\"Ask them, 'Why not?' \" she said.", ["\"Ask them, 'Why not?' \""]),
    ],
)
def test_marks_of_every_house_style(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_mark_that_never_closes_holds_to_the_end_of_its_sentence() -> None:
    # given a paragraph with an opening mark only, and another paragraph after it
    text = "“We will sign, the minister said. Talks go on.\n\nThe other side left."

    # then the quotation ends with the sentence and the article is not swallowed
    assert found(text) == ["“We will sign, the minister said."]


def test_a_quotation_runs_on_when_the_next_paragraph_opens_again() -> None:
    text = "“We signed.\n\n“They did not,” he said.\n\nTalks go on."

    first, second = quotations(text, paragraphs_of(text))

    assert first.runs_on
    assert second.carried
    assert text[second.outer.start : second.outer.end] == "“They did not,”"


@given(TEXTS)
def test_quotations_are_in_order_apart_and_within_one_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    end = 0
    for quotation in quotations(text, paragraphs):
        outer, inner = quotation.outer, quotation.inner
        assert end <= outer.start <= inner.start <= inner.end <= outer.end
        assert any(p.start <= outer.start and outer.end <= p.end for p in paragraphs)
        end = outer.end
