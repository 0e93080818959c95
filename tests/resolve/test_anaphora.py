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


def test_an_unnamed_diplomat_stays_unnamed_beside_a_named_one() -> None:
    text = (
        "Foreign Minister Tomas Varga of Xland met reporters. [[A senior Western diplomat]] said the draft was dead. "
        "[[The diplomat]] said no date was set. [[He]] saw little hope."
    )
    assert {said.kind for said in heard(text)} == {"unnamed"}
    text = (
        "The envoy, Ilse Brandt, said little. [[A former U.S. negotiator]] called it predictable. "
        "“It was doomed,” [[the former negotiator]] said."
    )
    assert {said.kind for said in heard(text)} == {"unnamed"}


def test_the_mediator_who_spoke_unnamed_stays_so_when_another_is_named() -> None:
    text = (
        "[[A mediator]] said the teams had moved. Qatari mediator Karim Saleh met both of them on Monday. "
        "[[The mediator]] said the text was not final."
    )
    assert [said.kind for said in heard(text)] == ["unnamed", "unnamed"]


def test_the_mediator_is_the_named_one_where_none_spoke_unnamed() -> None:
    text = "Qatari mediator Karim Saleh met both teams on Monday. [[The mediator]] said the text was not final."
    assert heard(text)[0].name == "Karim Saleh"


def test_the_president_is_the_one_last_known_by_that_role_alone() -> None:
    text = "[[Iran's president]] said the war must end. [[The president]] said outsiders were to blame."
    assert [said.name for said in heard(text)] == ["Iranian president", "Iranian president"]


def test_the_two_leaders_are_on_the_record_by_name() -> None:
    text = "President Ada Quill met Prime Minister Tomas Varga in Oslo. [[Both leaders]] said talks would go on."
    assert heard(text)[0].grade == "named"
    text = "France and Germany met in Oslo. [[Both sides]] said talks would go on."
    assert heard(text)[0].grade == "office"


def test_the_agency_is_the_listed_body_whose_full_name_ends_so() -> None:
    text = (
        "[[The International Atomic Energy Agency]] said inspectors were barred on Monday. "
        "Iran denied it. [[The agency]] said it would report to its board."
    )
    assert [said.name for said in heard(text)] == ["IAEA", "IAEA"]


def test_a_joint_statement_is_nobodys_when_it_goes_on() -> None:
    text = (
        "[[The Foreign Ministry of Iran]] denied the report. The talks went on, according to [[a joint statement]]. "
        "[[The statement]] said both delegations had narrowed gaps."
    )
    assert [said.name for said in heard(text)][1:] == [None, None]


def test_a_surname_with_its_particle_is_the_person_named_in_full() -> None:
    text = "Johnson will call Ursula von der Leyen on Sunday. [[Von der Leyen]] said she would take the call."
    assert heard(text)[0].name == "Ursula von der Leyen"


def test_one_of_a_people_is_not_the_state() -> None:
    text = "David Frost met Michel Barnier. [[The Briton]] was calm. [[The Frenchman]] was not. [[The British]] left."
    briton, frenchman, british = heard(text)
    assert {briton.kind, frenchman.kind} == {"unnamed"}
    assert british.name == "United Kingdom"


def test_a_state_news_agency_is_itself_and_not_the_state() -> None:
    text = "[[The North's state news agency KCNA]] said the two leaders met in Hanoi. North Korea's rulers kept silent."
    assert heard(text)[0].name == "KCNA"


def test_the_ministry_of_a_state_is_the_one_of_it_that_was_named() -> None:
    text = (
        "[[Ukraine's defence ministry]] said troops were moving. [[Russia's defence ministry]] said it met its goals. "
        "[[The Ukrainian ministry]] saw no withdrawal."
    )
    assert [said.name for said in heard(text)] == [
        "Ukrainian Defense Ministry",
        "Russian Defense Ministry",
        "Ukrainian Defense Ministry",
    ]


def test_they_are_a_minister_and_the_counterpart_and_no_state_between() -> None:
    text = (
        "Irish Foreign Minister Sean Gull and his French counterpart Luc Meyer met in Paris. "
        "[[They]] said there would be no new text."
    )
    assert heard(text)[0].name == "Sean Gull"


def test_the_agency_is_no_outlet_that_was_only_told_something() -> None:
    text = (
        "[[The International Atomic Energy Agency]] said inspectors were barred. Its chief told Reuters that it would "
        "take months. [[The agency]] said it would report to its board."
    )
    assert heard(text)[1].name == "IAEA"


def test_he_who_opens_a_sentence_is_no_surname() -> None:
    text = (
        "Foreign Ministry spokesman [[Geng Ruo]] declined to comment. [[He]] repeated that talks go on. "
        "Vice Premier Liu He was in Oslo."
    )
    assert [said.name for said in heard(text)] == ["Geng Ruo", "Geng Ruo"]
