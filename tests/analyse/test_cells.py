"""Statements are counted into cells, cells into sticking points, and what changed is new."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analyse import cells, news, sticking_points
from onrecord.model import Article, Dated, Position, Reuse, Span, Stance, Statement
from tests.made import Quote, article, reading

WIRE = article("wire", "Tvedholt said the foreign troops could stay.", published="2024-03-04")
COPY = article("copy", "Tvedholt said the foreign troops could stay.", outlet="Parley Pad", published="2024-03-05")
STATE = article("state", "Kovrat said no foreign troops would be let in.", outlet="Telegraph", published="2024-03-06")
LATER = article("later", "Kovrat said foreign troops would be let in.", outlet="Gazette", published="2024-03-09")
UNDATED = article("undated", "Kovrat said foreign troops would be let in.", outlet=None, published=None)
COPIED = (Reuse("copy", "wire", 1.0, 1.0, ((Span(0, 44), Span(0, 44)),), "wire", "published first"),)
TROOPS = ("security-guarantees", "foreign-troops")


def said(of: Article, who: str, side: str | None, stance: Stance, on: str | None = None) -> Statement:
    made = reading(of, Quote(who, "said", "foreign troops"))
    position = Position(*TROOPS, stance, None, 0.9, "said")
    return Statement(
        f"{of.id}-{who}", of.id, made.attributions[0], who, who, side, "named", Dated(on, "inferred"), (position,)
    )


TWO_SIDES: Sequence[Statement] = (
    said(WIRE, "Tvedholt", "Orlund", "support"),
    said(COPY, "Tvedholt", "Orlund", "support"),
    said(STATE, "Kovrat", "Karshevia", "oppose"),
)


def test_a_copy_is_another_article_but_no_other_voice() -> None:
    counted = cells(TWO_SIDES, (WIRE, COPY, STATE), COPIED)

    (cell,) = counted.at("Orlund", "security-guarantees")
    assert (cell.stance, len(cell.statements), cell.articles, cell.voices) == ("support", 2, 2, 1)
    assert (cell.first, cell.last) == ("2024-03-04", "2024-03-05")
    assert counted.sides() == ("Orlund", "Karshevia")


def test_every_cell_of_a_side_is_the_sum_of_its_actors() -> None:
    counted = cells(TWO_SIDES, (WIRE, COPY, STATE), ())

    for cell in counted.of_sides:
        of_actors = [
            c for c in counted.of_actors if (c.side, c.option, c.stance) == (cell.side, cell.option, cell.stance)
        ]
        assert sorted(cell.statements) == sorted(s for c in of_actors for s in c.statements)


def test_a_speaker_without_a_side_has_a_cell_of_their_own_and_none_of_a_side() -> None:
    counted = cells([said(WIRE, "Tvedholt", None, "support")], (WIRE,), ())

    assert [cell.actor for cell in counted.of_actors] == ["Tvedholt"]
    assert counted.of_sides == ()


def test_an_option_blocks_when_two_sides_stand_against_each_other() -> None:
    (point,) = sticking_points(cells(TWO_SIDES, (WIRE, COPY, STATE), COPIED))

    assert (point.backing, point.opposing, point.conditional) == (("Orlund",), ("Karshevia",), ())
    assert point.score == 0.5  # one independent voice on either side


def test_a_side_that_argues_with_itself_is_no_sticking_point() -> None:
    within = [said(WIRE, "Tvedholt", "Orlund", "support"), said(STATE, "Kovrat", "Orlund", "oppose")]

    assert sticking_points(cells(within, (WIRE, STATE), ())) == ()


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


def test_two_minds_on_one_day_are_not_a_movement() -> None:
    same_day = [
        said(STATE, "Kovrat", "Karshevia", "oppose", on="2024-03-06"),
        said(LATER, "Kovrat", "Karshevia", "support", on="2024-03-06"),
    ]

    (only,) = news(same_day, (STATE, LATER))
    assert (only.before, only.stance) == (None, "support")
