"""Sources that go by a common noun: documents, bodies, people; and what relative pronouns stand for."""

from __future__ import annotations

import pytest

from tests.resolve.marked import heard


@pytest.mark.parametrize(
    ("text", "name", "kind", "grade"),
    [
        ("[[The new study]] found that fewer ships cross the strait.", "new study", "document", "document"),
        ("[[A poll]] showed that most would accept the offer.", "poll", "document", "document"),
        ("[[A union representing dockers]] backed the accord.", "union", "organisation", "office"),
        ("[[Most commuters]] think the bridge should open.", "commuters", "unnamed", "unnamed source"),
        ("It is what [[one acquaintance]] calls patience.", "acquaintance", "unnamed", "unnamed source"),
        ("[[Thousands]] demanded that the army leave.", "thousands", "unnamed", "unnamed source"),
    ],
)
def test_a_common_noun_is_somebody_where_it_is_a_source(text: str, name: str, kind: str, grade: str) -> None:
    (said,) = heard(text)
    assert (said.name, said.kind, said.grade) == (name, kind, grade)


@pytest.mark.parametrize("text", ["[[The talks]] said nothing of prisoners.", "[[The movement]] of goods says it all."])
def test_a_thing_that_nobody_wrote_is_nobody(text: str) -> None:
    assert all(said.kind in {None, "organisation"} for said in heard(text))


def test_the_study_is_the_last_study() -> None:
    text = "[[A Harlan University study]] found that prices fell. Trade grew. [[The study]] also found new routes."
    first, second = heard(text)
    assert first.name == second.name


def test_which_is_the_document_it_follows_and_who_is_no_town() -> None:
    (said,) = heard("Instead, the study -- [[which]] notes that 58 firms pay nothing -- was shelved.")
    assert (said.name, said.kind) == ("study", "document")
    (said,) = heard("Donna Rawling, 59, of Ashton, Md., [[who]] watched the vote, said it moved her.")
    assert said.name == "Donna Rawling"


def test_the_group_is_the_body_that_was_called_a_group() -> None:
    text = (
        "Questions were raised by the Council of Free Harbors (CFH), a dissident group that runs a radio. "
        "At a briefing, [[the group]] said the site lies under a hill."
    )
    (said,) = heard(text)
    assert said.name == "Council of Free Harbors"


def test_the_newspaper_is_the_paper_named_before() -> None:
    text = "The leak was first reported by the Washington Post. [[The newspaper]] has also detailed the payments."
    (said,) = heard(text)
    assert (said.name, said.kind) == ("Washington Post", "outlet")


def test_a_campaign_is_no_candidate() -> None:
    text = "Ada Stone spoke in Ohio. [[Ada Stone's campaign]] said she would stay. [[The Stone campaign]] denied it."
    first, second = heard(text)
    assert first.name == second.name == "Stone campaign"
    assert first.kind == "office"
