"""Meetings, calls, visits, signings and announcements in one article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import date, resolve
from onrecord.date._vocabulary import vocabulary
from onrecord.model import EventMention
from tests.date.telling import BRENNER, KENYA, MARDEN, NORWAY, OKELLO, REFERENTS, US, told


def events(*paragraphs: str, published: str | None = "2024-03-07") -> tuple[EventMention, ...]:
    of, passages = told(*paragraphs, published=published)
    return date.events(of, passages, REFERENTS, resolve.lexicon())


def only(text: str, published: str | None = "2024-03-07") -> EventMention:
    (event,) = events(text, published=published)
    return event


@pytest.mark.parametrize(
    ("text", "kind", "who", "place", "when"),
    [
        ("Marden met Okello in Geneva on Tuesday.", "meeting", {MARDEN, OKELLO}, "Geneva", "2024-03-05"),
        ("Marden meets Okello at the Kremlin", "meeting", {MARDEN, OKELLO}, "Kremlin", None),
        (
            "Marden said after a meeting with Okello in Vienna on Monday that it was late.",
            "meeting",
            {MARDEN, OKELLO},
            "Vienna",
            "2024-03-04",
        ),
        (
            "The foreign ministers of Norway and Kenya held talks in Geneva on 3 March.",
            "talks",
            {NORWAY, KENYA},
            "Geneva",
            "2024-03-03",
        ),
        (
            "A third round of talks between Norway and Kenya took place in Vienna on Sunday.",
            "talks",
            {NORWAY, KENYA},
            "Vienna",
            "2024-03-03",
        ),
        ("The Marden-Okello meeting lasted three hours.", "meeting", {MARDEN, OKELLO}, None, None),
        ("Marden, who met Okello in Geneva last month, said so.", "meeting", {MARDEN, OKELLO}, "Geneva", "2024-02"),
        (
            "Norwegian officials met Kenyan negotiators in Vienna on Tuesday.",
            "meeting",
            {NORWAY, KENYA},
            "Vienna",
            "2024-03-05",
        ),
        ("Marden spoke by phone with Okello on Wednesday.", "call", {MARDEN, OKELLO}, None, "2024-03-06"),
        ("Okello held a telephone conversation with Marden on 1 March.", "call", {MARDEN, OKELLO}, None, "2024-03-01"),
        ("Okello visited Geneva on Monday.", "visit", {OKELLO}, "Geneva", "2024-03-04"),
        (
            "Norway and Kenya signed an agreement in Vienna on Tuesday.",
            "signing",
            {NORWAY, KENYA},
            "Vienna",
            "2024-03-05",
        ),
        ("Norway announced a truce on Tuesday.", "announcement", {NORWAY}, None, "2024-03-05"),
        ("Oslo test-fired nothing, but Kenya launched two missiles on Monday.", "test", {KENYA}, None, "2024-03-04"),
        ("The Kenyan parliament sat idle as Norway imposed tariffs in August.", "sanction", {NORWAY}, None, "2023-08"),
        ("Marden rested. On Monday she flew to Nairobi.", "visit", {MARDEN}, "Nairobi", "2024-03-04"),
        (
            "Okello told Marden in a telephone call on Monday that it was late.",
            "call",
            {MARDEN, OKELLO},
            None,
            "2024-03-04",
        ),
        ("In 2019, Oslo joined Nairobi in signing a declaration.", "signing", {NORWAY}, None, "2019"),
        ("On Monday, Norway said it was imposing sanctions on Kenya.", "sanction", {NORWAY, KENYA}, None, "2024-03-04"),
        (
            "Norway handed over its counterproposal to Kenya on Monday.",
            "announcement",
            {NORWAY, KENYA},
            None,
            "2024-03-04",
        ),
        ("Kenya's delegation returned to the table on Saturday.", "talks", {KENYA}, None, "2024-03-02"),
    ],
)
def test_what_was_held(text: str, kind: str, who: set[int], place: str | None, when: str | None) -> None:
    event = only(text)
    assert (event.kind, set(event.participants), event.place, event.when.value) == (kind, who, place, when)
    assert event.status == "held"


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("Marden and Okello will meet in Vienna on Friday.", "planned", "2024-03-08"),
        ("Marden is due to meet Okello in Vienna on Monday.", "planned", "2024-03-11"),
        ("Marden to meet Okello in Vienna", "planned", None),
        ("Brenner announced that Norway and Kenya would meet again on 15 April.", "planned", "2024-04-15"),
        ("Marden called off a meeting with Okello planned for Monday.", "cancelled", "2024-03-11"),
        ("Talks between Marden and Okello in Vienna were postponed.", "planned", None),
        ("Marden reportedly met Okello in Vienna.", "rumoured", None),
        ("The meeting of Marden and Okello is due on Friday.", "planned", "2024-03-08"),
        ("Brenner shaved ahead of the meeting between Marden and Okello.", "planned", None),
        ("Speculation about a meeting between Marden and Okello grew.", "rumoured", None),
        ("Marden meets Okello in Vienna on Friday.", "planned", "2024-03-08"),
    ],
)
def test_status_by_tense_and_modality(text: str, status: str, when: str | None) -> None:
    event = next(e for e in events(text) if e.kind in {"meeting", "talks"} and len(e.participants) == 2)
    assert (event.status, event.when.value) == (status, when)


@pytest.mark.parametrize(
    "text",
    [
        "Marden did not meet Okello in Geneva.",
        "Marden wants to meet Okello in Geneva.",
        "Marden refused to meet Okello in Geneva.",
        "Marden may meet Okello in Geneva on Friday.",
        "If Marden meets Okello in Geneva, the truce will hold.",
        "A meeting between Marden and Okello was too complicated.",
        "No Norwegian minister has ever met Okello.",
        "Norway did not meet its obligations to Kenya.",
        "They met in the evening.",
        "Marden met reporters.",
        "Reuters met Okello.",
        "Marden worked on a plan aimed at reaching a deal with Okello.",
        "Marden has held off from imposing sanctions on Kenya.",
        "An accord signed by Norway and Kenya may be missing.",
        "Whatever Norway announces will come too late.",
        "Norway and Kenya reached no agreement on Monday.",
        "Marden has met Okello five times.",
        "Will Marden meet Okello in Geneva?",
        "By the time the agreement is signed by Kenya, it is late.",
        "It would have been the first time that Marden met Okello.",
        "Marden made the first offer of the talks.",
        "Marden voted against it on Monday.",
        "Marden and Okello agreed that it was late.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == ()


def test_what_nobody_known_takes_part_in_needs_its_day() -> None:
    assert only("Delegations met in Vienna on Tuesday.").participants == ()
    assert events("Delegations met in Vienna last month.") == ()


def test_the_word_lists_are_words() -> None:
    known = vocabulary()
    lists = [*known.words.values(), *known.cancelled_needs.values()]
    lists += [t.to | t.needs | t.object | t.unless | t.place for of in known.triggers.values() for t in of]
    assert all(isinstance(word, str) for words in lists for word in words)  # YAML reads a bare "on" as true


def test_words_for_all_sides_go_back_to_the_event_told_last() -> None:
    told_first = "Marden met Okello in Geneva on Monday."
    _, again = events(told_first, "The two leaders will meet in Vienna on Friday.")
    assert (set(again.participants), again.when.value) == ({MARDEN, OKELLO}, "2024-03-08")
    assert len(events(told_first, "Brenner said the two sides agreed to wait.")) == 1  # Brenner's side may be meant


def test_who_plans_what_others_hold_takes_no_part() -> None:
    event = only("Norway is planning the Marden-Okello meeting.")
    assert (set(event.participants), event.status) == ({MARDEN, OKELLO}, "planned")


def test_a_person_expected_at_a_place_is_a_visit_to_come() -> None:
    event = only("Marden rested and is expected in Nairobi on Friday.")
    assert (event.kind, event.status, event.place, event.when.value) == ("visit", "planned", "Nairobi", "2024-03-08")


def test_the_sister_of_a_person_is_not_that_person() -> None:
    assert events("Marden met Okello's sister.") == ()


def test_two_words_for_one_event_are_one_mention() -> None:
    event = only("Marden met Okello in Geneva for talks on Tuesday.")
    assert set(event.participants) == {MARDEN, OKELLO}


def test_a_dateline_is_neither_place_nor_party_nor_date() -> None:
    event = only("NAIROBI, Kenya, March 5 (QW) - Negotiators from Norway and the United States met on Monday.")
    assert set(event.participants) == {NORWAY, US}
    assert event.when.value == "2024-03-04"


def test_a_form_that_two_referents_share_names_neither() -> None:
    of, passages = told("Marden met the minister and Okello in Geneva.")
    twins = tuple(
        type(r)(r.number, r.name, r.kind, (*r.forms, ("minister", 1)), (), r.first)
        for r in REFERENTS[NORWAY : KENYA + 1]
    )
    (event,) = date.events(of, passages, (*REFERENTS[:NORWAY], *twins), resolve.lexicon())
    assert set(event.participants) == {MARDEN, OKELLO}


def test_without_a_date_of_publication_no_date_is_made_up() -> None:
    event = only("Marden met Okello in Geneva on Tuesday.", published=None)
    assert (event.when.value, event.when.basis) == (None, "unknown")
    event = only("Marden met Okello in Geneva on 3 March 2020.", published=None)
    assert (event.when.value, event.when.basis) == ("2020-03-03", "text")


_WORDS = (
    "Marden Okello Norway Kenya Brenner met meets will meet talks with between and in Geneva on Tuesday the a . , "
    "said visited called off meeting phone signed agreement after “ ” 😀 ‏ é last week not to of 's -"
)
WORDS = st.sampled_from(_WORDS.split())


@given(st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_spans_lie_in_one_paragraph_and_participants_are_referents(paragraphs: list[str]) -> None:
    of, passages = told(*paragraphs)
    for event in date.events(of, passages, REFERENTS, resolve.lexicon()):
        assert any(p.span.start <= event.span.start < event.span.end <= p.span.end for p in of.paragraphs)
        assert set(event.participants) <= {r.number for r in REFERENTS}
        assert len(event.participants) == len(set(event.participants))
        assert event.participants or event.when.value
        if event.place:
            assert event.place in of.text
        if event.status == "held" and event.when.value:
            assert event.when.value[:7] <= "2024-03"


def test_each_sentence_tells_its_own() -> None:
    found = events(
        "Marden met Okello in Geneva on Tuesday. Brenner visited Vienna on Monday.", "Brenner will meet Okello."
    )
    assert [(e.kind, set(e.participants)) for e in found] == [
        ("meeting", {MARDEN, OKELLO}),
        ("visit", {BRENNER}),
        ("meeting", {BRENNER, OKELLO}),
    ]
