"""Proposals: which instruments an article tells of, the steps of their life, and one proposal across articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import code, date, syntax
from onrecord.model import ProposalMention, Reading, Referent, Span
from tests.date.telling import KENYA, MARDEN, NORWAY, OKELLO, REFERENTS
from tests.made import article


def proposals(*paragraphs: str, published: str | None = "2024-03-07") -> tuple[ProposalMention, ...]:
    of = article("a", *paragraphs, published=published)
    passages = syntax.parse(of.text, [p.span for p in of.paragraphs])
    return date.steps(of, passages, code.proposals(of, passages, (), REFERENTS))


def steps(*paragraphs: str) -> list[tuple[str, int | None]]:
    return [(step.status, step.by) for proposal in proposals(*paragraphs) for step in proposal.steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway proposed a new framework for the ports.", [("floated", NORWAY)]),
        ("Marden is drafting a memorandum on fishing.", [("drafted", MARDEN)]),
        ("Okello is working to finalize an agreement with Oslo.", [("drafted", OKELLO)]),
        ("Norway has submitted a draft agreement to Kenya.", [("submitted", NORWAY)]),
        ("Kenya welcomed the plan.", [("commented", KENYA)]),
        ("Marden and the union reached a deal on Sunday.", [("agreed", MARDEN)]),
        ("The accord was signed by Okello.", [("agreed", OKELLO)]),
        ("They spoke of the deal that Marden signed.", [("agreed", MARDEN)]),
        ("Okello tore up the agreement.", [("rejected", OKELLO)]),
        ("Marden withdrew from the treaty.", [("rejected", MARDEN)]),
        ("Kenya refused to accept the offer.", [("rejected", KENYA)]),
        ("Kenya ratified the treaty.", [("ratified", KENYA)]),
        ("The press noted the rejection of the plan by Norway.", [("rejected", NORWAY)]),
    ],
)
def test_the_step_and_who_took_it(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert steps(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway would accept a deal if the ports reopened.",
        "Kenya has not signed the agreement.",
        "Marden may reject the plan.",
        "Okello warned against accepting the offer.",
        "Will Norway ratify the treaty?",
        "Marden plans to travel, and a great deal of talk was expected.",
        "Any agreement reached in Geneva needs a vote.",
        "The sides neared agreement on fish.",
    ],
)
def test_what_is_wished_planned_asked_or_denied_is_no_step(text: str) -> None:
    assert steps(text) == []


def test_the_plan_takes_up_the_last_instrument_of_its_family() -> None:
    (proposal,) = proposals("Norway floated a ten-point fishing plan.", "On Tuesday Kenya rejected the proposal.")

    assert [(step.status, step.when.value) for step in proposal.steps] == [
        ("floated", None),
        ("rejected", "2024-03-05"),
    ]
    assert (proposal.author, proposal.name) == (NORWAY, "ten-point fishing plan")


def test_a_deal_and_a_bill_are_two_things_and_terms_are_kept() -> None:
    text = "Norway signed the fishing deal. Kenya passed the ports bill. The deal requires Kenya to open two harbours."
    deal, bill = proposals(text)

    assert (deal.kind, bill.kind) == ("deal", "bill")
    assert [text[span.start : span.end] for span in deal.terms] == ["requires Kenya to open two harbours"]


def test_the_first_word_of_a_paragraph_belongs_to_the_name() -> None:
    (proposal,) = proposals("Interim fishing agreement with Oslo signed by Okello.")

    assert proposal.name == "Interim fishing agreement with Oslo"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The accord was signed by Okello.", OKELLO),
        ("They spoke of a deal struck between Norway and Kenya.", NORWAY),
        ("The press noted Kenya's rejection of the plan.", KENYA),
        ("Okello rejected the plan.", OKELLO),
    ],
)
def test_who_took_a_step_is_the_agent_the_owner_or_the_subject(text: str, by: int) -> None:
    assert [step.by for proposal in proposals(text) for step in proposal.steps] == [by]


@pytest.mark.parametrize(
    "text",
    ["Kenya rejected Norway's plan.", "Kenya rejected a plan by Norway.", "Kenya rejected the Norwegian plan."],
)
def test_whose_plan_it_is_said_to_be(text: str) -> None:
    (proposal,) = proposals(text)

    assert proposal.author == NORWAY


def test_what_is_proposed_in_a_clause_is_a_proposal() -> None:
    (proposal,) = proposals("Norway proposes raising €90 billion for the ports.", "Okello criticised the plan.")

    assert proposal.name == "raising €90 billion for the ports"
    assert [step.status for step in proposal.steps] == ["floated", "commented"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["the plan", "Norway", "rejected", "“", "deal", "to", "signed", "a", "😀", "\u0301", "."]))
)
def test_spans_lie_in_the_text_and_nothing_crashes(words: list[str]) -> None:
    text = " ".join(["x", *words])

    for proposal in proposals(text):
        spans = [*proposal.spans, *proposal.terms, *(step.span for step in proposal.steps)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def told(name: str, text: str, published: str | None = "2024-03-07") -> Reading:
    of = article(name, text, published=published)
    passages = syntax.parse(of.text, [p.span for p in of.paragraphs])
    found = date.steps(of, passages, code.proposals(of, passages, (), REFERENTS))
    return Reading(of, referents=REFERENTS, proposals=found)


def actors(*readings: Reading) -> dict[tuple[str, int], str]:
    everyone: tuple[Referent, ...] = REFERENTS
    return {(r.article.id, one.number): one.name for r in readings for one in everyone}


def test_one_proposal_across_articles_has_one_life_by_date() -> None:
    readings = [
        told("b", "Kenya rejected the Norwegian fishing plan.", "2024-03-09"),
        told("a", "Norway unveiled the fishing plan on Monday.", "2024-03-06"),
        told("c", "Okello welcomed the plan."),
    ]

    found = code.same_proposals(readings, actors(*readings))

    fishing = next(p for p in found if "fishing" in p.name)
    assert [(s.status, s.by, s.when.value) for s in fishing.steps] == [
        ("floated", "Norway", "2024-03-04"),
        ("rejected", "Kenya", "2024-03-09"),
    ]
    assert (fishing.status, fishing.author) == ("rejected", "Norway")
    assert [p.name for p in found if p != fishing] == ["plan"]  # which plan is not told
    assert found == code.same_proposals(list(reversed(readings)), actors(*readings))


@pytest.mark.parametrize(
    ("dated", "undated", "status"),
    [
        ("Kenya ratified the fishing treaty.", "Norway unveiled the fishing treaty.", "ratified"),
        ("Kenya welcomed the fishing treaty.", "Norway unveiled the fishing treaty.", "floated"),
        ("Kenya welcomed the fishing treaty.", "Norway welcomed the fishing treaty.", "commented"),
    ],
)
def test_the_status_is_that_of_the_last_dated_step_that_moved_it(dated: str, undated: str, status: str) -> None:
    readings = [told("a", dated, "2025-01-01"), told("b", undated, None)]

    (treaty,) = code.same_proposals(readings, actors(*readings))

    assert [step.when.value is None for step in treaty.steps] == [False, True]
    assert treaty.status == status


def test_an_interim_deal_is_not_the_final_one_and_known_names_are_one() -> None:
    texts = ["Norway signed the interim fishing deal.", "Norway signed the final fishing deal."]
    apart = [told(str(i), text) for i, text in enumerate(texts)]
    assert len(code.same_proposals(apart, actors(*apart))) == 2

    known = [told("a", "Norway left the JCPOA."), told("b", "Kenya rejected the Iran nuclear deal.")]
    (one,) = code.same_proposals(known, actors(*known))
    assert one.name == "Joint Comprehensive Plan of Action"


def test_span_order_is_kept() -> None:
    (proposal,) = proposals("Norway signed the fishing deal. Kenya criticised the deal.")
    assert proposal.spans == tuple(sorted(proposal.spans))
    assert all(isinstance(span, Span) for span in proposal.spans)
