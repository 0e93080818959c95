"""Whom words mean that name nobody: pairs, second names, roles that announce a name, surnames of several."""

from __future__ import annotations

from tests.resolve.marked import heard


def test_the_two_leaders_are_the_two_that_were_named() -> None:
    text = (
        "President Ada Quill met Prime Minister Tomas Varga in Oslo on Monday. "
        "[[The two leaders]] agreed to talk again. [[Two diplomats]] said little was settled."
    )
    both, others = heard(text)
    assert both.name == "Ada Quill and Tomas Varga"
    assert (others.name, others.kind) == ("diplomats", "unnamed")


def test_the_republican_is_the_one_spoken_of() -> None:
    text = "[[Carl Voss]] blamed his microphone. [[The Republican]] asks voters to wonder why. [[He]] says so."
    assert [said.name for said in heard(text)] == ["Carl Voss", "Carl Voss", "Carl Voss"]


def test_a_role_announces_the_one_who_is_named_in_it_soon_after() -> None:
    text = (
        "[[A former ambassador to Turkey]] says the offer is serious. The port has been closed since May. "
        "“They mean it,” said [[Ilse Brandt]], former ambassador to Turkey."
    )
    assert [said.name for said in heard(text)] == ["Ilse Brandt", "Ilse Brandt"]


def test_an_official_is_never_taken_for_a_person_named_later() -> None:
    text = "[[A senior official]] said the text was ready. Foreign Minister Tomas Varga landed in Oslo."
    (said,) = heard(text)
    assert said.kind == "unnamed"


def test_a_bare_surname_is_the_last_one_named_in_full_and_not_the_spouse() -> None:
    text = (
        "Libertarian candidate Gary Holm's doctor called him fit. Homeland Security Secretary Peder Holm says "
        "hackers are at work. [[Holm]] tells reporters it is under investigation."
    )
    assert heard(text)[0].name == "Peder Holm"
    text = (
        "They dined with Prime Minister Kenji Abeno and Abeno's wife, Akiko Abeno. Talks begin on Monday. "
        "[[Abeno]] wants assurances."
    )
    assert heard(text)[0].name == "Kenji Abeno"


def test_labels_of_a_transcript_are_names_and_initials() -> None:
    text = "Signe Dahl spoke to Jonas Gull in March.\n\n[[JONAS GULL]]: Is it over?\n\n[[SD]]: It is not over yet."
    assert [said.name for said in heard(text)] == ["Jonas Gull", "Signe Dahl"]


def test_capitals_shorten_a_body_and_a_headline_runs_into_no_name() -> None:
    (said,) = heard("Thursday's walk-out was the third time [[AROS]] said it had set up such an event.")
    assert said.kind == "organisation"


def test_they_are_the_two_who_were_named_together() -> None:
    text = (
        "Senators Ted Cole (R., Tex.) and Lindsey Hale (R., S.C.) condemned the waivers last week. "
        "[[They]] support a bill to end them."
    )
    assert heard(text)[0].name == "Ted Cole"
