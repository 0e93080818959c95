"""What a page says of where its story is from, and what of a paragraph is the page's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article
from onrecord.read import page_matter
from tests.read.making import PROSE, article

OWN, ORIGINAL = "https://tarn.example/islands-deal", "https://www.quorum.example/7"


def page(head: str, **declared: str) -> Article:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE.split("\n\n"))
    content = f"<html><head><title>Islands edge towards a deal</title>{head}</head><body><main><article>{body}"
    return article(content, "html", **declared)


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{ORIGINAL}"><meta property="og:url" content="{OWN}">',
        f'<meta name="syndication-source" content="{ORIGINAL}"><link rel="canonical" href="{OWN}">',
    ],
)
def test_a_page_that_names_another_site_s_address_as_the_original_s(head: str) -> None:
    found = page(head)
    assert (found.url, found.canonical) == (OWN, ORIGINAL)


def test_a_page_whose_addresses_are_of_one_site_has_the_canonical_one() -> None:
    found = page(f'<link rel="canonical" href="{OWN}"><meta property="og:url" content="{OWN}?amp=1">')
    assert (found.url, found.canonical) == (OWN, OWN)


@pytest.mark.parametrize("broken", ["http://[", "/islands-deal", "", "https://"])
def test_an_address_that_is_none_says_nothing(broken: str) -> None:
    found = page(f'<link rel="canonical" href="{OWN}"><meta property="og:url" content="{broken}">')
    assert found.url == OWN


def test_what_a_row_says_of_its_origin_goes_with_the_article() -> None:
    found = article(PROSE, url=OWN, canonical=ORIGINAL, source=" Quorum  Wire ")
    assert (found.url, found.canonical, found.source) == (OWN, ORIGINAL, "Quorum Wire")


@pytest.mark.parametrize(
    ("paragraph", "matter"),
    [
        ("Sign up for our daily newsletter on the talks", ["Sign up for our daily newsletter on the talks"]),
        ("The ferries went on sailing, said the harbour master on Tuesday.", []),
        ("FILE PHOTO: The lock at Tarn on a day without barges. Quorum/Ada Lim", []),  # somebody wrote it
        (
            "They rang Tvedholt Dagna Ruth TvedholtTvedholt weighs a new envoy Ferry crews vote to strike MORE twice.",
            ["Dagna Ruth TvedholtTvedholt weighs a new envoy Ferry crews vote to strike MORE"],
        ),
    ],
)
def test_what_of_a_paragraph_is_the_page_s_own(paragraph: str, matter: list[str]) -> None:
    assert [paragraph[at.start : at.end] for at in page_matter(paragraph)] == matter


@given(st.text(max_size=200))
def test_page_matter_lies_in_the_paragraph_in_order(paragraph: str) -> None:
    ends = [0] + [place for at in page_matter(paragraph) for place in (at.start, at.end)] + [len(paragraph)]
    assert ends == sorted(ends)
