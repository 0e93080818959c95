"""Passages that articles share."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import trace
from onrecord.model import Paragraph, Reuse
from onrecord.syntax import paragraphs_of
from tests.made import article

LEAD = (
    "Negotiators from the two river states left the old customs house on Tuesday evening without an agreement on who "
    "should guard the locks, and the ferries that were to have sailed at dawn stayed tied up at both banks."
)
FERRY = (
    "The harbour master in Tarn said that eleven barges loaded with grain had been waiting since the end of last month "
    "and that the first cargo would begin to spoil within a week unless the upper lock was opened."
)
WEATHER = (
    "Rain is forecast for most of the valley through the weekend, and farmers on the eastern side have asked for the "
    "flood gates to be lowered before the water reaches the orchards."
)
QUOTE = (
    "“We came here with a proposal in good faith, and we leave with the same proposal in the same envelope, because "
    "nobody on the other side of the table took the trouble to open it,”"
)


def passages(pair: Reuse, texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(texts[pair.a][a.start : a.end], texts[pair.b][b.start : b.end]) for a, b in pair.passages]


def test_an_exact_copy_is_contained_in_full() -> None:
    # given a wire story and an outlet that prints it under another headline
    wire = article("a", LEAD, FERRY, outlet="Quorum Wire", published="2024-03-05")
    copy = article("b", LEAD, FERRY, outlet="Tarn Courier", published="2024-03-06")
    # when
    (pair,) = trace.reuse([wire, copy])
    # then
    assert (pair.a, pair.b) == ("a", "b")
    assert pair.containment_a == pair.containment_b == 1.0
    assert passages(pair, {"a": wire.text, "b": copy.text}) == [(wire.text.rstrip("."), copy.text.rstrip("."))]
    assert pair.first == "a"
    assert pair.why == "published earlier (2024-03-05, the other 2024-03-06)"


def test_a_third_of_a_story_inside_a_longer_piece_is_found() -> None:
    # given a piece that takes one paragraph of three over
    wire = article("wire", LEAD, FERRY, WEATHER)
    longer = [f"Paragraph {n} of the piece tells of something else that happened in town {n}." for n in range(40)]
    piece = article("piece", *longer[:20], FERRY, *longer[20:], outlet="Tarn Courier")
    # when
    (pair,) = trace.reuse([wire, piece])
    # then the piece is a, as its id comes first, and little of it stands in the wire
    assert pair.containment_a < 0.2 < pair.containment_b < 0.5
    assert passages(pair, {"wire": wire.text, "piece": piece.text}) == [(FERRY.rstrip("."), FERRY.rstrip("."))]


def test_light_edits_do_not_break_a_passage() -> None:
    # given a copy in American spelling, with one word exchanged and one put in
    edited = (
        FERRY.replace("harbour", "harbor").replace("eleven barges", "eleven heavy barges").replace("begin", "start")
    )
    # when
    (pair,) = trace.reuse([article("a", FERRY), article("b", edited, outlet="Tarn Courier")])
    # then it is one passage, and the words that differ are not counted as shared
    assert len(pair.passages) == 1
    assert 0.8 < pair.containment_a < 1


def test_the_same_quotation_in_two_reports_is_no_copy() -> None:
    # given two reporters at one news conference
    one = article("a", f"{QUOTE} said the envoy of the upper state, pulling on her coat.", LEAD)
    two = article("b", WEATHER, f"The envoy did not hide her anger. {QUOTE} she told the cameras outside.")
    assert trace.reuse([one, two]) == ()


def test_a_quotation_within_a_copied_passage_belongs_to_it() -> None:
    story = f"{FERRY} {QUOTE} she said. {WEATHER}"
    (pair,) = trace.reuse([article("a", story), article("b", LEAD, story, outlet="Tarn Courier")])
    assert pair.containment_a == 1.0
    assert len(pair.passages) == 1


def test_british_and_american_spelling_are_the_same_words() -> None:
    british = (
        "The U.S. defence programme, organised in neighbouring harbours and centres of the labour movement, was "
        "analysed and cancelled towards the end of a long dialogue about aluminium."
    )
    american = (
        "The US defense program, organized in neighboring harbors and centers of the labor movement, was analyzed and "
        "canceled toward the end of a long dialog about aluminum."
    )
    (pair,) = trace.reuse([article("a", british), article("b", american, outlet="Tarn Courier")])
    assert pair.containment_a == pair.containment_b == 1.0


def test_cut_paragraphs_and_a_moved_lead_leave_the_rest() -> None:
    one, other = article("a", LEAD, FERRY, WEATHER), article("b", WEATHER, LEAD, outlet="Tarn Courier")
    (pair,) = trace.reuse([one, other])
    assert pair.containment_b == 1.0
    assert 0.5 < pair.containment_a < 0.8
    assert passages(pair, {"a": one.text, "b": other.text}) == [(part.rstrip("."),) * 2 for part in (LEAD, WEATHER)]


def test_an_embedded_post_in_two_reports_is_no_copy() -> None:
    post = (
        "Had a very good talk with both delegations about the locks and the ferries. Great progress being made but the "
        "upper lock will remain shut until a paper is signed! — Ann Lee (@annlee) March 9, 2024"
    )
    assert trace.reuse([article("a", LEAD, post), article("b", post, WEATHER, outlet="Tarn Courier")]) == ()


def test_a_stock_phrase_is_no_copy() -> None:
    phrase = "the five permanent members of the United Nations Security Council plus Germany"
    one = article("a", f"Ministers of {phrase} meet again in the spring.", LEAD)
    two = article("b", f"A letter went out to {phrase} in the evening.", FERRY)
    assert trace.reuse([one, two]) == ()


def test_what_an_outlet_prints_below_every_article_is_no_copy() -> None:
    # given a standing paragraph of an outlet under unlike stories
    footer = (
        "Our reporters have stood at both gates of the upper lock since the first day of the talks and write down "
        "every evening what was said there, by whom and before whom, for as long as there is somebody left who says it."
    )
    stories = [LEAD, FERRY, WEATHER, "The council of Tarn has put off its vote on the bridge toll until the autumn."]
    same_outlet = [article(str(n), story, footer, outlet="Tarn Courier") for n, story in enumerate(stories)]
    # then
    assert trace.reuse(same_outlet) == ()
    # but a paragraph that outlets share with one another stays a copy
    others = [article(str(n), story, footer, outlet=f"Outlet {n}") for n, story in enumerate(stories)]
    assert len(trace.reuse(others)) == 6


def test_case_and_quotation_marks_make_no_difference() -> None:
    shouted = FERRY.upper()
    (pair,) = trace.reuse([article("a", FERRY), article("b", shouted)])
    assert pair.containment_a == 1.0


def test_a_large_family_of_copies_is_found_whole() -> None:
    # given more copies than an index entry may hold
    copies = [article(f"{n:03}", LEAD, FERRY, outlet=f"Outlet {n}", published=None) for n in range(60)]
    pairs = trace.reuse(copies)
    assert len(pairs) == 60 * 59 // 2
    assert trace.voices([copy.id for copy in copies], pairs) == 1


def test_text_that_repeats_itself_costs_no_more() -> None:
    drum = "the lock is shut and the lock stays shut and " * 800
    (pair,) = trace.reuse([article("a", drum), article("b", drum)])
    assert pair.containment_a > 0


@pytest.mark.parametrize("text", ["", " ", "word", "\x00\x00", "😀 ‏שלום é́ \r\n\u00a0", "“" * 500, "a" * 50_000])
def test_dirt_is_read_without_a_crash(text: str) -> None:
    assert trace.reuse([("a", None, None, text, [Paragraph(s) for s in paragraphs_of(text)]), article("b", LEAD)]) == ()


SENTENCES = st.sampled_from([LEAD, FERRY, WEATHER, f"{QUOTE} he said.", "No deal 😀 yet.", "Ça ne va pas — ‘no’."])
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=5), min_size=2, max_size=5)


@given(TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_spans_are_exact_and_order_makes_no_difference(texts: list[list[str]], chance: random.Random) -> None:
    articles = [article(f"id{n}", *paragraphs, outlet=None) for n, paragraphs in enumerate(texts)]
    pairs = trace.reuse(articles)
    shuffled = articles[:]
    chance.shuffle(shuffled)
    assert trace.reuse(shuffled) == pairs
    assert list(pairs) == sorted(pairs, key=lambda pair: (pair.a, pair.b))
    by_id = {one.id: one for one in articles}
    for pair in pairs:
        assert pair.a < pair.b
        assert 0 < pair.containment_a <= 1
        assert 0 < pair.containment_b <= 1
        for a, b in pair.passages:
            for span, text in ((a, by_id[pair.a].text), (b, by_id[pair.b].text)):
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start].isalnum()
                assert text[span.end - 1].isalnum()


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.lists(SENTENCES, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_and_b_mirror_each_other(one: list[str], other: list[str]) -> None:
    there = trace.reuse([article("a", *one), article("b", *other)])
    back = trace.reuse([article("b", *one), article("a", *other)])
    assert len(there) == len(back)
    for pair, mirrored in zip(there, back, strict=True):
        assert (pair.containment_a, pair.containment_b) == (mirrored.containment_b, mirrored.containment_a)
        assert sorted(pair.passages) == sorted((a, b) for b, a in mirrored.passages)


@pytest.mark.corpora
def test_real_coverage_holds_few_copies_and_they_are_long() -> None:
    folder = Path(os.environ.get("ONRECORD_CORPORA", Path(__file__).parents[3] / "shared" / "data"))
    file = folder / "coverage" / "trade.jsonl"
    if not file.exists():
        pytest.skip("the public corpora are not here (ONRECORD_CORPORA)")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    stories = [
        trace.Story(r["id"], r["outlet"], r["published"], r["text"], [Paragraph(s) for s in paragraphs_of(r["text"])])
        for r in rows
    ]
    pairs = trace.reuse(stories)
    # one agency story of 2019-11-07 stands in three outlets; nothing else in the collection is a copy
    assert trace.voices([story.id for story in stories], pairs) == len(stories) - 2
    assert len(pairs) < 50


def test_a_list_of_related_headlines_is_the_page_s_and_no_copy() -> None:
    # given two pieces months apart, of which the page put the same headlines of its own day behind a name
    listed = (
        "Tvedholt Dagna Ruth TvedholtTvedholt weighs a new envoy before the winter session opens Ferry crews vote to "
        "go back to work after nine days Poll: most in the valley want the toll gone MORE"
    )
    one = article("a", LEAD, f"The offer came from Premier {listed} on Monday, an aide told this paper.")
    two = article("b", WEATHER, f"The bill was signed by Premier {listed} last week.", outlet="Tarn Courier")
    # then
    assert trace.reuse([one, two]) == ()


def test_a_person_s_name_and_title_are_no_copied_wording() -> None:
    # given two reporters who rang up the same professor
    named = "said Odalind Marsh, head of River Studies at the Karsh Institute of Water Law in New Tarn"
    one = article("a", f"The toll will not hold, {named}, who has counted the barges for years.", FERRY)
    two = article("b", f"Nobody knows yet who pays for the dredging, {named}.", WEATHER, outlet="Tarn Courier")
    # then
    assert trace.reuse([one, two]) == ()
    # but a clause of the same length in plain words is one
    clause = "which also wants assurances that its ferries would never again be held at the lock for want of a paper"
    one = article("a", f"The island, {clause}, sent no envoy.", FERRY)
    two = article("b", f"An aide to the islanders, {clause}, stayed away.", WEATHER, outlet="Tarn Courier")
    assert len(trace.reuse([one, two])) == 1


def test_copies_that_are_both_in_capitals_are_found() -> None:
    one, two = article("a", FERRY.upper()), article("b", LEAD.upper(), FERRY.upper(), outlet="Tarn Courier")
    assert len(trace.reuse([one, two])) == 1
