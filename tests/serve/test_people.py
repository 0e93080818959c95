"""Actors: merged, split, renamed, given a side and a role."""

from __future__ import annotations

import pytest

from tests.serve.conftest import Browser


def test_merged_actors_are_one_on_every_page(browser: Browser) -> None:
    browser.get("/search")

    answer = browser.submit("/actors", actor="a-lund", kind="merge", into="Ilsa Brandt")

    assert answer.headers["location"] == "/actors/a-brandt.html"
    led_on = browser.get("/actors/a-lund.html", follow_redirects=False)
    assert (led_on.status_code, led_on.headers["location"]) == (302, "/actors/a-brandt.html")
    assert "two villages could be given up" in browser.get("/actors/a-brandt.html").text
    assert "Vera Lund" not in browser.get("/actors.html").text
    assert "actor=a-brandt" in browser.get("/search?q=villages").text
    assert browser.get("/actors.json?q=vera lund").json()[0]["id"] == "a-brandt"


def test_a_merge_that_is_taken_back_is_two_again(browser: Browser) -> None:
    browser.submit("/actors", actor="a-lund", kind="merge", into="a-brandt")
    (one,) = browser.record.judgements()

    browser.submit("/undo", judgement=one.id)

    assert browser.get("/actors/a-lund.html", follow_redirects=False).status_code == 200


def test_the_page_of_who_was_merged_twice_leads_to_the_last(browser: Browser) -> None:
    browser.submit("/actors", actor="a-lund", kind="merge", into="a-brandt")
    browser.submit("/actors", actor="a-brandt", kind="merge", into="a-pell")

    for id in ("a-lund", "a-brandt"):
        assert browser.get(f"/actors/{id}.html", follow_redirects=False).headers["location"] == "/actors/a-pell.html"
    assert browser.get("/actors/nobody.html").status_code == 404


def test_a_name_that_was_split_off_has_a_page_where_it_says_something(browser: Browser) -> None:
    browser.submit("/actors", actor="a-pell", kind="rename", name="Tomás Pell-Ruiz")
    browser.submit("/actors", actor="a-pell", kind="split", name="Pell")

    assert browser.get("/actors/a-pell.html", follow_redirects=False).status_code == 200
    apart = next(actor for actor in browser.record.actors() if actor.name == "Pell")
    speaks = any(one.actor == apart.id for one in browser.record.statements())
    assert browser.get(f"/actors/{apart.id}.html").status_code == (200 if speaks else 404)


def test_name_side_role_and_split(browser: Browser) -> None:
    browser.submit("/actors", actor="a-pell", kind="rename", name="Tomás  Pell-Ruiz")
    browser.submit("/actors", actor="a-pell", kind="side", side="Norrin")
    browser.submit("/actors", actor="a-pell", kind="role", title="chief envoy", of="")
    browser.submit("/actors", actor="a-pell", kind="split", name="Pell")

    page = browser.get("/actors/a-pell.html").text
    assert "<h1><bdi>Tomás Pell-Ruiz</bdi></h1>" in page
    assert "chief envoy" in page
    assert any(actor.name == "Pell" for actor in browser.record.actors())
    assert [one.kind for one in browser.record.judgements()] == ["rename", "side", "role", "split"]
    browser.submit("/actors", actor="a-pell", kind="side", side="")
    assert next(a for a in browser.record.actors() if a.id == "a-pell").side is None


@pytest.mark.parametrize(
    "form",
    [
        {"actor": "none", "kind": "rename", "name": "x"},
        {"actor": "a-pell", "kind": "merge", "into": "a-pell"},
        {"actor": "a-pell", "kind": "merge", "into": "Nobody At All"},
        {"actor": "a-pell", "kind": "split", "name": "Brandt"},
        {"actor": "a-pell", "kind": "rename", "name": "  "},
        {"actor": "a-pell", "kind": "accept"},
    ],
)
def test_what_cannot_be_is_refused(browser: Browser, form: dict[str, str]) -> None:
    assert browser.submit("/actors", **form).status_code in {400, 404}
    assert browser.record.judgements() == ()


def test_an_actor_whose_id_is_no_word_can_be_renamed_too(browser: Browser) -> None:
    answer = browser.submit("/actors", actor="../League", kind="rename", name="Valley League")

    assert browser.get(answer.headers["location"]).status_code == 200
    assert "Valley League" in browser.get("/actors.html").text
