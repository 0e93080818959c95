"""States, seats of government, bodies, outlets and sources without a name."""

from __future__ import annotations

import pytest

from tests.resolve.marked import heard, names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Kremlin", "Russia"),
        ("Moscow", "Russia"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("kyiv", "Ukraine"),
        ("The White House", "United States"),
        ("Washington", "United States"),
        ("Brussels", "European Union"),
        ("Downing Street", "United Kingdom"),
        ("The Élysée", "France"),
        ("Zhongnanhai", "China"),
        ("The Blue House", "South Korea"),
        ("The US", "United States"),
        ("The U.S.", "United States"),
        ("The United States", "United States"),
        ("The Russian government", "Russia"),
        ("Tehran", "Iran"),
        ("Ouagadougou", "Burkina Faso"),
        ("Podgorica", "Montenegro"),
        ("The Russians", "Russia"),
        ("The Iranian side", "Iran"),
        ("A spokesman for the Kremlin", "Russia"),
        ("Nato", "NATO"),
        ("The European Commission", "European Commission"),
        ("The International Atomic Energy Agency", "IAEA"),
        ("The Russian foreign ministry", "Russian Foreign Ministry"),
        ("Russia's Foreign Ministry", "Russian Foreign Ministry"),
        ("The State Department", "US State Department"),
        ("A State Department spokeswoman", "US State Department"),
        ("Foggy Bottom", "US State Department"),
        ("The British Foreign Office", "British Foreign Office"),
        ("Iran's parliament", "Iranian Parliament"),
    ],
)
def test_a_seat_or_body_speaks_on_the_record_without_a_name(source: str, name: str) -> None:
    one = heard(f"[[{source}]] said on Tuesday that the plan was dead.")[0]
    assert (one.name, one.grade) == (name, "office")


@pytest.mark.parametrize(
    ("source", "name", "side", "grade"),
    [
        ("US officials", "US officials", "United States", "unnamed official"),
        ("American officials", "US officials", "United States", "unnamed official"),
        ("Two senior Western officials", "senior Western officials", None, "unnamed official"),
        ("A senior administration official", "senior administration official", "United States", "unnamed official"),
        ("European and Ukrainian officials", "European and Ukrainian officials", None, "unnamed official"),
        ("Nato foreign ministers", "NATO foreign ministers", "NATO", "unnamed official"),
        ("European diplomats", "European diplomats", "European Union", "unnamed official"),
        ("Twelve Iranian lawmakers", "Iranian lawmakers", "Iran", "unnamed official"),
        ("North Korea's state media", "North Korean state media", "North Korea", "another outlet"),
        ("Diplomats", "diplomats", None, "unnamed official"),
        ("A source familiar with the matter", "source familiar with the matter", None, "unnamed source"),
        ("People briefed on the talks", "people briefed on the talks", None, "unnamed source"),
        ("Analysts", "analysts", None, "unnamed source"),
        ("Local media", "local media", None, "another outlet"),
    ],
)
def test_a_source_without_a_name_stays_one(source: str, name: str, side: str | None, grade: str) -> None:
    one = heard(f"[[{source}]] said on Tuesday that the plan was dead.")[0]
    assert (one.name, one.side, one.grade) == (name, side, grade)
    assert one.kind == "unnamed"


@pytest.mark.parametrize("source", ["Axios", "Reuters", "State news agency KCNA", "The New York Times"])
def test_an_outlet_that_is_cited_is_another_outlet(source: str) -> None:
    one = heard(f"[[{source}]] reported on Tuesday that the plan was dead.")[0]
    assert (one.kind, one.grade) == ("outlet", "another outlet")


def test_the_official_goes_on_with_the_last_one() -> None:
    text = "[[A senior US official]] said the gap was wide. [[The official]] asked not to be named."
    assert names(text) == ["senior US official"] * 2


def test_the_ministry_goes_on_with_the_one_before() -> None:
    text = "[[The Iranian Foreign Ministry]] said no. [[The ministry]] added that it would wait."
    assert names(text) == ["Iranian Foreign Ministry"] * 2


