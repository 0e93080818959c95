"""Names that hold the name of a state or of a listed body without being it, and offices of nobody's named state."""

from __future__ import annotations

import pytest

from tests.resolve.marked import heard


@pytest.mark.parametrize(
    "body",
    [
        "Zambia External Bondholder Committee",
        "Zambia Congress of Trade Unions",
        "Bankers Association of Zambia",
        "Zambia National Farmers Union",
        "Kenyan Chamber of Commerce",
        "Ghana National Commercial Bank",
        "University of Zambia",
        "Ukrainian Grain Association",
        "Australian Labor Party",
        "Ad Hoc Group of Ethiopia Bondholders",
        "Paris Club",
    ],
)
def test_a_private_body_keeps_its_whole_name_and_speaks_for_no_state(body: str) -> None:
    one = heard(f"Talks went on for a second week in the capital. [[The {body}]] said that the offer was too low.")[0]
    assert (one.name, one.side) == (body, None)


def test_a_private_body_inside_a_longer_name_is_not_cut_out_of_it() -> None:
    text = "[[The Center for Harvest Research at Zambia State University]] said that maize would be short this year."
    assert [said.name for said in heard(text)] == ["Center for Harvest Research at Zambia State University"]


def test_who_leads_a_private_body_speaks_for_no_state() -> None:
    text = "[[Ada Quill, president of the Zambia National Farmers Union]], said that the price of maize was too low."
    assert [(said.name, said.side) for said in heard(text)] == [("Ada Quill", None)]


def test_a_title_after_a_bodys_name_is_no_part_of_it() -> None:
    text = (
        "[[Zambia Chamber of Commerce President Ada Quill]] said that it was time to wait and to see what would come."
    )
    assert [(said.name, said.kind, said.side) for said in heard(text)] == [("Ada Quill", "person", None)]


def test_a_group_of_a_states_bondholders_is_not_the_state() -> None:
    said = heard("[[A Sri Lanka bondholder group]] said that it would hold out for a better price.")[0]
    assert (said.name, said.side) == ("Sri Lankan bondholder group", None)


@pytest.mark.parametrize(
    ("source", "name", "side"),
    [
        ("Zambia's Ministry of Finance", "Zambian Finance Ministry", "Zambia"),
        ("The Zambia Development Agency", "Zambian Development Agency", "Zambia"),
        ("The National Assembly of Zambia", "Zambian National Assembly", "Zambia"),
        ("The Central Bank of Russia", "Russian Central Bank", "Russia"),
        ("The Zambian embassy in Paris", "Zambian embassy", "Zambia"),
        ("The Zambia Army", "Zambian army", "Zambia"),
    ],
)
def test_a_body_of_state_speaks_for_the_state_in_its_name(source: str, name: str, side: str) -> None:
    said = heard(f"[[{source}]] said on Tuesday that the offer was too low.")[0]
    assert (said.name, said.side) == (name, side)


@pytest.mark.parametrize(
    ("source", "name", "side"),
    [
        ("The French Treasury", "French Treasury", "France"),
        ("A French Treasury official", "French Treasury official", "France"),
        ("The Peruvian Congress", "Peruvian Congress", "Peru"),
        ("Nigeria's Senate", "Nigerian Senate", "Nigeria"),
        ("The Indian Supreme Court", "Indian Supreme Court", "India"),
        ("The Supreme Court of Kenya", "Kenyan Supreme Court", "Kenya"),
        ("The Senate of the Philippines", "Philippine Senate", "Philippines"),
        ("The Nigerian Federal Supreme Court", "Nigerian Federal Supreme Court", "Nigeria"),
        ("The UK Treasury", "British Treasury", "United Kingdom"),
        ("Russia's Security Council", "Russian Security Council", "Russia"),
        ("The African National Congress", "African National Congress", "African National Congress"),
        ("The Treasury", "US Treasury", "United States"),
        ("The U.S. Congress", "US Congress", "United States"),
        ("America's Senate", "US Senate", "United States"),
        ("The Supreme Court of the United States", "US Supreme Court", "United States"),
        ("The UN Security Council", "UN Security Council", "United Nations"),
    ],
)
def test_a_listed_body_of_one_state_is_not_anothers(source: str, name: str, side: str) -> None:
    said = heard(f"[[{source}]] said on Tuesday that the offer was too low.")[0]
    assert (said.name, said.side) == (name, side)


def test_the_last_word_of_a_listed_name_in_full_means_the_listed_body() -> None:
    text = "[[The IMF]] said that the loan was ready. [[The Fund]] added that a review was due."
    assert {said.name for said in heard(text)} == {"IMF"}


ZAMBIA = "Zambia owes more than Zambia can pay. Zambia has asked for a Zambian plan, and Lusaka waits.{more}\n{source}."


def _side(source: str, more: str = "") -> str | None:
    return heard(ZAMBIA.format(source=source, more=more))[0].side


@pytest.mark.parametrize(
    "source",
    [
        "[[Finance Minister Ada Quill]] said that a deal was near",
        "[[Ada Quill, the finance minister]], said that a deal was near",
        "[[Central bank governor Ada Quill]] said that a deal was near",
        "[[Finance Ministry spokesman Tom Roe]] said that a deal was near",
    ],
)
def test_an_office_of_state_is_of_the_one_state_that_an_article_is_about(source: str) -> None:
    assert _side(source) == "Zambia"


@pytest.mark.parametrize(
    ("source", "more"),
    [
        ("[[Finance Minister Ada Quill]] said that a deal was near", " Chinese Foreign Minister Wang Yi was in town."),
        ("[[Finance Minister Ada Quill]] said that a deal was near", " China, China and again China is owed most."),
        ("[[Finance Minister Ada Quill]] said that a deal was near", " The State Department was told."),
        ("[[Former finance minister Ada Quill]] said that a deal was near", ""),
        ("[[Economist Ada Quill]] said that a deal was near", ""),
        ("[[Ada Quill, chief executive of Standard Bank]], said that a deal was near", ""),
    ],
)
def test_an_office_is_nobodys_where_two_states_have_some_or_it_is_no_office_of_state(source: str, more: str) -> None:
    assert _side(source, more) is None
