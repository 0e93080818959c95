"""A side moves when the text says so or when its statements show it; a lone voice within it is dissent."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analyse import _movement as movements
from onrecord.analyse._drawn import svg
from onrecord.analyse._movement import Choice, Course, Move, Saying
from onrecord.analyse._movement.shown import Evidence, Shown, likely
from onrecord.errors import InputError
from onrecord.model import Actor, Report, Statement, Utterance
from onrecord.model import Stance as Stances
from tests.analyse.test_cells import LATER, STATE, WIRE
from tests.analyse.test_cells import said as stated
from tests.made import Quote, article, reading

START = date(2024, 1, 1)


def row(day: int, stance: str, voice: str | None = None, *, side: str = "Orlund", **more: object) -> dict[str, object]:
    """A row of a table: a stance on observers, so many days into 2024."""
    when = (START + timedelta(day)).isoformat()
    return {"date": when, "side": side, "voice": voice, "option": "observers", "stance": stance, **more}


def course(rows: list[dict[str, object]], side: str = "Orlund", choice: Choice | None = None) -> Course:
    (found,) = (one for one in movements.movement(movements.sayings(rows), choice) if one.side == side)
    return found


def turn(before: str, after: str, each: int = 8, voice: str | None = None) -> list[dict[str, object]]:
    """A side that turns round on 10 February, with a statement every five days."""
    early = [row(5 * n, before, voice) for n in range(each)]
    return early + [row(40 + 5 * n, after, voice) for n in range(each)]


def test_a_turn_that_statements_show_is_a_move_with_its_date_and_both_statements() -> None:
    found = course(turn("oppose", "support"))

    (move,) = found.moves
    assert (move.before, move.after, move.date, move.announced) == ("oppose", "support", "2024-02-10", None)
    assert (move.earlier, move.statement) == ("8", "9")
    assert move.p is not None
    assert move.p < 0.01
    assert [(held.stance, held.first, held.last) for held in found.held] == [
        ("oppose", "2024-01-01", "2024-02-05"),
        ("support", "2024-02-10", "2024-03-16"),
    ]


def test_one_statement_out_of_line_is_noise() -> None:
    rows = [row(5 * n, "oppose" if n == 9 else "support") for n in range(18)]

    assert course(rows).moves == ()


def test_too_few_statements_show_nothing() -> None:
    assert course([row(0, "oppose"), row(30, "support")]).moves == ()


def test_a_minister_against_the_government_is_dissent_and_no_movement() -> None:
    government = [row(6 * n, "support", "Tronvik") for n in range(14)]
    minister = [row(48 + 2 * n, "oppose", "Haskeld") for n in range(12)]

    found = course(government + minister)

    assert found.moves == ()
    assert set(found.dissent) == {str(number) for number in range(15, 27)}


def test_when_the_one_who_spoke_before_turns_the_side_moves() -> None:
    (move,) = course(turn("support", "oppose", voice="Tronvik")).moves

    assert (move.before, move.after) == ("support", "oppose")


def test_a_new_voice_alone_is_no_move_of_the_side_and_two_are() -> None:
    old = [row(5 * n, "oppose", "Tronvik") for n in range(8)]
    one_new = [row(40 + 5 * n, "support", "Haskeld") for n in range(8)]
    two_new = [row(40 + 5 * n, "support", ("Haskeld", "Lommer")[n % 2]) for n in range(8)]

    assert course(old + one_new).moves == ()
    assert len(course(old + two_new).moves) == 1


def test_what_a_text_announces_is_a_move_at_once() -> None:
    rows = [
        row(0, "oppose", "Dahlreth", words="We refuse any observers on our bank."),
        row(20, "conditional", "Dahlreth", words="Orlund no longer opposes observers, if they are unarmed."),
    ]

    (move,) = course(rows).moves

    assert (move.before, move.after, move.date, move.way) == ("oppose", "conditional", "2024-01-21", "softer")
    assert move.announced is not None
    assert move.announced.words == "no longer opposes"
    assert (move.earlier, move.statement, move.p) == ("1", "2", None)


def test_the_same_announced_again_is_one_move() -> None:
    words = "Orlund has dropped its opposition to observers."
    rows = [row(0, "oppose"), row(20, "support", words=words), row(21, "support", words=words)]

    (move,) = course(rows).moves

    assert move.again == ("3",)


def test_a_move_both_announced_and_shown_is_one() -> None:
    rows = turn("oppose", "support")
    rows[8]["words"] = "Orlund has dropped its opposition to observers."

    (move,) = course(rows).moves

    assert move.announced is not None
    assert move.p is not None


def test_what_the_table_says_of_an_announcement_comes_before_its_words() -> None:
    rows = [
        row(0, "oppose"),
        row(9, "support", words="It dropped its opposition.", announced="no"),
        row(80, "oppose", announced="yes"),
    ]

    assert [(move.date, move.after) for move in course(rows).moves] == [("2024-03-21", "oppose")]


def test_a_way_is_told_by_where_the_others_stand() -> None:
    others = [row(n, "support", side="Karshevia") for n in range(5)]
    towards = course([*others, *turn("oppose", "conditional")])
    away = course([*others, *turn("support", "oppose")])
    alone = course(turn("oppose", "support"))

    assert [move.way for found in (towards, away, alone) for move in found.moves] == ["softer", "harder", None]


def test_statements_without_a_date_are_in_no_window() -> None:
    rows = turn("oppose", "support")
    for one in rows:
        one["date"] = None

    found = course(rows)

    assert (found.moves, found.undated) == ((), 16)
    assert [held.first for held in found.held] == [None, None]


def test_what_is_dated_to_the_month_alone_is_in_no_window() -> None:
    rows = turn("oppose", "support")
    for one in rows:
        one["date"] = str(one["date"])[:7]

    assert course(rows).moves == ()


def test_many_courses_at_once_ask_for_more_evidence() -> None:
    weak = [Evidence(0.08, (Shown("oppose", "support", None, _saying()),)), *[Evidence(0.9)] * 30]

    assert likely({("observers", "Orlund"): weak[0]}, 0.1)
    assert not likely({("observers", str(n)): one for n, one in enumerate(weak)}, 0.1)
    assert likely({("observers", "Orlund"): weak[0], ("observers", "short"): Evidence(None)}, 0.1)


def _saying() -> Saying:
    return movements.sayings([row(0, "support")])[0]


@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["support", "oppose", "conditional"])), max_size=40))
@settings(max_examples=30, deadline=None)
def test_the_order_of_rows_within_a_day_apart_nothing_hangs_on_how_a_table_is_given(
    told: list[tuple[int, str]],
) -> None:
    rows = [row(day, stance, id=str(number)) for number, (day, stance) in enumerate(dict(told).items())]
    if not rows:
        return

    once, again = course(rows), course(rows[::-1])

    assert once == again


@given(st.lists(st.sampled_from(["support", "oppose"]), min_size=1, max_size=30))
@settings(max_examples=30, deadline=None)
def test_turning_every_stance_round_turns_every_move_round(stances: list[Stances]) -> None:
    other = {"support": "oppose", "oppose": "support"}
    plain = course([row(4 * n, stance) for n, stance in enumerate(stances)]).moves
    turned = course([row(4 * n, other[stance]) for n, stance in enumerate(stances)]).moves

    def ends(moves: tuple[Move, ...]) -> list[tuple[str, object, str]]:
        return [(move.date, move.before, move.after) for move in moves]

    assert ends(plain) == [(when, other[str(before)], other[after]) for when, before, after in ends(turned)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orlund dropped its demand for a tribunal", "dropped its demand"),
        ("that her government no longer required a treaty", "no longer required"),
        ("the ministry said it was now ready to talk", "was now ready"),
        ("Tronvik said for the first time that a pause was possible", "said for the first time"),
        ("Karshevia is quietly backing away from the plan", "backing away from"),
        ("it said it would no longer oppose a freeze", "no longer oppose"),
        ("Karshevia shows no sign of backing away from the plan", None),
        ("there would be no backing down on the line", None),
        ("it has not dropped its demand for a tribunal", None),
        ("if Orlund dropped its demand, talks could start", None),
        ("Kovrat urged Orlund, which had never dropped its demand", None),
        ("the envoy asked it to drop its demand", None),
        ("there was no longer a bridge at Pelm", None),
        ("denied that it had dropped its demand", None),
        ("we didn’t back down; nobody had", None),
        ("", None),
    ],
)
def test_words_that_announce_and_words_that_only_look_like_it(words: str, expected: str | None) -> None:
    found = movements.announced(words)

    assert (found.words if found else None) == expected


def test_only_the_clause_that_tells_of_the_option_counts() -> None:
    words = "Orlund dropped its demand for a visit, and it wants the loan by May"

    assert movements.announced(words, near=("loan",)) is None
    assert movements.announced(words, near=("visit",)) is not None


def test_what_another_side_dropped_is_not_ones_own_move() -> None:
    words = "Orlund dropped its demand for a tribunal"

    assert movements.announced(words, others=frozenset({"orlund"})) is None


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    found = movements.announced(text)

    assert found is None or found.words in text


def test_a_long_text_without_stops_is_no_work() -> None:
    assert movements.announced("no longer " * 100_000) is None


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"stance": "perhaps"}, "stance"),
        ({"stance": ""}, "stance"),
        ({"side": " "}, "side"),
        ({"date": "30.3.2015"}, "date"),
        ({"date": "2015-02-30"}, "date"),
        ({"date": "2015-03-30 or so"}, "date"),
        ({"date": "２０１５"}, "date"),
        ({"announced": "maybe"}, "announced"),
        ({"words": 3.5}, "words"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_field(cells: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as raised:
        movements.sayings([row(0, "support"), row(1, "support") | cells])

    assert (raised.value.row, raised.value.field) == (2, field)


def test_a_file_is_read_and_its_faults_are_named_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("date;side;option;stance\n2024-01-01;Orlund;observers;Support\n\n", encoding="utf-8-sig")
    bad.write_text("date,side,option,stance\n\n2024-01-01,Orlund,observers,aye\n", encoding="utf-8")

    (saying,) = movements.sayings_of(good)
    with pytest.raises(InputError) as raised:
        movements.sayings_of(bad)

    assert (saying.id, saying.stance) == ("2", "support")
    assert (raised.value.row, raised.value.field) == (3, "stance")


def test_a_turn_in_the_first_year_and_the_longest_window_are_no_trouble() -> None:
    rows = [one | {"date": str(one["date"]).replace("2024", "0001")} for one in turn("oppose", "support")]

    (move,) = course(rows, choice=Choice(window=36_525)).moves

    assert (move.date, move.before, move.after) == ("0001-02-10", "oppose", "support")


def test_an_empty_table_and_impossible_choices_are_told() -> None:
    for wrong in (lambda: movements.sayings([]), lambda: movements.movement([], Choice(window=0))):
        with pytest.raises(InputError):
            wrong()
    with pytest.raises(InputError, match="share"):
        movements.movement([], Choice(wrong=1.5))


def test_a_record_gives_what_speakers_said_themselves_and_an_utterance_once() -> None:
    actors = (
        Actor("t", "Tvedholt", "person", "Orlund", ()),
        Actor("o", "Orlund", "state", "Orlund", ()),
    )
    own = stated(WIRE, "t", "Orlund", "support")
    again = stated(STATE, "t", "Orlund", "support")
    told = stated(LATER, "o", "Orlund", "support", mode="told")
    of_others = stated(LATER, "t", "Orlund", "oppose", holder="Karshevia")
    state = stated(LATER, "o", "Orlund", "oppose")
    utterance = Utterance("u", "t", (Report(again.id), Report(own.id)))

    found = movements.said([again, of_others, told, own, state], (WIRE, STATE, LATER), actors, (utterance,))

    assert [(one.date, one.voice, one.stance) for one in found] == [
        ("2024-03-04", "Tvedholt", "support"),
        ("2024-03-09", None, "oppose"),
    ]


def test_a_record_tells_an_announcement_by_the_words_that_decided_the_position() -> None:
    text = "Kovrat said that Karshevia no longer demanded recognition, and that it would accept a zone."
    told = article("told", text)
    made = reading(
        told,
        Quote(
            "Kovrat",
            "said",
            "that Karshevia no longer demanded recognition, and that it would accept a zone",
            (("territory", "recognition", "unclear"), ("territory", "zone", "support")),
        ),
    )
    whys = ("demanded … recognition", "accept … zone")
    positions = tuple(
        type(one)(one.issue, one.option, one.stance, None, 0.8, why)
        for one, why in zip(made.positions[0], whys, strict=True)
    )
    statement = Statement(
        "s", "told", made.attributions[0], "k", "Kovrat", "Karshevia", "named", made.said[0], positions
    )  # fmt: skip
    actors = (Actor("k", "Kovrat", "person", "Karshevia", ()), Actor("o", "Orlund", "state", "Orlund", ()))

    found = {one.option: one.announced for one in movements.said([statement], (told,), actors)}

    assert found["territory.zone"] is None
    dropped = found["territory.recognition"]
    assert dropped is not None
    assert (dropped.words, dropped.way) == ("no longer demanded", "softer")


def test_rows_put_both_quotations_side_by_side_and_a_chart_is_drawn() -> None:
    table = movements.sayings([one | {"words": f"words {n}"} for n, one in enumerate(turn("oppose", "support"))])
    courses = movements.movement(table)

    (found,) = movements.move_rows(courses, table)
    specification = movements.chart(courses, table)

    assert (found["earlier_words"], found["now_words"]) == ("words 7", "words 8")
    assert svg(specification).startswith("<svg")


@pytest.mark.parametrize("name", ["Or\x00lund", "\ud800", "\u202eOrlund", "<script>", "😀 e\u0301", "\ufffe"])
def test_whatever_a_side_is_called_can_be_drawn(name: str) -> None:
    table = movements.sayings([row(0, "support", side=name)])

    assert svg(movements.chart(movements.movement(table), table)).startswith("<svg")


@pytest.mark.parametrize(
    ("last", "unit", "written"),
    [
        ("2031-03-02", "day", "%-d %b %Y"),
        ("2031-04-20", "week", "%-d %b %Y"),
        ("2032-12-01", "month", "%b %Y"),
        ("2039-01-01", "year", "%Y"),
    ],
)
def test_the_axis_has_dates_as_its_range_wants(last: str, unit: str, written: str) -> None:
    days = ("2031-03-01", last)
    table = movements.sayings([row(0, "support", option="truce") | {"date": day} for day in days])
    across = movements.chart(movements.movement(table), table)["vconcat"][0]["layer"][-1]["encoding"]["x"]
    assert (across["axis"]["tickCount"]["interval"], across["axis"]["format"]) == (unit, written)
    assert across["scale"]["domain"] == list(days)


def test_a_panel_shows_the_sides_that_say_most_and_a_day_in_one_stance_once() -> None:
    rows = [row(day, "support", side=f"Side {n:02}") for n in range(20) for day in range(n + 1) for _ in range(2)]
    drawn = movements.chart(movements.movement(movements.sayings(rows)), movements.sayings(rows))
    marks = drawn["datasets"][drawn["vconcat"][0]["layer"][-1]["data"]["name"]]
    assert {one["side"] for one in marks} == {f"Side {n:02}" for n in range(12, 20)}
    assert len(marks) == len({(one["side"], one["date"]) for one in marks})
