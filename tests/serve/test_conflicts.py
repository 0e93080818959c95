"""Conflicts side by side, and the log of all judgements."""

from __future__ import annotations

from tests.serve.conftest import Browser

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
