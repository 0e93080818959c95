"""Role words and pronouns that stand for somebody the article names."""

from __future__ import annotations

import pytest

from tests.resolve.marked import heard, names

TALKS = (
    "Russian Foreign Minister Sergei Lavrov met Ukrainian President Volodymyr Zelensky and US envoy Steve Witkoff.\n"
    "{source} said the meeting had been useful."
)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("[[The foreign minister]]", "Sergei Lavrov"),
        ("[[The Ukrainian president]]", "Volodymyr Zelenskyy"),
        ("[[Ukraine's president]]", "Volodymyr Zelenskyy"),
        ("[[The envoy]]", "Steve Witkoff"),
        ("[[The US envoy]]", "Steve Witkoff"),
        ("[[The Ukrainian leader]]", "Volodymyr Zelenskyy"),
        ("[[Moscow's top diplomat]]", "Sergei Lavrov"),
    ],
)
def test_a_role_word_means_the_person_who_holds_the_role(source: str, name: str) -> None:
    assert names(TALKS.format(source=source)) == [name]


def test_a_chief_negotiator_is_found_by_the_last_words_of_the_role() -> None:
    text = (
        "Iran's chief nuclear negotiator, Saeed Jalili, landed in Geneva. EU envoy Marta Kos met him.\n"
        "[[The chief negotiator]] said Iran would not yield."
    )
    assert names(text) == ["Saeed Jalili"]


def test_the_side_that_is_asked_for_must_agree() -> None:
    text = (
        "Russian President Vladimir Putin spoke first.\n"
        "[[The Finnish president]] said Helsinki would wait, and [[the president]] left."
    )
    found = heard(text)
    assert (found[0].name, found[0].side, found[0].kind) == ("Finnish president", "Finland", "office")


def test_the_collection_tells_who_holds_a_role_that_an_article_gives_to_nobody() -> None:
    found = names(
        "[[Ukraine's president]] thanked the allies. Zelensky will travel to Oslo, where Putin has no friends.",
        "[[Ukrainian President Volodymyr Zelensky]] said yes. [[Russian President Vladimir Putin]] said no.",
    )
    assert found[0] == "Volodymyr Zelenskyy"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Angela Brandt met Boris Keller. [[She]] said the gap was wide.", "Angela Brandt"),
        ("Angela Brandt met Boris Keller. [[He]] said the gap was wide.", "Boris Keller"),
        ("Peter Novak spoke to Boris Keller for an hour. [[He]] said the gap was wide.", "Peter Novak"),
        ("[[Peter Novak]] said no. [[He]] added that Boris Keller knew it. [[He]] left.", "Peter Novak"),
        ("The Foreign Ministry of Austria was cautious. [[It]] said the gap was wide.", "Austrian Foreign Ministry"),
        ("NATO met in Brussels on Monday. [[It]] said troops would stay.", "NATO"),
        ("Angela Brandt met Boris Keller. [[Her]] hope was peace.", "Angela Brandt"),
        ("Angela Brandt and Boris Keller met in Bern. [[They]] said the gap was wide.", "Angela Brandt"),
        ("French diplomats left early. [[They]] said the gap was wide.", "French diplomats"),
    ],
)
def test_a_pronoun_means_the_most_salient_who_agrees(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_nobody_inside_a_quotation_is_a_candidate() -> None:
    text = (
        "Peter Novak spoke for an hour in Vienna.\n"
        "“Boris Keller ruined this. Boris Keller lied, and Boris Keller will pay,” [[he]] said."
    )
    assert names(text) == ["Peter Novak"]


def test_a_member_of_a_party_means_the_lawmaker_of_the_article() -> None:
    text = "[[Rep. Ada Quill (R-Ohio)]] voted no. [[The Ohio Republican]] said the deal was weak."
    assert names(text) == ["Ada Quill"] * 2


def test_no_one_is_nobody() -> None:
    assert names("[[No one]] thinks the truce will hold.") == [None]


def test_who_is_the_name_before_it() -> None:
    assert names("Peter Novak, [[who]] said the gap was wide, left Vienna.") == ["Peter Novak"]


def test_the_writer_is_nobody() -> None:
    one = heard("[[We]] think the plan is dead.")[0]
    assert (one.name, one.written, one.grade) == (None, "We", None)


def test_of_two_named_together_the_first_is_meant() -> None:
    text = "[[US President Donald Trump and Ukrainian leader Volodymyr Zelensky]] said they would meet again."
    assert names(text) == ["Donald Trump"]
