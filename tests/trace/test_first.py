"""Which of two articles had a passage first."""

from __future__ import annotations

from dataclasses import replace

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
        (LEAD, FERRY, "Copyright 2024 Reuters. All rights reserved."),
        (LEAD, FERRY, "Material from Bloomberg News and Reuters was used in this report."),
        (LEAD, FERRY, "This story first appeared on Reuters."),
    ],
)
def test_the_article_that_credits_the_other_has_it_from_there(credited: tuple[str, ...]) -> None:
    source = article("b", LEAD, FERRY, outlet="Reuters", published="2024-03-05")
    copy = article("a", *credited, outlet="Tarn Courier", published="2024-03-05")
    pair = pair_of(copy, source)
    assert pair.first == "b"
    assert pair.why == "the copy credits Reuters"


def test_what_an_article_of_a_record_knows_of_its_origin_counts() -> None:
    # given an article with its address, and a copy of which nothing says where it is from
    source = replace(article("b", LEAD, FERRY, outlet="Quorum Wire", published=None), url="https://quorum.example/7")
    copy = article("a", LEAD, FERRY, outlet="Tarn Courier", published=None)
    assert pair_of(copy, source).first is None
    # when the copy's page or feed names the other
    linked = replace(copy, url="https://tarn.example/1", canonical="https://www.quorum.example/7/")
    fed = replace(copy, source="Quorum Wire")
    # then
    assert pair_of(linked, source).first == "b"
    assert pair_of(linked, source).why == "the copy's canonical link is the other's address"
    assert pair_of(fed, source).why == "the feed names Quorum Wire as the copy's source"


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


def test_the_agencys_own_story_comes_before_one_that_took_from_it() -> None:
    # given a story that is the agency's as a whole, and one with its contribution, on one day
    whole = article("a", LEAD, FERRY, "Copyright 2024 The Associated Press. All rights reserved.", outlet="Pepper")
    part = article("b", LEAD, FERRY, "The Associated Press contributed to this report.", outlet="Tarn Courier")
    assert pair_of(whole, part).first == "a"


def test_an_agencys_story_and_one_without_a_credit_or_date_leave_it_open() -> None:
    agency = article("b", f"TARN (AP) — {LEAD}", FERRY, outlet="Pepper", published=None)
    silent = article("a", LEAD, FERRY, outlet="Tarn Courier", published="2024-03-05")
    assert pair_of(agency, silent).first is None


def test_versions_of_one_outlet_go_by_date_though_both_credit_an_agency() -> None:
    credit = "The Associated Press contributed to this report."
    one = article("a", LEAD, FERRY, credit, outlet="Pepper", published="2024-03-06")
    two = article("b", LEAD, FERRY, credit, outlet="Pepper (Web)", published="2024-03-05")
    assert pair_of(one, two).first == "b"


def test_two_that_name_one_another_leave_it_open() -> None:
    one = article("a", LEAD, FERRY, "With additional reporting by Pepper", outlet="Quorum Wire")
    two = article("b", LEAD, FERRY, "With additional reporting by Quorum Wire", outlet="Pepper")
    pair = pair_of(one, two)
    assert pair.first is None
    assert pair.why.startswith("each names the other")


@pytest.mark.parametrize("outlet", ["Reuters UK", "REUTERS", "Reuters (World)", "www.reuters.com", "Reuters - News"])
def test_an_agencys_services_go_by_its_name(outlet: str) -> None:
    source = article("b", LEAD, FERRY, outlet=outlet, published=None)
    copy = article("a", f"TARN (Reuters) - {LEAD}", FERRY, outlet="Tarn Courier", published=None)
    assert pair_of(copy, source).first == "b"


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
        ("2024-03-05T18:00:00+02:00", "2024-03-05T17:00:00+00:00", "a"),
        ("2024-03-06T00:30:00+02:00", "2024-03-05T23:00:00+00:00", "a"),
        ("2024-03-05", None, None),
        (None, None, None),
    ],
)
def test_dates_are_compared_at_the_coarser_granularity(a: str | None, b: str | None, first: str | None) -> None:
    pair = pair_of(article("a", LEAD, published=a), article("b", LEAD, published=b))
    assert pair.first == first
    assert pair.why
