"""From the positions of a record to claims."""

from __future__ import annotations

import pytest

from onrecord.analyse._networks import Reading, coded
from onrecord.errors import InputError
from onrecord.model import Actor, Article, Attribution, Dated, Position, Report, Stance, Statement, Utterance
from tests.made import article, span

LEE, RASK, SOURCE = "lee", "rask", "source"


def position(option: str, stance: Stance, holder: str | None = None) -> Position:
    return Position("talks", option, stance, None, 0.8, "by hand", holder)


def statement(
    id: str, of: Article, words: str, actor: str | None, side: str | None, *positions: Position, told: bool = False
) -> Statement:
    attribution = Attribution((), (), (span(of, words),), "told" if told else "indirect", "by hand")
    return Statement(id, of.id, attribution, actor, None, side, "named", Dated(), positions)


def collection() -> tuple[tuple[Statement, ...], tuple[Article, ...], tuple[Actor, ...]]:
    """Two articles: Lee of Orlund and Rask of Karshevia on a ceasefire and a census, and somebody unnamed."""
    one = article(
        "one",
        "🕊🕊 Ann Lee said a ceasefire must come now, and that Karshevia wants none.",
        "Karshevia will take a census only if the border opens, Ole Rask said.",
    )
    two = article(
        "two", "An official of Orlund said there can be no census.", "Orlund wants a ceasefire.", published="2024"
    )
    statements = (
        statement(
            "s1", one, "a ceasefire must come now", LEE, "Orlund",
            position("ceasefire", "support"), position("ceasefire", "oppose", holder="Karshevia"),
        ),
        statement(
            "s2", one, "will take a census only if the border opens", RASK, "Karshevia",
            position("census", "conditional"),
        ),
        statement("s3", one, "Karshevia wants none", RASK, "Karshevia", position("ceasefire", "oppose")),
        statement("s4", two, "there can be no census", SOURCE, "Orlund", position("census", "oppose")),
        statement("s5", two, "Orlund wants a ceasefire", None, "Orlund", position("ceasefire", "support"), told=True),
        statement("s6", two, "no census", None, None, position("census", "unclear")),
    )  # fmt: skip
    actors = (
        Actor(LEE, "Ann Lee", "person", "Orlund", ()),
        Actor(RASK, "Ole Rask", "person", "Karshevia", ()),
        Actor(SOURCE, "an official", "unnamed", "Orlund", ()),
    )
    return statements, (one, two), actors


def found(reading: Reading | None = None) -> list[tuple[str, str | None, str | None, str, int]]:
    _, table = coded(*collection(), reading=reading)
    return [(c.id, c.actor, c.side, c.option, c.value) for c in table.rows]


def test_own_clear_positions_are_claims_and_all_else_is_counted() -> None:
    _, table = coded(*collection())

    assert found() == [
        ("s4.1", None, "Orlund", "talks.census", 0),
        ("s1.1", "Ann Lee", "Orlund", "talks.ceasefire", 1),
        ("s3.1", "Ole Rask", "Karshevia", "talks.ceasefire", 0),
    ]
    assert [(c.date, c.document) for c in table.rows] == [("2024", "two"), ("2024-03-04", "one"), ("2024-03-04", "one")]
    assert dict(table.left_out) == {
        "conditional": 1, "nobody known speaks": 1, "reported of somebody else": 1, "told by the article": 1,
    }  # fmt: skip


def test_a_conditional_position_can_count_between_or_as_support() -> None:
    between, support = found(Reading(conditional="between")), found(Reading(conditional="support"))

    assert [(id, value) for id, *_, value in between] == [("s4.1", -1), ("s1.1", 1), ("s2.1", 0), ("s3.1", -1)]
    assert [(id, value) for id, *_, value in support] == [("s4.1", 0), ("s1.1", 1), ("s2.1", 1), ("s3.1", 0)]


def test_what_articles_tell_counts_when_asked_for() -> None:
    assert ("s5.1", None, "Orlund", "talks.ceasefire", 1) in found(Reading(told=True))


def test_what_was_said_once_counts_once() -> None:
    # given the same words of Lee in two articles
    statements, articles, actors = collection()
    again = statement("s9", articles[1], "Orlund wants a ceasefire", LEE, "Orlund", position("ceasefire", "support"))
    utterance = Utterance("u", LEE, (Report("s1"), Report("s9")))

    _, once = coded((*statements, again), articles, actors, [utterance])
    _, both = coded((*statements, again), articles, actors, [utterance], Reading(again=True))

    assert (len(once.rows), len(both.rows)) == (3, 4)
    assert dict(once.left_out)["said before"] == 1


def test_actors_who_share_a_name_stay_two() -> None:
    statements, articles, actors = collection()
    twin = Actor("other-id", "Ann Lee", "person", "Karshevia", ())

    _, table = coded(statements, articles, (*actors, twin))

    assert "Ann Lee (lee)" in {claim.actor for claim in table.rows}


def test_a_record_without_a_claim_says_what_there_was() -> None:
    statements, articles, actors = collection()

    with pytest.raises(InputError, match="Left out: 1 conditional"):
        coded(statements[1:2], articles, actors)


def test_another_reading_is_a_fault() -> None:
    with pytest.raises(InputError, match="It can be out, between, support"):
        coded(*collection(), reading=Reading(conditional="maybe"))  # type: ignore[arg-type]


def test_the_words_of_a_claim_are_those_of_its_statement() -> None:
    statements, articles, actors = collection()
    first = coded(statements, articles, actors)[0][0]

    assert first.statement.attribution.content == (span(articles[0], "a ceasefire must come now"),)
