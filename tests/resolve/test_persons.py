"""Persons: surname after full name, roles, titles, spelling, across articles."""

from __future__ import annotations

import pytest

from tests.resolve.marked import heard, names, read


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("[[Russian Foreign Minister Sergei Lavrov]] said the talks would go on.", "Sergei Lavrov", "Russia"),
        ("[[US envoy Steve Witkoff]] said a deal was close.", "Steve Witkoff", "United States"),
        ("[[Ukraine's Volodymyr Zelensky]] called the meeting useful.", "Volodymyr Zelenskyy", "Ukraine"),
        (
            "[[EU Energy Commissioner Dan Jorgensen]] said on Monday that gas would stop.",
            "Dan Jorgensen",
            "European Union",
        ),
        ("[[NATO Secretary-General Mark Rutte]] said allies would help.", "Mark Rutte", "NATO"),
        ("[[The South Korean leader, Moon Jae-in,]] said he was ready to travel.", "Moon Jae-in", "South Korea"),
        ("[[Yulia Svyrydenko, Ukraine's prime minister,]] said the budget would hold.", "Yulia Svyrydenko", "Ukraine"),
        ("[[Rep. Ada Quill (R-Texas)]] said Congress would vote.", "Ada Quill", "United States"),
        ("[[Sen. Morton Pell, D-Ohio,]] said he would vote no.", "Morton Pell", "United States"),
        ("[[Secretary of State Dora Finch]] told reporters she was hopeful.", "Dora Finch", "United States"),
        ("[[Foreign Secretary Hugh Marlow]] said London would wait.", "Hugh Marlow", "United Kingdom"),
        ("[[Kremlin spokesman Dmitry Peskov]] said nothing was agreed.", "Dmitry Peskov", "Russia"),
        ("[[The president of Kazakhstan, Nursultan Abil,]] said he would host.", "Nursultan Abil", "Kazakhstan"),
        ("[[IAEA chief Yukiya Amano]] said inspectors had access.", "Yukiya Amano", "IAEA"),
        ("[[Iranian Foreign Ministry spokesman Bahram Sadri]] said Tehran would answer.", "Bahram Sadri", "Iran"),
        ("[[German Deputy Foreign Minister Lena Brandt]] said it was late.", "Lena Brandt", "Germany"),
    ],
)
def test_a_role_and_a_state_beside_a_name_give_the_side(text: str, name: str, side: str) -> None:
    # Given a named speaker with a role, when the article is resolved, then person and side come from the text.
    one = heard(text)[0]
    assert (one.name, one.kind, one.side, one.grade) == (name, "person", side, "named")


def test_an_adviser_stands_on_the_side_of_the_person_advised() -> None:
    text = (
        "Russian President Vladimir Putin met the envoys in Moscow on Tuesday.\n"
        "[[Putin's adviser Yuri Ushakov]] said no compromise had been found."
    )
    assert [(h.name, h.side) for h in heard(text)] == [("Yuri Ushakov", "Russia")]


@pytest.mark.parametrize(
    "text",
    [
        "[[Arthur Penrose, a professor at the University of Leeds,]] said the offer was thin.",
        "[[Russian political analyst Fyodor Lukin]] said the Kremlin would wait.",
        "[[Former US ambassador Nora Blythe]] said the talks had come too late.",
        "[[Wendy Harker, a senior fellow at the Atlas Institute,]] said sanctions rarely work.",
    ],
)
def test_who_speaks_for_nobody_has_no_side(text: str) -> None:
    one = heard(text)[0]
    assert (one.kind, one.side) == ("person", None)


def test_a_surname_goes_on_with_the_full_name() -> None:
    text = (
        "Polish Foreign Minister Adam Rotek met his counterparts in Vienna. [[Rotek]] said the plan was alive. "
        "[[Mr Rotek]] added that time was short. [[Foreign Minister Rotek]] left at noon."
    )
    assert names(text) == ["Adam Rotek"] * 3


def test_a_family_name_may_come_first() -> None:
    text = "North Korean leader Kim Jong Un visited the site. [[Kim]] said the test had worked."
    assert names(text) == ["Kim Jong Un"]


def test_one_spelling_for_a_name_across_articles() -> None:
    found = heard(
        "[[Ukrainian President Volodymyr Zelenskyy]] said the front held.",
        "[[President Vladimir Zelensky]] said the front held.",
        "[[Zelenskiy]] said the front held.",
    )
    assert {h.name for h in found} == {"Volodymyr Zelenskyy"}
    assert {h.side for h in found} == {"Ukraine"}


def test_names_spelled_alike_are_one_without_any_list() -> None:
    found = names(
        "[[Iranian deputy foreign minister Majid Ravanchian]] said it was over.",
        "[[Iranian deputy foreign minister Majid Ravantchian]] said it was over.",
        "[[Majid Ravanchian]] said it was over.",
    )
    assert found == ["Majid Ravanchian"] * 3


def test_names_that_sound_alike_are_one() -> None:
    found = names(
        "[[Xlandish Prime Minister Aksel Tronvik]] said no.",
        "[[Prime Minister Axel Tronwick]] said yes.",
        "[[Aksel Tronvik]] said maybe.",
    )
    assert found == ["Aksel Tronvik"] * 3


