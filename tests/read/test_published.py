"""When an article was published: every piece of evidence kept apart, and nothing made up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read import believed, disagreeing
from onrecord.read._dates import dates_in, iso
from tests.read.making import LAST, LEAD, MORE, PROSE, article


def page(head: str = "", above: str = "", below: str = "") -> str:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in (LEAD, MORE, LAST, LEAD.upper(), MORE.upper()))
    return (
        f"<html><head><title>Islands edge towards a deal</title>{head}</head><body><main><article>"
        f"<h1>Islands edge towards a deal</h1>{above}{prose}</article></main>{below}</body></html>"
    )


LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": "NewsArticle",
                "headline": "Islands edge towards a deal",
                "datePublished": "2031-03-04T23:10:00+01:00",
                "author": [{"@type": "Person", "name": "Ana Ruiz"}],
                "publisher": {"@type": "Organization", "name": "The Harbour Post"},
            },
        ],
    }
)


def test_json_ld_and_meta_are_kept_apart_and_the_first_is_believed() -> None:
    meta = '<meta property="article:published_time" content="2031-03-05">'
    head = f'<script type="application/ld+json">{LINKED}</script>{meta}'
    found = article(page(head), "html")
    assert (found.published.value, found.published.basis) == ("2031-03-04", "metadata")
    assert [(e.where, e.value) for e in found.date_evidence[:2]] == [
        ("json-ld datePublished", "2031-03-04"),
        ("meta article:published_time", "2031-03-05"),
    ]
    assert (found.title, found.author, found.outlet) == ("Islands edge towards a deal", "Ana Ruiz", "The Harbour Post")


def test_a_date_that_can_be_seen_by_the_headline_is_of_basis_page() -> None:
    found = article(page(above="<p>Updated 6 March 2031</p><p>By Ana Ruiz | 4 March 2031, 10:15</p>"), "html")
    assert (found.published.value, found.published.basis) == ("2031-03-04", "page")
    assert found.date_evidence[0].words == "By Ana Ruiz | 4 March 2031, 10:15"


def test_copyright_years_and_dates_of_other_stories_are_no_dates() -> None:
    below = "<aside><p>Herring: a life</p><p>May 15, 2017</p></aside><footer>© 2016–2030 The Harbour Post</footer>"
    assert article(page(below=below), "html").published.basis == "unknown"


def test_what_was_declared_comes_first_and_the_address_last() -> None:
    url = "https://harbourpost.example/2031/03/05/deal"
    assert article(PROSE, url=url).published.value == "2031-03-05"
    assert article(PROSE, url=url).published.basis == "url"
    found = article(PROSE, url=url, published="2031-03-04T10:00:00Z", published_where="sources.csv")
    assert (found.published.value, found.published.basis) == ("2031-03-04", "metadata")
    assert found.date_evidence[0].where == "sources.csv"


@pytest.mark.parametrize("words", ["2024-02-31", "0021-05-04", "yesterday", "2890-01-01", "4/3/2031"])
def test_a_declared_date_that_cannot_be_is_noted_and_not_used(words: str) -> None:
    found = article(PROSE, published=words, published_where="field 'date'")
    assert found.published.value is None
    assert found.notes == (f"field 'date' is no date that can be used: {words}",)


def test_a_dateline_is_a_date_only_with_its_year() -> None:
    assert article(f"LINDHOLM, March 4 (Reuters) - {PROSE}").published.basis == "unknown"
    found = article(f"LINDHOLM, 4 March 2031 (Reuters) - {PROSE}")
    assert (found.published.value, found.published.basis) == ("2031-03-04", "text")


def test_days_of_the_week_and_dates_in_sentences_are_no_publication_dates() -> None:
    assert article(f"{PROSE}\nThe treaty of 4 March 2029 lapses on Tuesday, the mediator said.").published.value is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2031", "2031"),
        ("2031-03", "2031-03"),
        ("20310304", "2031-03-04"),
        ("Tue, 04 Mar 2031 10:00:00 GMT", "2031-03-04"),
        ("March 4th, 2031", "2031-03-04"),
        ("4. März 2031", None),
        ("04.03.2031 08:41", "2031-03-04"),
        ("3/14/2031", "2031-03-14"),
        ("1930384000", "2031-03-04"),
        ("", None),
    ],
)
def test_dates_as_pages_write_them(words: str, value: str | None) -> None:
    assert iso(words) == value


def test_each_piece_of_evidence_has_its_measured_confidence() -> None:
    found = article(
        page('<meta property="article:published_time" content="2031-03-04">', "<p>4 March 2031</p>"), "html"
    )
    assert {e.basis for e in found.date_evidence} == {"metadata", "page"}
    assert all(e.confidence is not None and 0.9 < e.confidence < 1 for e in found.date_evidence)
    assert believed(found) == found.date_evidence[0]
    assert article(PROSE, published="2031-03-04").date_evidence[0].confidence is None  # nothing measured it


def test_the_first_date_of_a_text_is_evidence_and_never_believed() -> None:
    found = article(f"{PROSE}\nThe treaty of 4 March 2029 lapses, the mediator said.")
    (first,) = found.date_evidence
    assert (first.where, first.value) == ("first date in the text", "2029-03-04")
    assert first.confidence is not None
    assert first.confidence < 0.9
    assert (found.published.value, believed(found), disagreeing(found)) == (None, None, ())


@pytest.mark.parametrize(
    ("declared", "url", "other"),
    [
        ("2031-03-04", "https://harbourpost.example/2031/03/09/deal", ["2031-03-09"]),
        ("2031-03-04", "https://harbourpost.example/2031/04/deal", ["2031-04"]),
        ("2031-03-04", "https://harbourpost.example/2031/03/05/deal", []),  # two time zones
        ("2031-03-04", "https://harbourpost.example/2031/03/deal", []),
        ("2031", "https://harbourpost.example/2031/03/05/deal", []),
    ],
)
def test_dates_that_disagree_are_named(declared: str, url: str, other: list[str]) -> None:
    assert [piece.value for piece in disagreeing(article(PROSE, published=declared, url=url))] == other


def test_the_day_of_a_change_disagrees_with_nothing() -> None:
    found = article(page(above="<p>Updated 16 March 2031</p><p>4 March 2031</p>"), "html")
    assert found.published.value == "2031-03-04"
    assert disagreeing(found) == ()


@given(st.dates())
def test_every_full_date_comes_back_from_three_ways_of_writing(date: object) -> None:
    import datetime

    assert isinstance(date, datetime.date)
    year_known = 1700 <= date.year <= 2100
    expected = [date.isoformat()] if year_known else []
    written = [f"{date:%d %B} {date.year:04}", f"{date:%B} {date.day}, {date.year:04}", date.isoformat()]
    for words in written:
        assert [found.value for found in dates_in(f"Issued {words}.")] == expected
