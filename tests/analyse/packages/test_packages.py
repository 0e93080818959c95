"""Packages over several issues: what all accept, what theory singles out, what would have to give."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analyse import _outcomes as outcomes
from onrecord.analyse import _packages as packages
from onrecord.errors import InputError

Rows = list[dict[str, Any]]


def table(*positions: tuple[str, str, float, float, float | None], marks: Sequence[float] = (0, 50, 100)) -> Rows:
    """Rows of a table: (actor, issue, position, salience, red line); all issues have options at the same places, and
    stay at 0 without agreement."""
    actors = dict.fromkeys(actor for actor, *_ in positions)
    issues = dict.fromkeys(issue for _, issue, *_ in positions)
    return [
        *({"what": "actor", "issue": "", "actor": actor, "position": "", "label": actor} for actor in actors),
        *({"what": "issue", "issue": issue, "actor": "", "position": "", "label": issue} for issue in issues),
        *(
            {"what": "option", "issue": issue, "actor": "", "position": place, "label": f"at {place:g}"}
            for issue in issues
            for place in marks
        ),
        *({"what": "reference", "issue": issue, "actor": "", "position": 0} for issue in issues),
        *(
            {"issue": i, "actor": a, "position": p, "salience": s, "red_line": "" if red is None else red}
            for a, i, p, s, red in positions
        ),
    ]


SWAP = table(  # each wants all on the issue that matters to it, and would give way on the other
    ("Orlund", "troops", 100, 0.9, None),
    ("Orlund", "toll", 0, 0.3, None),
    ("Karshevia", "troops", 0, 0.3, None),
    ("Karshevia", "toll", 100, 0.9, None),
)


def test_each_gives_way_where_it_matters_less() -> None:
    # Given two sides of which each wants most what the other minds least
    # When packages are looked for
    found = packages.found(SWAP)
    # Then both get all of what matters to them, by any solution
    assert found.of == 9
    for one in found.singled_out:
        assert dict(one.options) == {"troops": "at 100", "toll": "at 100"}
        assert one.worth == {"Orlund": 0.75, "Karshevia": 0.75}
    assert (found.concessions, found.conceded) == ((), None)


def test_a_condition_rules_out_half_a_swap() -> None:
    # Given that Karshevia gives way on troops only for the whole toll
    ties = [{"actor": "Karshevia", "option": "troops=at 50", "needs": "toll=100"}]
    # When all acceptable packages are listed
    asked = packages.problem(outcomes.table(SWAP), packages.read(ties, outcomes.table(SWAP)))
    listed = packages.listed(asked)
    # Then none has troops withdrawn for less
    assert listed is not None
    labels = [tuple(asked.options[i][o].label for i, o in enumerate(one)) for one in listed]
    assert ("at 100", "at 100") in labels
    assert not [one for one in labels if one[0] != "at 0" and one[1] != "at 100"]


def test_red_lines_that_leave_no_room_say_what_would_have_to_give() -> None:
    # Given two sides whose red lines do not meet on troops
    rows = table(
        ("Orlund", "troops", 100, 0.9, 60),
        ("Karshevia", "troops", 0, 0.5, 40),
        ("Orlund", "toll", 0, 0.4, None),
        ("Karshevia", "toll", 100, 0.9, None),
    )
    # When packages are looked for
    found = packages.found(rows)
    # Then none is acceptable, and one concession makes one so
    assert (found.acceptable, found.singled_out) == (0, ())
    assert len(found.concessions) == 1
    assert found.conceded is not None
    assert "beyond its red line" in found.concessions[0]


def test_who_need_not_agree_stands_in_nobodys_way() -> None:
    rows = table(("Orlund", "troops", 100, 0.9, 60), ("Karshevia", "troops", 0, 0.5, 40))

    found = packages.found(rows, must=["Orlund"])

    assert dict(found.singled_out[0].options) == {"troops": "at 100"}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"actor": "Nobody", "option": "troops=0", "needs": "toll=0"}, "row 1, field 'actor': there is no actor"),
        ({"actor": "Orlund", "option": "fish=0", "needs": "toll=0"}, "row 1, field 'option': there is no issue 'fish'"),
        ({"actor": "Orlund", "option": "troops=half", "needs": "toll=0"}, "'half' is neither an option"),
        ({"actor": "Orlund", "option": "troops=0", "needs": "troops=50"}, "both are of one issue"),
        ({"actor": "Orlund", "option": "troops=0", "needs": ""}, "field 'needs': it is empty"),
    ],
)
def test_a_condition_that_cannot_be_used_is_named(row: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        packages.read([row], outcomes.table(SWAP))


def test_conditions_that_wait_for_each_other_are_named(tmp_path: Path) -> None:
    # Given a party that gives way on each issue only for the other
    file = tmp_path / "conditions.csv"
    file.write_text("actor,option,needs\nOrlund,troops=50,toll=0\nOrlund,toll=50,troops=100\n", encoding="utf-8")
    # When its conditions are read, then the file, the row and the circle are named
    with pytest.raises(InputError, match=r"conditions\.csv, row 2.*wait for each other: troops → toll → troops"):
        packages.read(file, outcomes.table(SWAP))


def test_one_who_must_agree_and_is_unknown_is_named() -> None:
    with pytest.raises(InputError, match="there is no actor 'Nobody'"):
        packages.found(SWAP, must=["Nobody"])


@st.composite
def problems(draw: Any) -> packages.Problem:
    """Small tables with red lines and conditions, as an analyst might bring them."""
    place, weight = st.integers(0, 4).map(lambda n: n * 25.0), st.integers(1, 9).map(lambda n: n / 10)
    issues, actors = (
        [f"i{n}" for n in range(draw(st.integers(1, 3)))],
        [f"a{n}" for n in range(draw(st.integers(1, 3)))],
    )
    rows = table(
        *((a, i, draw(place), draw(weight), draw(st.none() | place)) for i in issues for a in actors),
        marks=(0, 25, 50, 75, 100)[: draw(st.integers(2, 5))],
    )
    read = outcomes.table(rows)
    ties: list[packages.Tie] = []
    if len(issues) > 1:
        for actor in actors[: draw(st.integers(0, 2))]:
            tie = {"actor": actor, "option": f"i0={draw(place)}", "needs": f"i1={draw(place)}"}
            ties += packages.read([tie], read)
    return packages.problem(read, ties)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_solver_finds_what_looking_at_every_package_finds(asked: packages.Problem) -> None:
    every = [one for one in product(*(range(len(o)) for o in asked.options)) if not packages.needed(asked, one)]
    listed = packages.listed(asked)
    assert listed is not None
    assert sorted(map(tuple, listed.tolist())) == sorted(every)
    assert bool(packages.points(asked)) == bool(every)
    fewest = packages.fewest(asked)
    least = min(len(packages.needed(asked, one)) for one in product(*(range(len(o)) for o in asked.options)))
    assert len(fewest.concessions) == least
    if not every:
        return

    gains = {one: asked.worth_of(one) - asked.without for one in every}
    ideal = np.max(list(gains.values()), axis=0)

    def product_of(one: tuple[int, ...]) -> float:
        return float(np.log(np.maximum(gains[one], 0) + 1e-6).sum())

    def least_part(one: tuple[int, ...]) -> float:
        parts = [gain / most for gain, most in zip(gains[one], ideal, strict=True) if most > 1e-9]
        return float(min(parts, default=1.0))

    best = {point.name: point.package for point in packages.points(asked)}
    assert product_of(best["Nash"]) == pytest.approx(max(map(product_of, every)), abs=1e-5)
    assert least_part(best["Kalai-Smorodinsky"]) == pytest.approx(max(map(least_part, every)), abs=1e-5)
    assert gains[best["largest sum"]].sum() == pytest.approx(max(gains[one].sum() for one in every), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(problems())
def test_what_is_efficient_nobody_can_better(asked: packages.Problem) -> None:
    listed = packages.listed(asked)
    assert listed is not None
    efficient = packages.efficient(asked, listed)
    assert efficient is not None
    kept = {tuple(one) for one in efficient.tolist()}
    worth = {tuple(one): asked.worth_of(one) for one in listed.tolist()}
    for one, value in worth.items():
        bettered = any((v >= value - 1e-9).all() and (v > value + 1e-9).any() for v in worth.values())
        assert (one in kept) == (not bettered)


def test_a_label_of_two_places_is_no_place() -> None:
    # Given two options of one issue with the same label
    rows = [*SWAP, {"what": "option", "issue": "troops", "actor": "", "position": 60, "label": "some"}]
    rows += [{"what": "option", "issue": "troops", "actor": "", "position": 40, "label": "Some"}]
    # When a condition names the label, then it is told that this says nothing, and what to write
    with pytest.raises(InputError, match=r"row 1, field 'option': 'some' is the label of two places.*troops=50"):
        packages.read([{"actor": "Karshevia", "option": "troops=some", "needs": "toll=100"}], outcomes.table(rows))
