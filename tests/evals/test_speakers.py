"""Speakers against those named by reading: what counts as right, and floors."""

from __future__ import annotations

from typing import Any

import pytest

from evals.corpora import corpora
from evals.judged import flawless, rows, usable
from evals.speakers import Judged, gold, is_right, run
from onrecord.model import Actor, ActorKind

# Percent; three points under what was measured on both halves.
FLOORS = {"all": 86, "name": 94, "pronoun": 82, "body": 80, "group": 87}


def actor(kind: ActorKind, name: str, *aliases: str) -> Actor:
    return Actor("a", name, kind, None, aliases)


def row(asked: str, *names: str, of: str | None = None, members: bool = False) -> dict[str, Any]:
    return {"is": asked, "names": list(names), "of": of, "members": members, "source": [[0, 12]]}


TEXT = "The mediators said the port would open."


@pytest.mark.parametrize(
    ("asked", "found", "right"),
    [
        (row("person", "Ada Quill"), actor("person", "Quill"), True),
        (row("person", "Ada Quill"), actor("person", "Tom Quill"), False),
        (row("person", "Ada Quill"), actor("unnamed", "Quill aide"), False),
        (row("body", "State Department"), actor("office", "US State Department"), True),
        (row("body", "Stone campaign"), actor("person", "Stone"), False),
        (row("unnamed", "official"), actor("unnamed", "senior official"), True),
        (row("unnamed", "official"), actor("person", "Ada Quill"), False),
        (row("unnamed", "spokesman", of="State Department"), actor("office", "US State Department"), True),
        (row("unnamed", "official"), None, False),
        (row("group"), actor("unnamed", "mediators"), True),
        (row("group"), actor("person", "Mediator Jones"), False),
        (row("group", "Ada Quill", "Tom Roe", members=True), actor("group", "Ada Quill and Tom Roe"), True),
        (row("none"), None, True),
        (row("none"), actor("person", "Ada Quill"), False),
    ],
)
def test_what_counts_as_the_right_speaker(asked: dict[str, Any], found: Actor | None, right: bool) -> None:
    assert is_right(asked, found, TEXT) is right


def test_the_gold_is_whole_and_both_halves_are_of_one_size() -> None:
    labelled = gold()
    halves = [sum(one["part"] == part for one in labelled) for part in ("open", "shut")]
    assert len(labelled) == 633
    assert min(halves) / max(halves) > 0.9
    assert {one["part"] for one in labelled if one["article"] == labelled[0]["article"]} == {labelled[0]["part"]}


def test_the_judged_list_is_whole_and_what_is_flawless_is_usable() -> None:
    judged = rows()
    assert len(judged) == 200
    assert all(usable(one) for one in judged if flawless(one))


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return run()


@pytest.mark.corpora
@pytest.mark.skipif(
    not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
class TestFloors:
    @pytest.mark.parametrize("kind", FLOORS)
    def test_no_kind_of_mention_falls_below_its_floor(self, judged: list[Judged], kind: str) -> None:
        here = [one for one in judged if kind in ("all", one.gold["mention"])]
        assert 100 * sum(one.right for one in here) / len(here) >= FLOORS[kind]

    def test_hardly_an_unnamed_source_becomes_a_person(self, judged: list[Judged]) -> None:
        unnamed = [one for one in judged if one.gold["is"] == "unnamed"]
        assert sum(one.actor is not None and one.actor.kind == "person" for one in unnamed) <= 1