def test_both_sides_are_a_group() -> None:
    one = heard("[[The two sides]] agreed to meet again in Doha.")[0]
    assert (one.name, one.kind) == ("two sides", "group")


def test_an_administration_stands_on_its_presidents_side() -> None:
    text = "US President Barack Obama flew to Oslo. [[The Obama administration]] said sanctions would stay."
    assert [(h.name, h.side) for h in heard(text)] == [("Obama administration", "United States")]


def test_a_ministry_is_one_however_the_desk_writes_it() -> None:
    text = "[[The State Dept.]] said no. [[The State department]] said so again, as did [[the U.S. State Department]]."
    assert {(said.name, said.side) for said in heard(text)} == {("US State Department", "United States")}


def test_the_statement_goes_on_with_its_speaker_and_a_joint_declaration_speaks_for_itself() -> None:
    text = "[[US President Barack Obama]] said that he would wait. [[The statement]] added that talks would go on."
    assert [said.name for said in heard(text)] == ["Barack Obama", "Barack Obama"]
    text = "[[US President Barack Obama]] said that he would wait. [[The joint declaration]] states that talks go on."
    obama, declaration = heard(text)
    assert obama.name == "Barack Obama"
    assert (declaration.name, declaration.kind, declaration.grade) == ("joint declaration", "document", "document")


def test_a_leader_whom_the_table_knows_needs_the_office_in_the_text_and_no_state() -> None:
    (said,) = heard("[[President Donald Trump]] said on Monday that he would wait.")
    assert (said.name, said.side) == ("Donald Trump", "United States")
    (said,) = heard("[[Donald Trump]], a developer, said on Monday that he would wait.")
    assert said.side is None


def test_a_president_of_an_administration_is_american_if_nothing_else_is_said() -> None:
    found = heard("[[President Stone]] will veto it. [[The Stone administration]] has said so for weeks.")
    assert {h.side for h in found} == {"United States"}
    found = heard("[[South Korean President Stone]] will veto it. [[The Stone administration]] has said so for weeks.")
    assert {h.side for h in found} == {"South Korea"}


def test_a_former_official_speaks_for_nobody() -> None:
    assert heard("[[A former US official]] said the plan was dead.")[0].side is None


def test_us_the_pronoun_is_not_the_country() -> None:
    assert names("They told us that Belgium was out. [[Belgium]] denied it.") == ["Belgium"]


def test_the_north_needs_north_korea_in_the_article() -> None:
    assert names("North Korea tested a missile. [[The North]] said it was routine.") == ["North Korea"]
    assert names("Snow fell on the hills. [[The North]] said it was routine.") == [None]


def test_an_adjective_that_nobody_knows_does_no_harm() -> None:
    one = heard("[[Vostrian Foreign Minister Ilse Maron]] said the bridge would open.")[0]
    assert (one.name, one.kind, one.side) == ("Ilse Maron", "person", None)


def test_a_firm_with_a_state_in_its_name_is_neither_the_state_nor_another_firm() -> None:
    # Given two firms of one trade, the one with a state's name in its own
    text = (
        "[[United States Steel]] said it was restarting its furnaces.\n"
        "In most filings, [[U.S. Steel]] said it could make the metal.\n"
        "[[Ada Quill, president of Orrin Steel,]] said the process was slow."
    )
    # When they are resolved
    first, again, president = heard(text)
    # Then each is itself under either of its names, and nobody speaks for the state
    assert first.name == again.name
    assert "Orrin" not in f"{first.name} {again.name}"
    assert [one.side for one in (first, again, president)] == [None, None, None]


def test_the_president_is_not_that_of_the_firm_that_an_article_quotes() -> None:
    # Given the president of a firm, and then "the president" of whom the article says no more
    text = (
        "[[Ada Quill, president of Orrin Steel,]] said the process was slow.\n"
        "Although [[the president]] has said that such disputes are easy to win, many firms doubt it."
    )
    # When it is asked who that is, then nobody is named rather than the wrong one
    quoted, president = heard(text)
    assert quoted.name == "Ada Quill"
    assert president.name != "Ada Quill"
