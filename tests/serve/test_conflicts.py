"""Conflicts side by side, and the log of all judgements."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Stance
from onrecord.resolve import statements
from onrecord.store import Record, Writer
from tests.made import Quote, article, reading
from tests.publish import sample
from tests.serve.conftest import Browser, opened

TRUCE = {"issue": "ceasefire", "option": "immediate-ceasefire"}


def differing(browser: Browser) -> str:
    target = browser.statement("single village")
    for name, stance in (("mira", "oppose"), ("ole", "support")):
        browser.submit("/who", name=name)
        browser.judge({"kind": "position", "target": target, "value": {**TRUCE, "stance": stance}, "why": f"<{name}>"})
    return target


def test_two_who_differ_stand_side_by_side_and_one_is_kept(browser: Browser) -> None:
    target = differing(browser)
    page = browser.get("/conflicts").text
    first, second = browser.record.judgements()

    assert "Two people differ" in page
    assert "supports: " in page
    assert "opposes: " in page
    assert "&lt;ole&gt;" in page
    browser.submit("/undo", judgement=second.id)

    assert browser.record.conflicts() == ()
    kept = next(one for one in browser.record.statements() if one.id == target)
    assert {p.stance for p in kept.positions if p.option == TRUCE["option"]} == {"oppose"}
    assert first in browser.record.judgements()


def test_without_conflicts_the_page_says_so(browser: Browser) -> None:
    assert "None: no two people differ" in browser.get("/conflicts").text


def test_the_log_tells_everything_that_was_decided_and_what_was_taken_back(browser: Browser) -> None:
    differing(browser)
    browser.submit("/actors", actor="a-lund", kind="merge", into="a-brandt")
    last = browser.record.judgements()[-1]
    browser.submit("/undo", judgement=last.id, **{"from": "judgements"})

    page = browser.get("/judgements").text

    assert "4 judgements" in page
    assert "is Ilsa Brandt" in page
    assert page.count("taken back</span>") == 1


BRIDGE = article("bridge.txt", "Vera Lund said the bridge will open.")
Coded = tuple[str, str, Stance]


def on_truce(stance: Stance) -> Coded:
    return TRUCE["issue"], TRUCE["option"], stance


def read_as(path: Path, *held: Coded) -> None:
    """Build the record of one statement, with the positions that the machine sees in it."""
    with Writer(path) as writer:
        one = reading(BRIDGE, Quote("Vera Lund", "said", "the bridge will open", held))
        writer.add(one, str(held))
        writer.about({"codebook": Path(sample.__file__).with_name("valley.yaml").read_text(encoding="utf-8")})
        writer.collect((), statements(one, {}, {}), (), ())
        writer.finish()


def stances(path: Path) -> list[str]:
    return [position.stance for one in Record(path).statements() for position in one.positions]


@pytest.mark.parametrize("kind", ["accept", "position"])
@pytest.mark.parametrize(("whose", "then"), [("mine", ["support"]), ("machine", ["oppose"])])
def test_what_the_machine_says_otherwise_is_settled_by_a_judgement_and_that_can_be_taken_back(
    tmp_path: Path, kind: str, whose: str, then: list[str]
) -> None:
    """Given a stance that a person accepted or gave, when a newer machine sees another, then the person keeps theirs or
    takes the machine's; the conflict is gone until that is taken back."""
    path = tmp_path / "r.onrecord"
    read_as(path, on_truce("support" if kind == "accept" else "unclear"))
    browser = opened(path)
    target = browser.statement("bridge")
    browser.judge(
        {"kind": kind, "target": target} | ({"value": {**TRUCE, "stance": "support"}} if kind == "position" else {})
    )
    read_as(path, on_truce("oppose"))
    (conflict,) = browser.record.conflicts()
    page = browser.get("/conflicts").text
    assert (conflict.kind, stances(path)) == ("machine changed", ["support"])
    assert "Keep this" in page
    assert "Take the machine’s" in page

    before = len(browser.record.judgements())
    assert browser.submit("/settle", judgement=conflict.judgement.id, whose=whose).status_code == 303

    made = browser.record.judgements()[before:]
    assert stances(path) == then
    assert browser.record.conflicts() == ()
    assert "None: no two people differ" in browser.get("/conflicts").text
    assert browser.submit("/settle", judgement=conflict.judgement.id, whose=whose).status_code == 409
    for one in made:
        browser.submit("/undo", judgement=one.id)
    assert stances(path) == ["support"]
    assert [one.kind for one in browser.record.conflicts()] == ["machine changed"]
