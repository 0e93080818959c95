"""What a record leaves open on an issue, and what waits for what on its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import analyse
from onrecord.code import Issue
from onrecord.model import Position, Stance
from onrecord.publish._conditions import conditions
from onrecord.publish._dossier import contents, rendered
from onrecord.publish._lately import Lately
from onrecord.publish._open import Open, open_questions
from onrecord.publish._pages import environment
from onrecord.publish._stands import Stands
from onrecord.publish._views import Views
from onrecord.store import Record
from tests.publish.sample import LEAGUE

TRUCE, BORDER = ("ceasefire", "immediate-ceasefire"), ("territory", "recognition")
Held = tuple[str, tuple[str, str], Stance, str | None, tuple[str, str] | None]


def holding(record: Record, *held: Held) -> Views:
    """A record in which these sides (side, option, stance, of whom, what it asks for) say this in turn, and no more."""
    views = Views(record)
    free = [said for said in views.said.values() if said.held and said.statement.attribution.mode != "told"]
    assert len(free) >= len(held)
    statements = []
    for said, (side, option, stance, holder, linked) in zip(free, held, strict=False):
        position: Position = replace(
            said.held[0].position, issue=option[0], option=option[1], stance=stance, holder=holder, linked=linked,
            condition=said.statement.attribution.content[0] if linked else None,
        )  # fmt: skip
        statements.append(replace(said.statement, side=side, positions=(position,)))
    views.said = {one.id: views._said(one) for one in statements}
    cells = analyse.cells(statements, tuple(views.articles.values()), (), views.actors.values())
    views.stands = Stands(cells, views.said, views.actors, views.name)
    views.lately = Lately(lambda: (), (), ())
    return views


def issue(views: Views, id: str) -> Issue:
    return next(one for one in views.codebook.issues if one.id == id)


def found(views: Views, of: str, kind: str) -> list[Open]:
    return list(open_questions(views, issue(views, of)).get(kind, ()))  # type: ignore[call-overload]


def own(side: str, option: tuple[str, str], stance: Stance) -> Held:
    return side, option, stance, None, None


def test_a_side_that_speaks_on_the_issue_is_silent_where_others_disagree(record: Record) -> None:
    mission = ("ceasefire", "monitoring-mission")
    views = holding(
        record, own("Varland", TRUCE, "support"), own("Ostrel", TRUCE, "oppose"), own("Norrin", mission, "support")
    )
    (one,) = found(views, "ceasefire", "silent")
    assert (one.option, one.sides) == (TRUCE[1], ("Norrin",))
    assert [said.statement.side for said in one.said] == ["Varland", "Ostrel"]


def test_nobody_is_silent_where_sides_agree(record: Record) -> None:
    mission = ("ceasefire", "monitoring-mission")
    views = holding(
        record, own("Varland", TRUCE, "support"), own("Ostrel", TRUCE, "support"), own("Norrin", mission, "support")
    )
    assert found(views, "ceasefire", "silent") == []


def test_a_side_that_contradicts_itself_is_no_disagreement_of_others(record: Record) -> None:
    mission = ("ceasefire", "monitoring-mission")
    views = holding(
        record, own("Varland", TRUCE, "support"), own("Varland", TRUCE, "oppose"), own("Norrin", mission, "support")
    )
    assert found(views, "ceasefire", "silent") == []


def test_a_side_of_which_only_others_speak_is_known_from_others_alone(record: Record) -> None:
    views = holding(record, ("Varland", TRUCE, "support", "Ostrel", None), own("Varland", BORDER, "oppose"))
    (one,) = found(views, "ceasefire", "spoken for")
    assert one.sides == ("Ostrel",)
    assert [said.statement.side for said in one.said] == ["Varland"]
    spoken = holding(record, ("Varland", TRUCE, "support", "Ostrel", None), own("Ostrel", TRUCE, "oppose"))
    assert found(spoken, "ceasefire", "spoken for") == []


def test_a_stance_that_is_unclear_each_time_is_open(record: Record) -> None:
    views = holding(record, own("Varland", TRUCE, "unclear"), own("Varland", TRUCE, "unclear"))
    (one,) = found(views, "ceasefire", "unclear")
    assert (one.sides, len(one.said)) == (("Varland",), 2)
    clear = holding(record, own("Varland", TRUCE, "unclear"), own("Varland", TRUCE, "support"))
    assert found(clear, "ceasefire", "unclear") == []


@pytest.mark.parametrize(
    ("answer", "open"),
    [(own("Ostrel", BORDER, "oppose"), False), (own("Ostrel", BORDER, "unclear"), True),
     (own("Varland", BORDER, "support"), True), (("Norrin", BORDER, "support", "Ostrel", None), True)],
)  # fmt: skip
def test_a_condition_is_open_until_another_side_takes_a_clear_stance_itself(
    record: Record, answer: Held, open: bool
) -> None:
    views = holding(record, ("Varland", TRUCE, "conditional", None, BORDER), answer)
    questions = found(views, "ceasefire", "unanswered")
    assert [(one.issue, one.option, one.sides) for one in questions] == ([(*BORDER, ("Varland",))] if open else [])


def test_what_waits_for_what_stands_with_both_options(record: Record) -> None:
    views = holding(record, ("Varland", TRUCE, "conditional", None, BORDER))
    (truce,) = conditions(views, issue(views, "ceasefire"))
    (border,) = conditions(views, issue(views, "territory"))
    assert [one.needs.id for one in truce.waits] == [BORDER[1]]
    assert [one.option.id for one in border.awaited] == [TRUCE[1]]
    assert len(truce.set) == 1
    assert not border.set


def test_the_page_of_an_issue_tells_what_is_open_and_what_waits_and_nothing_hostile_runs(record: Record) -> None:
    views = holding(record, ("Varland", TRUCE, "conditional", None, BORDER), (LEAGUE, TRUCE, "unclear", None, None))
    html = rendered(environment(), views, "issues/ceasefire.html", contents(views)["issues/ceasefire.html"])
    assert "Open questions" in html
    assert "Asked for, and not answered" in html
    assert "../linkage.html#w-1" in html
    assert "<b>League" not in html


def test_without_anything_open_the_page_does_not_say_so(record: Record) -> None:
    views = holding(record, own("Varland", TRUCE, "support"))
    html = rendered(environment(), views, "issues/ceasefire.html", contents(views)["issues/ceasefire.html"])
    assert "Open questions" not in html
    assert "Conditions" not in html
