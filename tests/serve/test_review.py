"""Review: the queue, one statement, judgements singly and many at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.publish import sample
from tests.serve.conftest import Browser

TRUCE = {"issue": "ceasefire", "option": "immediate-ceasefire"}


def test_the_queue_holds_what_nobody_judged(browser: Browser) -> None:
    everything = browser.get("/review/queue.json").json()
    first = everything["ids"][0]

    browser.judge({"kind": "accept", "target": first})

    left = browser.get("/review/queue.json").json()
    assert everything["count"] == len(sample.STATEMENTS)
    assert left["ids"] == everything["ids"][1:]
    assert browser.get("/review/queue.json?judged=yes").json()["ids"] == [first]


def test_a_statement_is_shown_in_its_paragraph_with_its_parts(browser: Browser) -> None:
    shown = browser.get(f"/statements/{browser.statement('single village')}.json").json()

    text = next(article.text for article in sample.ARTICLES if article.id == "art-wire")
    assert [text[a:b] for a, b in shown["source"]] == ["Brandt"]
    assert len(shown["content"]) == 2
    assert any("told reporters" in piece["text"] for piece in shown["passage"])
    assert shown["speaker"] == "Ilsa Brandt"


def test_accept_and_reject_hold_the_machines_snapshot_and_who_judged(browser: Browser) -> None:
    browser.submit("/who", name="Mira  Sønderby")
    target = browser.statement("single village")

    answer = browser.judge({"kind": "accept", "target": target, "why": "read it twice"})

    (one,) = browser.record.judgements()
    assert answer.json()["item"]["judged"] == "accepted"
    assert (one.kind, one.by, one.why) == ("accept", "Mira Sønderby", "read it twice")
    assert one.machine["speaker"] == "Ilsa Brandt"
    assert one.machine["words"][0] == "“We will not sign away a single village,”"


def test_a_correction_of_speaker_words_and_stance_is_three_judgements_at_once(browser: Browser) -> None:
    target = browser.statement("monitors could be in place")
    one = browser.get(f"/statements/{target}.json").json()
    [[start, end]] = one["content"]

    answer = browser.judge(
        {"kind": "speaker", "target": target, "value": {"actor": "a-pell", "speaker": "Tomas Pell"}},
        {"kind": "spans", "target": target, "value": {"source": [], "cue": [], "content": [[start, end - 14]]}},
        {"kind": "position", "target": target, "value": {**TRUCE, "stance": "support"}},
    )

    now = answer.json()["item"]
    assert (now["judged"], now["speaker"], now["side"]) == ("changed", "Tomas Pell", "Ostrel")
    assert now["content"] == [[start, end - 14]]
    assert {(p["option"], p["stance"]) for p in now["positions"]} >= {("immediate-ceasefire", "support")}
    assert len(browser.record.judgements()) == 3


def test_what_was_changed_is_not_accepted_back_by_a_slip_of_a_key(browser: Browser) -> None:
    target = browser.statement("single village")
    browser.judge({"kind": "position", "target": target, "value": {**TRUCE, "stance": "oppose"}})

    answer = browser.judge({"kind": "accept", "target": target})

    assert answer.status_code == 400
    assert "judged already" in answer.json()["problem"]


def test_what_is_undone_is_as_it_was(browser: Browser) -> None:
    target = browser.statement("single village")
    (judgement,) = browser.judge({"kind": "reject", "target": target}).json()["ids"]
    assert target not in {one.id for one in browser.record.statements()}

    browser.judge({"kind": "undo", "target": judgement})

    assert target in {one.id for one in browser.record.statements()}
    assert browser.get("/search?q=village&judged=no").text.count("single village") == 1


def missed(**more: Any) -> dict[str, Any]:
    text = next(article.text for article in sample.ARTICLES if article.id == "art-copy")
    start = text.index("welcomed the offer")
    value = {"article": "art-copy", "mode": "indirect", "source": [], "cue": [], "content": [[start, start + 18]],
             "actor": "a-norrin", "speaker": "Norrin", "positions": [{**TRUCE, "stance": "support"}]}  # fmt: skip
    return {"kind": "add", "value": value | more}


def test_a_statement_that_was_missed_is_added_and_found(browser: Browser) -> None:
    answer = browser.judge(missed())

    assert answer.json()["item"]["judged"] == "added"
    assert "welcomed the offer" in browser.get("/search?q=welcomed&side=Norrin").text
    assert "welcomed the offer" in browser.get("/actors/a-norrin.html").text
    assert browser.judge(missed()).status_code == 409


@pytest.mark.parametrize(
    ("judgement", "status"),
    [
        ({"kind": "accept", "target": "none"}, 404),
        ({"kind": "praise", "target": "x"}, 400),
        ({"kind": "undo", "target": "none"}, 404),
        ({"kind": "merge", "target": "a-pell", "value": {"into": "a-lund", "name": "x"}}, 400),
        (missed(article="none"), 404),
        (missed(content=[]), 400),
        (missed(content=[[5, 5]]), 400),
        (missed(content=[[9, 12], [3, 5]]), 400),
        (missed(content=[[0, 10**9]]), 400),
        (missed(content=[[-4, 3]]), 400),
        (missed(content=[["0", "4"]]), 400),
        (missed(actor="nobody"), 404),
        (missed(positions=[{"issue": "x", "option": "y", "stance": "support"}]), 404),
        (missed(positions=[{**TRUCE, "stance": "loves"}]), 400),
        (missed(markup="<b>"), 400),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_of_it_kept(browser: Browser, judgement: Any, status: int) -> None:
    good = {"kind": "accept", "target": browser.statement("single village")}

    answer = browser.judge(good, judgement)

    assert answer.status_code == status
    assert answer.json()["problem"]
    assert browser.record.judgements() == ()


def test_a_verdict_on_many_is_previewed_counted_and_given(browser: Browser) -> None:
    browser.judge({"kind": "reject", "target": browser.statement("single village")})
    preview = browser.get("/review/bulk?verdict=accept&side=Varland").text
    same = preview.split('name="same" value="')[1].split('"')[0]

    browser.submit("/review/bulk", verdict="accept", side="Varland", same=same, why="all of the ministry")

    given = [one for one in browser.record.judgements() if one.kind == "accept"]
    expected = {one.id for one in sample.STATEMENTS if one.side == "Varland"} - {browser.record.judgements()[0].target}
    assert {one.target for one in given} == expected
    assert f"Accept all {len(expected)}<" in preview
    assert {one.why for one in given} == {"all of the ministry"}


def test_a_verdict_on_many_is_not_given_on_others_than_were_shown(browser: Browser) -> None:
    preview = browser.get("/review/bulk?verdict=reject&side=Varland").text
    same = preview.split('name="same" value="')[1].split('"')[0]
    browser.judge({"kind": "accept", "target": browser.statement("single village")})

    answer = browser.submit("/review/bulk", verdict="reject", side="Varland", same=same)

    assert answer.status_code == 409
    assert len(browser.record.judgements()) == 1


def test_speakers_are_found_by_any_of_their_names(browser: Browser) -> None:
    assert browser.get("/actors.json?q=minister bran").json()[0]["name"] == "Ilsa Brandt"
    assert browser.get("/actors.json?q=tomas").json()[0]["id"] == "a-pell"
    assert browser.get("/actors.json?q=").json() == []


def test_any_statement_can_be_rejected_and_every_page_still_be_shown(browser: Browser) -> None:
    pages = ("index.html", "actors.html", "events.html", "proposals.html", "differences.html", "articles.html")
    for one in sample.STATEMENTS:
        browser.judge({"kind": "reject", "target": one.id})
        for page in pages:
            assert browser.get(f"/{page}").status_code == 200, (one.id, page)
    assert browser.record.statements() == ()
