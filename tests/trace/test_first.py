"""Which of two articles had a passage first."""

from __future__ import annotations

import pytest

from onrecord import trace
from onrecord.model import Article, Reuse
from tests.made import article
from tests.trace.test_reuse import FERRY, LEAD


def pair_of(a: Article, b: Article) -> Reuse:
    (pair,) = trace.reuse([a, b])
    return pair


@pytest.mark.parametrize(
    "credited",
    [
        (f"TARN (Reuters) - {LEAD}", FERRY),
        ("By Ada Lim, Reuters", LEAD, FERRY),
        (LEAD, FERRY, "Reuters contributed to this report."),
        (LEAD, FERRY, "With additional reporting by Reuters"),
    ],
)
def test_the_article_that_credits_the_other_has_it_from_there(credited: tuple[str, ...]) -> None:
    source = article("b", LEAD, FERRY, outlet="Reuters", published="2024-03-05")
    copy = article("a", *credited, outlet="Tarn Courier", published="2024-03-05")
    pair = pair_of(copy, source)
    assert pair.first == "b"
    assert pair.why == "the copy credits Reuters"


def test_an_outlet_is_credited_under_its_own_name_too() -> None:
    source = article("b", LEAD, FERRY, outlet="Quorum Wire", published=None)
    copy = article("a", f"TARN (Quorum Wire) — {LEAD}", FERRY, outlet="Tarn Courier", published=None)
    assert pair_of(copy, source).first == "b"


def test_a_credit_and_a_date_that_disagree_leave_it_open() -> None:
    source = article("b", LEAD, FERRY, outlet="Reuters", published="2024-03-06")
    copy = article("a", f"TARN (Reuters) - {LEAD}", FERRY, outlet="Tarn Courier", published="2024-03-05")
    pair = pair_of(copy, source)
    assert pair.first is None
    assert "published earlier" in pair.why


def test_two_that_credit_the_same_agency_were_both_not_first() -> None:
    one = article("a", f"TARN (AP) — {LEAD}", FERRY, outlet="Tarn Courier", published="2024-03-05")
    two = article("b", LEAD, FERRY, "The Associated Press contributed to this report.", outlet="Pepper")
    pair = pair_of(one, two)
    assert pair.first is None
    assert pair.why == "both credit Associated Press"


def test_nobody_credits_itself() -> None:
    one = article("a", f"TARN (CNN) — {LEAD}", FERRY, outlet="CNN", published="2024-03-06")
    two = article("b", f"TARN (CNN) — {LEAD}", FERRY, outlet="CNN", published="2024-03-05")
    assert pair_of(one, two).first == "b"  # by date


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("2024-03-05", "2024-03-06", "a"),
        ("2024-04", "2024-03-31", "b"),
        ("2024-03", "2024-03-31", None),
        ("2024-03-05", "2024-03-05T18:00", None),
        ("2024-03-05", None, None),
        (None, None, None),
    ],
)
def test_dates_are_compared_at_the_coarser_granularity(a: str | None, b: str | None, first: str | None) -> None:
    pair = pair_of(article("a", LEAD, published=a), article("b", LEAD, published=b))
    assert pair.first == first
    assert pair.why
