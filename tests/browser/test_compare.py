"""Two outlets, sides or weeks next to each other, drawn by the script, from the disk."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from onrecord.publish import Views
from onrecord.publish._compare.figures import KINDS, Kind
from onrecord.publish._compare.gathered import gathered
from onrecord.publish._compare.pair import pair
from onrecord.publish._compare.pairing import names
from onrecord.publish._compare.rows import Rows
from onrecord.store import Record
from tests.browser import axe
from tests.browser.test_app import served
from tests.publish.compared import rows_by_hand

pytestmark = pytest.mark.browser

_PAIR = "([rows, kind, both]) => onrecordPair.pair(rows, kind, both)"
_TOGETHER = "([rows, kind, both]) => onrecordPair.pair(onrecordPair.together(rows, kind, both), kind, both)"
_TEXT = "() => document.getElementById('compared').innerText.replace(/\\s+/g, ' ')"


def _plain(rows: Rows) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(rows._asdict()))
    return found


@pytest.fixture
def compare(page: Page, index: Path) -> Page:
    page.goto(index.with_name("compare.html").as_uri())
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_the_script_compares_as_the_program_does(compare: Page, index: Path, kind: Kind) -> None:
    sample = gathered(Views(Record(index.parent.parent / "valley.onrecord")))
    compared = 0
    for rows in (sample, rows_by_hand()):
        for both in permutations(range(len(names(rows, kind))), 2):
            expected = json.loads(json.dumps(asdict(pair(rows, kind, both))))
            assert compare.evaluate(_PAIR, [_plain(rows), kind, both]) == expected
            compared += 1
    assert compared >= 2


def test_the_page_is_drawn_as_it_was_written(page: Page, index: Path) -> None:
    page.goto(index.with_name("compare.html").as_uri())
    drawn = page.evaluate(_TEXT)
    page.route("**/compare.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    written = page.evaluate(_TEXT)
    assert drawn.strip() in written
    expect(page.locator("#choose")).to_be_hidden()


def test_what_is_chosen_stands_in_the_address(compare: Page) -> None:
    compare.get_by_role("combobox", name="Compare").select_option("two sides")
    compare.get_by_role("combobox", name="The other").select_option("Norrin")
    heading = compare.locator("#compared h2")
    expect(heading).to_have_text("Varland and Norrin")
    expect(compare.get_by_role("status")).to_contain_text("Varland and Norrin")
    address = compare.url
    compare.reload()
    expect(heading).to_have_text("Varland and Norrin")
    assert compare.url == address
    compare.get_by_role("combobox", name="The other").select_option("Varland")
    expect(compare.locator("#compared")).to_have_text("Choose two that are not the same.")


def test_an_address_that_names_nobody_shows_the_first(page: Page, index: Path) -> None:
    for asked in ("#kind=weeks&one=2031-03-03", "#kind=outlets&one=Nobody&other=%00", "#sides"):
        page.goto(index.with_name("compare.html").as_uri() + asked)
        expect(page.locator("#compared h2")).to_have_text("Meridian Wire and The <i>Daily</i> Shout")


def test_an_entry_leads_to_the_marked_words(compare: Page) -> None:
    compare.locator("#compared .told a.words").first.click()
    expect(compare.locator(":target")).to_be_in_viewport()


def test_names_from_outside_are_never_html(compare: Page) -> None:
    compare.get_by_role("combobox", name="The other").select_option("The <i>Daily</i> Shout")
    expect(compare.locator("#compared h2 bdi").last).to_have_text("The <i>Daily</i> Shout")
    assert compare.locator("#compared :is(i, b, script)").count() == 0


def test_only_weeks_from_which_both_have_articles(compare: Page) -> None:
    compared = compare.evaluate(_TOGETHER, [_plain(rows_by_hand()), "outlets", [0, 1]])
    assert [row[1:] for row in compared["figures"]] == [["0", "0"], ["0", "0"], ["", ""], ["0", "0"]]
    assert all(not section["groups"] for section in compared["sections"])
    mine = compare.get_by_label("only weeks from which both have articles")
    mine.check()
    assert "together=1" in compare.url
    expect(compare.locator(".figures tbody tr").first).to_have_text("Articles11")


def test_the_app_shows_it_of_the_record_as_it_is_now(browser: Browser, index: Path) -> None:
    wrong: list[str] = []
    with served(index.parent.parent / "valley.onrecord") as address:
        page = browser.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{address}/compare.html#kind=sides&one=Varland&other=Ostrel", timeout=60_000)
        expect(page.locator("#compared h2")).to_have_text("Varland and Ostrel")
        page.locator("#compared .told a.words").first.click()
        expect(page.locator(":target")).to_be_in_viewport()
        page.close()
    assert wrong == []


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_stands_in_the_way_of_those_who_cannot_see_it(page: Page, index: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for kind in ("outlets", "sides"):
        page.goto(index.with_name("compare.html").as_uri() + f"#kind={kind}")
        for folded in page.locator("#compared details").all():
            folded.evaluate("one => { one.open = true }")
        assert axe.faults(page) == []


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_whatever_is_compared_fits_its_window(page: Page, index: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for kind in ("outlets", "sides"):
        page.goto(index.with_name("compare.html").as_uri() + f"#kind={kind}")
        for folded in page.locator("#compared details").all():
            folded.evaluate("one => { one.open = true }")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
