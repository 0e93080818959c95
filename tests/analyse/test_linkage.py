"""Conditions become a graph; circles block, and an order of settling breaks as few conditions as can be."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analyse import _linkage as linkages
from onrecord.analyse._drawn import svg
from onrecord.analyse._linkage import Linkage
from onrecord.analyse._linkage.order import exactly
from onrecord.errors import InputError
from onrecord.model import Actor, Report, Utterance
from tests.analyse.test_cells import LATER, STATE, WIRE, said

Tie = tuple[str, str, str]  # a side, what it will have, and only after what

TIES = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from("uvwxyz"), st.sampled_from("uvwxyz")).filter(
        lambda tie: tie[1] != tie[2]
    ),
    min_size=1,
    max_size=14,
)


def linked(*ties: Tie) -> Linkage:
    rows = [{"side": side, "option": option, "needs": needs} for side, option, needs in ties]
    return linkages.linkage(linkages.conditions(rows))


def fewest(ties: list[Tie]) -> int:
    """What any order breaks at least, by trying all of them."""
    options = sorted({option for tie in ties for option in tie[1:]})
    held = set(ties)
    orders = ({option: n for n, option in enumerate(order)} for order in permutations(options))
    return min(sum(place[option] < place[needs] for _, option, needs in held) for place in orders)


def test_guarantees_before_territory_is_an_arrow_with_its_evidence() -> None:
    found = linked(("Orlund", "territory", "guarantees"), ("Orlund", "territory", "guarantees"))

    (arrow,) = found.arrows
    assert (arrow.option, arrow.needs, arrow.sides, arrow.statements) == (
        "territory", "guarantees", ("Orlund",), ("1", "2"),
    )  # fmt: skip
    assert found.order.options == ("guarantees", "territory")
    assert (found.deadlocks, found.order.conditions, found.order.exact) == ((), 0, True)


def test_each_waiting_for_the_other_is_a_deadlock_that_an_order_must_break_once() -> None:
    found = linked(
        ("Orlund", "territory", "guarantees"),
        ("Karshevia", "guarantees", "territory"),
        ("Karshevia", "sanctions", "territory"),
    )

    (deadlock,) = found.deadlocks
    assert (deadlock.options, deadlock.sides, deadlock.own) == (
        ("guarantees", "territory"), ("Karshevia", "Orlund"), False,
    )  # fmt: skip
    assert (found.order.conditions, found.order.at_least) == (1, 1)
    assert [row["deadlock"] for row in found.rows()] == [True, False, True]


def test_a_side_that_closes_a_circle_by_itself_contradicts_itself() -> None:
    found = linked(("Orlund", "a", "b"), ("Orlund", "b", "a"), ("Karshevia", "b", "a"))

    assert [one.own for one in found.deadlocks] == [True]


def test_what_more_sides_hold_is_broken_last() -> None:
    found = linked(("Orlund", "a", "b"), ("Salmera", "a", "b"), ("Karshevia", "b", "a"))

    assert found.order.options == ("b", "a")
    assert [arrow.sides for arrow in found.order.broken] == [("Karshevia",)]


def test_what_most_wait_for_counts_those_who_wait_for_what_waits() -> None:
    found = linked(("A", "b", "a"), ("A", "c", "b"), ("B", "d", "b"))

    assert [(one.option, one.direct, one.all, one.sides) for one in found.awaited] == [
        ("a", 1, 3, ("A",)),
        ("b", 2, 2, ("A", "B")),
    ]


def test_a_threat_makes_nothing_wait() -> None:
    rows = [{"side": "A", "option": "sanctions", "needs": "withdrawal", "kind": "threat"}]

    assert linkages.linkage(linkages.conditions(rows)).arrows == ()


def test_nothing_tied_is_an_empty_linkage() -> None:
    found = linkages.linkage([])

    assert (found.arrows, found.deadlocks, found.awaited, found.order.options) == ((), (), (), ())
    assert svg(found.chart()).startswith("<svg")


@given(TIES)
@settings(max_examples=60, deadline=None)
def test_the_exact_order_breaks_what_all_orders_break_at_least(ties: list[Tie]) -> None:
    found = linked(*ties)

    assert found.order.exact
    assert found.order.conditions == fewest(ties) == found.order.at_least


@given(TIES)
@settings(max_examples=60, deadline=None)
def test_the_heuristic_never_lies_about_its_bound(ties: list[Tie]) -> None:
    arrows = linked(*ties).arrows
    found = linkages.order(arrows, exact_up_to=0)

    least = fewest(ties)
    assert found.at_least <= least <= found.conditions
    assert not found.exact or found.conditions == least
    assert sorted(found.options) == sorted({end for arrow in arrows for end in (arrow.option, arrow.needs)})


@given(TIES)
@settings(max_examples=60, deadline=None)
def test_circles_are_those_that_trying_all_ways_finds(ties: list[Tie]) -> None:
    ends = {(needs, option) for _, option, needs in ties}
    options = sorted({option for pair in ends for option in pair})
    circles = {
        way
        for size in range(2, len(options) + 1)
        for way in permutations(options, size)
        if way[0] == min(way) and all(pair in ends for pair in zip(way, (*way[1:], way[0]), strict=True))
    }

    found = linked(*ties)

    assert {one.options for one in found.deadlocks} == circles
    assert found.complete


@given(TIES)
@settings(max_examples=30, deadline=None)
def test_nothing_hangs_on_the_order_of_rows(ties: list[Tie]) -> None:
    one, other = linked(*ties), linked(*reversed(ties))

    assert one.order.options == other.order.options
    assert [d.options for d in one.deadlocks] == [d.options for d in other.deadlocks]


def test_as_many_as_are_promised_are_ordered_exactly() -> None:
    weights = np.random.default_rng(20).integers(0, 3, (14, 14)).astype(np.int32)
    np.fill_diagonal(weights, 0)

    order = exactly(weights)

    cost = _cost(weights, order)
    assert sorted(order) == list(range(14))
    assert all(_cost(weights, _swapped(order, a, b)) >= cost for a, b in product(range(14), repeat=2))


def _cost(weights: np.ndarray[tuple[int, int], np.dtype[np.int32]], order: list[int]) -> int:
    return sum(int(weights[late, early]) for at, early in enumerate(order) for late in order[at + 1 :])


def _swapped(order: list[int], a: int, b: int) -> list[int]:
    made = list(order)
    made[a], made[b] = made[b], made[a]
    return made


def test_a_dense_graph_says_that_not_all_circles_are_told() -> None:
    names = [f"o{n:02}" for n in range(9)]
    found = linked(*(("A" if a < b else "B", a, b) for a, b in permutations(names, 2)))

    assert not found.complete
    assert found.order.exact
    assert found.order.conditions == 36


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"needs": "territory"}, "needs"),
        ({"needs": None}, "needs"),
        ({"side": ""}, "side"),
        ({"kind": "wish"}, "kind"),
        ({"date": "last week"}, "date"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_field(cells: dict[str, object], field: str) -> None:
    good: dict[str, object] = {"side": "Orlund", "option": "territory", "needs": "guarantees"}

    with pytest.raises(InputError) as raised:
        linkages.conditions([good, good | cells])

    assert (raised.value.row, raised.value.field) == (2, field)


def test_a_file_without_a_column_says_which(tmp_path: Path) -> None:
    path = tmp_path / "ties.csv"
    path.write_text("side,option\nOrlund,territory\n", encoding="utf-8")

    with pytest.raises(InputError) as raised:
        linkages.conditions_of(path)

    assert (raised.value.field, raised.value.row) == ("needs", 1)


def test_a_record_gives_a_condition_of_ones_own_once() -> None:
    actors = (Actor("t", "Tvedholt", "person", "Orlund", ()),)
    own, again = said(WIRE, "t", "Orlund", "conditional"), said(STATE, "t", "Orlund", "conditional")
    of_others = said(LATER, "t", "Orlund", "conditional", holder="Karshevia")
    statements = [
        replace(
            one, positions=tuple(replace(p, linked=("sanctions", "relief"), kind="exchange") for p in one.positions)
        )
        for one in (own, again, of_others)
    ]
    utterance = Utterance("u", "t", (Report(own.id), Report(again.id)))

    (found,) = linkages.conditions_in(statements, (WIRE, STATE, LATER), actors, (utterance,))

    assert (found.id, found.side, found.option, found.needs, found.kind) == (
        own.id, "Orlund", "security-guarantees.foreign-troops", "sanctions.relief", "exchange",
    )  # fmt: skip


def test_a_picture_is_drawn_of_what_blocks() -> None:
    drawn = svg(linked(("A", "land <b>", "lo\x00an"), ("B", "lo\x00an", "land <b>")).chart())

    assert drawn.startswith("<svg")
    assert "<b>" not in drawn


def test_arrows_of_a_picture_meet_boxes_and_no_two_options_share_a_place() -> None:
    drawing = linked(
        ("A", "land", "loan"), ("B", "loan", "land"), ("A", "talks", "loan"), ("B", "post", "loan")
    ).chart()
    ends, _, boxed, _ = (drawing["datasets"][layer["data"]["name"]] for layer in drawing["layer"])
    boxes = {(one["x"], one["y"]) for one in boxed}
    assert len(boxes) == 4
    for end in ends:
        assert any(abs(end["x"] - x) <= 71 and abs(end["y"] - y) <= 29 for x, y in boxes)
