"""Statements are counted into cells, cells into sticking points, and what changed is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import Cells, cells, news, sticking_points
from onrecord.model import Actor, Article, Cell, Dated, Mode, Position, Reuse, Span, Stance, Statement
from tests.made import Quote, article, reading

WIRE = article("wire", "Tvedholt said the foreign troops could stay.", published="2024-03-04")
COPY = article("copy", "Tvedholt said the foreign troops could stay.", outlet="Parley Pad", published="2024-03-05")
STATE = article("state", "Kovrat said no foreign troops would be let in.", outlet="Telegraph", published="2024-03-06")
LATER = article("later", "Kovrat said foreign troops would be let in.", outlet="Gazette", published="2024-03-09")
UNDATED = article("undated", "Kovrat said foreign troops would be let in.", outlet=None, published=None)
COPIED = (Reuse("copy", "wire", 1.0, 1.0, ((Span(0, 44), Span(0, 44)),), "wire", "published first"),)
TROOPS = ("security-guarantees", "foreign-troops")


STATES = tuple(Actor(name, name, "state", name, ()) for name in ("Orlund", "Karshevia"))


def said(
    of: Article,
    who: str | None,
    side: str | None,
    stance: Stance,
    on: str | None = None,
    *,
    holder: str | None = None,
    mode: Mode = "indirect",
) -> Statement:
    """A statement of "foreign troops" in an article: who says it, for which side, and of whom it is a report."""
    made = reading(of, Quote(of.text.split()[0], "said", "foreign troops", mode=mode))
    position = Position(*TROOPS, stance, None, 0.9, "said", holder)
    return Statement(
        f"{of.id}-{who}", of.id, made.attributions[0], who, who, side, "named", Dated(on, "inferred"), (position,)
    )


def counted(statements: Sequence[Statement], reuse: Sequence[Reuse] = ()) -> Cells:
    return cells(statements, (WIRE, COPY, STATE, LATER, UNDATED), reuse, STATES)


def stand(found: Cells, side: str, stance: Stance) -> Cell:
    """The cell of a side with a stance on foreign troops."""
    (cell,) = (cell for cell in found.at(side, *TROOPS) if cell.stance == stance)
    return cell


TWO_SIDES: Sequence[Statement] = (
    said(WIRE, "Tvedholt", "Orlund", "support"),
    said(COPY, "Tvedholt", "Orlund", "support"),
    said(STATE, "Kovrat", "Karshevia", "oppose"),
)


def test_a_copy_is_another_article_but_no_other_voice() -> None:
    found = counted(TWO_SIDES, reuse=COPIED)

    (cell,) = found.at("Orlund", "security-guarantees")
    assert (cell.stance, len(cell.statements), cell.articles, cell.voices) == ("support", 2, 2, 1)
    assert (cell.first, cell.last) == ("2024-03-04", "2024-03-05")
    assert found.sides() == ("Orlund", "Karshevia")


def test_every_cell_of_a_side_is_the_sum_of_its_actors() -> None:
    found = counted(TWO_SIDES)

    for cell in found.of_sides:
        of_actors = [
            c for c in found.of_actors if (c.side, c.option, c.stance) == (cell.side, cell.option, cell.stance)
        ]
        assert sorted(cell.statements) == sorted(s for c in of_actors for s in c.statements)


def test_a_speaker_without_a_side_has_a_cell_of_their_own_and_none_of_a_side() -> None:
    found = counted([said(WIRE, "Tvedholt", None, "support")])

    assert [cell.actor for cell in found.of_actors] == ["Tvedholt"]
    assert found.of_sides == ()


def test_a_group_of_many_minds_is_no_side_even_when_others_tell_its_view() -> None:
    of_leaders = [
        said(WIRE, "European leaders", None, "support"),
        said(STATE, "European leaders", None, "oppose"),
        said(LATER, "Kovrat", "Karshevia", "support", holder="European leaders"),
    ]

    found = counted(of_leaders)

    assert found.of_sides == ()
    assert [(cell.actor, cell.stance, cell.dissent) for cell in found.of_actors] == [
        ("European leaders", "oppose", ()),
        ("European leaders", "support", ()),
    ]


def test_what_others_say_of_a_side_is_kept_apart_from_what_it_says() -> None:
    found = counted([*TWO_SIDES, said(LATER, "Kovrat", "Karshevia", "support", holder="Orlund")], reuse=COPIED)

    cell = stand(found, "Orlund", "support")
    assert (cell.basis, cell.statements, cell.reported) == (
        "own", ("wire-Tvedholt", "copy-Tvedholt"), ("later-Kovrat",),
    )  # fmt: skip
    assert (cell.articles, cell.voices, cell.last) == (2, 1, "2024-03-05")
    assert [cell.stance for cell in found.at("Karshevia", *TROOPS)] == ["oppose"]
    assert [cell.actor for cell in found.of_actors] == ["Kovrat", "Tvedholt"]


def test_a_side_that_never_spoke_stands_on_what_is_told_then_on_what_is_reported() -> None:
    reported = said(WIRE, "Tvedholt", "Orlund", "oppose", holder="Karshevia")
    told = said(STATE, "Karshevia", "Karshevia", "oppose", mode="told")

    alone = stand(counted([reported]), "Karshevia", "oppose")
    both = stand(counted([reported, told]), "Karshevia", "oppose")

    assert (alone.basis, alone.statements, alone.voices, alone.leading) == ("reported", ("wire-Tvedholt",), 1, ())
    assert (both.basis, both.statements, both.told, both.reported) == (
        "told", ("state-Karshevia",), ("state-Karshevia",), ("wire-Tvedholt",),
    )  # fmt: skip
    assert (both.voices, both.leading) == (1, ())


def test_a_report_whose_speaker_is_not_known_is_a_report_all_the_same() -> None:
    cell = stand(counted([said(WIRE, None, None, "oppose", holder="Karshevia")]), "Karshevia", "oppose")

    assert (cell.basis, cell.reported) == ("reported", ("wire-None",))


def test_sides_of_which_others_speak_come_after_those_that_speak() -> None:
    reports = [said(one, "Tvedholt", "Orlund", "support", holder="Karshevia") for one in (WIRE, COPY)]

    assert counted([*reports, said(STATE, "Tvedholt", "Orlund", "support")]).sides() == ("Orlund", "Karshevia")


def test_the_voices_of_a_side_are_named_with_those_that_disagree() -> None:
    split = [
        said(WIRE, "Tvedholt", "Orlund", "support"),
        said(COPY, "Tvedholt", "Orlund", "support"),
        said(STATE, "Holm", "Orlund", "oppose"),
        said(LATER, "Ravn", "Orlund", "conditional"),
        said(UNDATED, "Caldeira", "Orlund", "support"),
    ]

    found = counted(split)

    backing, against = stand(found, "Orlund", "support"), stand(found, "Orlund", "oppose")
    assert backing.leading == (("Tvedholt", 2), ("Caldeira", 1))
    assert backing.dissent == ("state-Holm",)
    assert against.dissent == ("undated-Caldeira", "wire-Tvedholt", "copy-Tvedholt")
    assert stand(found, "Orlund", "conditional").dissent == ()
    assert {c.actor: c.dissent for c in found.of_actors if c.stance == "support"}["Tvedholt"] == ("state-Holm",)


def test_who_changes_its_mind_does_not_dissent_from_itself() -> None:
    found = counted([said(STATE, "Kovrat", "Karshevia", "oppose"), said(LATER, "Kovrat", "Karshevia", "support")])

    assert [cell.dissent for cell in (*found.of_sides, *found.of_actors)] == [(), (), (), ()]


_articles = st.sampled_from([WIRE, COPY, STATE, LATER, UNDATED])
_speakers = st.sampled_from(
    [("Tvedholt", "Orlund"), ("Holm", "Orlund"), ("Kovrat", "Karshevia"), ("European leaders", None), (None, None)]
)
_stances: st.SearchStrategy[Stance] = st.sampled_from(["support", "oppose", "conditional", "unclear"])
_holders = st.sampled_from([None, None, "Karshevia", "Norrin"])
_modes: st.SearchStrategy[Mode] = st.sampled_from(["direct", "indirect", "told"])


@st.composite
def _said(draw: st.DrawFn) -> Statement:
    (who, side), holder = draw(_speakers), draw(_holders)
    holder = None if holder == side else holder  # one of its own side is no report
    return said(draw(_articles), who, side, draw(_stances), holder=holder, mode=draw(_modes))


@given(st.lists(_said(), max_size=12, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_every_cell_rests_on_the_best_kind_that_there_is(statements: list[Statement], chance: Random) -> None:
    found = counted(statements)

    by_id = {one.id: one for one in statements}
    for cell in (*found.of_sides, *found.of_actors):
        own = () if cell.basis != "own" else cell.statements
        assert cell.statements == (own or cell.told or cell.reported) != ()
        assert not {*own} & {*cell.told}
        assert not {*own, *cell.told} & {*cell.reported}
        assert sum(number for _, number in cell.leading) == len(own)
        assert {actor for actor, _ in cell.leading} == {by_id[key].actor for key in own}
        assert not {by_id[key].actor for key in cell.dissent} & {actor for actor, _ in cell.leading}
        assert all(by_id[key].side == cell.side for key in (*own, *cell.told, *cell.dissent))
        assert 1 <= cell.voices <= cell.articles <= len(cell.statements)
    assert {cell.side for cell in found.of_sides} <= {"Orlund", "Karshevia"}
    chance.shuffle(statements)
    assert counted(statements) == found


def test_an_enemys_word_for_a_side_blocks_nothing_and_is_no_news_of_it() -> None:
    backing = said(WIRE, "Tvedholt", "Orlund", "support")
    claimed = said(COPY, "Tvedholt", "Orlund", "oppose", holder="Karshevia")
    told = said(STATE, "Karshevia", "Karshevia", "oppose", mode="told")

    assert sticking_points(counted([backing, claimed])) == ()
    assert [point.opposing for point in sticking_points(counted([backing, claimed, told]))] == [("Karshevia",)]
    assert [change.actor for change in news([backing, claimed, told], (WIRE, COPY, STATE))] == ["Karshevia", "Tvedholt"]


def test_an_option_blocks_when_two_sides_stand_against_each_other() -> None:
    (point,) = sticking_points(counted(TWO_SIDES, reuse=COPIED))

    assert (point.backing, point.opposing, point.conditional) == (("Orlund",), ("Karshevia",), ())
    assert point.score == 0.5  # one independent voice on either side


def test_a_side_that_argues_with_itself_is_no_sticking_point() -> None:
    within = [said(WIRE, "Tvedholt", "Orlund", "support"), said(STATE, "Kovrat", "Orlund", "oppose")]

    assert sticking_points(counted(within)) == ()


def test_a_change_of_stance_is_new_with_the_words_before_it() -> None:
    moved = [said(STATE, "Kovrat", "Karshevia", "oppose"), said(LATER, "Kovrat", "Karshevia", "support")]

    change, first = news(moved, (STATE, LATER))

    assert (change.date, change.before, change.stance) == ("2024-03-09", "oppose", "support")
    assert (change.statement, change.earlier) == ("later-Kovrat", "state-Kovrat")
    assert (first.before, first.date) == (None, "2024-03-06")


def test_what_was_said_counts_by_the_day_it_was_said_not_printed() -> None:
    (change,) = news([said(LATER, "Kovrat", "Karshevia", "support", on="2024-03-07")], (LATER,))

    assert change.date == "2024-03-07"


def test_an_unclear_or_undated_statement_is_no_news() -> None:
    passed_over = [said(STATE, "Kovrat", "Karshevia", "unclear"), said(UNDATED, "Kovrat", "Karshevia", "support")]

    assert news(passed_over, (STATE, UNDATED)) == ()


def test_a_coding_likelier_wrong_than_right_is_no_news_before_a_person_looked_it_over() -> None:
    # Given a change that the program does not believe in itself
    before, after = said(STATE, "Kovrat", "Karshevia", "oppose"), said(LATER, "Kovrat", "Karshevia", "support")
    doubtful = replace(after, positions=(replace(after.positions[0], confidence=0.3),))

    # Then it is news once a person accepted it, and not before
    assert [change.stance for change in news([before, doubtful], (STATE, LATER))] == ["oppose"]
    accepted = replace(doubtful, judged="accepted")
    assert [change.stance for change in news([before, accepted], (STATE, LATER))] == ["support", "oppose"]


def test_two_minds_on_one_day_are_not_a_movement() -> None:
    same_day = [
        said(STATE, "Kovrat", "Karshevia", "oppose", on="2024-03-06"),
        said(LATER, "Kovrat", "Karshevia", "support", on="2024-03-06"),
    ]

    (only,) = news(same_day, (STATE, LATER))
    assert (only.before, only.stance) == (None, "support")