@pytest.mark.parametrize(
    ("whole", "short"), [("James Orrin Quill", "J.O. Quill"), ("Ada Berta Chelnik", "A.B. Chelnik")]
)
def test_a_name_may_stand_by_its_first_initials(whole: str, short: str) -> None:
    one, other = heard(f"[[{whole}]] spoke first. Later [[{short}]] said it was late.")
    assert one.name == other.name == whole


def test_first_names_that_differ_in_spelling_need_the_same_office() -> None:
    same = names(
        "[[Belarusian Defence Minister Viktor Khrenin]] said troops would stay.",
        "[[Belarusian Defense Minister Vitold Khrenin]] said troops would stay.",
    )
    other = names(
        "[[Belarusian Defence Minister Viktor Khrenin]] said troops would stay.",
        "[[Chess coach Vitold Khrenin]] said the match was fair.",
    )
    assert len(set(same)) == 1
    assert len(set(other)) == 2


def test_two_persons_of_one_family_stay_two() -> None:
    text = (
        "North Korean leader Kim Jong Un watched the parade. His sister Kim Yo Jong stood behind him. "
        "[[Kim Yo Jong]] said the drills were an insult. [[Kim Jong Un]] said little."
    )
    assert names(text) == ["Kim Yo Jong", "Kim Jong Un"]
    assert len(set(names("[[Bill Clinton]] said yes. [[Hillary Clinton]] said no. [[Mrs. Clinton]] left."))) == 2


def test_a_bare_name_before_a_namesake_comes_up_is_not_hers() -> None:
    found = names(
        "[[President Stone]] spoke for an hour. His wife Melinda Stone was in the room. [[Stone]] said he was done.",
        "[[Xlandish President Edgar Stone]] said no.",
        "[[Xlandish President Edgar Stone]] said yes.",
    )
    assert found[0] == "Edgar Stone"


def test_words_that_a_scraper_ran_together_are_no_name() -> None:
    text = "[[Envoy Adam Rotek]] left. Rotek Adam John RotekRotek hails aides. [[Rotek]] was tired."
    assert names(text) == ["Adam Rotek"] * 2


@pytest.mark.parametrize("label", ["WATCH", "Messrs.", "Team"])
def test_a_label_is_no_part_of_a_name(label: str) -> None:
    assert names(f"[[Envoy Adam Rotek]] left. {label} Rotek fly home. [[Rotek]] was tired.") == ["Adam Rotek"] * 2


def test_a_title_can_be_a_surname() -> None:
    text = "[[Sen. Angus King]] spoke to reporters. [[King]] said he would vote no."
    assert names(text) == ["Angus King"] * 2


def test_a_role_before_a_parenthetic_said_is_not_the_speakers() -> None:
    text = "[[US President Edgar Stone]] spoke. Norway's leader, [[Stone]] added, would not get away with it."
    assert [(h.name, h.side) for h in heard(text)] == [("Edgar Stone", "United States")] * 2


def test_a_role_is_never_taken_for_the_name() -> None:
    text = (
        "[[French Foreign Minister Laurent Fabius]] said no. [[The foreign minister]] said it twice. "
        "[[The foreign minister]] said it again. [[France's foreign minister]] left."
    )
    assert names(text) == ["Laurent Fabius"] * 4


def test_the_most_frequent_full_form_is_the_name() -> None:
    found = names(
        "[[Danish envoy Mads Holm Brandt]] said no.",
        "[[Danish envoy Mads Brandt]] said no.",
        "[[Danish envoy Mads Brandt]] said yes.",
    )
    assert found == ["Mads Brandt"] * 3


def test_a_leader_of_another_year_is_given_no_role_by_the_table() -> None:
    found = heard("[[President Park]] told parliament that aid would go on.")
    assert [(h.name, h.side) for h in found] == [("Park", None)]


def test_a_place_that_takes_said_and_mr_is_a_person() -> None:
    text = (
        "[[US envoy Steve Witkoff]] said the plan was good. Witkoff, who flew in on Monday, met aides. "
        "[[Mr Witkoff]] said more talks were set."
    )
    assert {(h.name, h.kind) for h in heard(text)} == {("Steve Witkoff", "person")}


def test_a_state_in_a_persons_name_is_no_state() -> None:
    assert names("[[Chad Wolper, a negotiator for Norway,]] said it was late.") == ["Chad Wolper"]
    assert names("[[Michael Jordan]] said it was late.") == ["Michael Jordan"]


def test_in_a_headline_a_name_goes_as_far_as_the_text_knows_it() -> None:
    # Given a headline in Title Case that goes on after a name
    text = (
        "With Snap Answer in the Grand Hall, Quill Gambles on Vardania\n"
        "Mr. Quill sent his daughter, Ada Quill, to the closing ceremony on Sunday.\n"
        "[[Ms. Quill]] said the visit had been useful."
    )
    # When the article is resolved, then nobody is called "Quill Gambles"
    assert [one.name for one in heard(text)] == ["Ada Quill"]
    assert not [form for one in read("a", text).referents for form, _ in one.forms if "Gambles" in form]
