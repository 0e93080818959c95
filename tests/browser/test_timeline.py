"""The picture of the timeline in a real browser, from the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from onrecord.publish import dossier
from tests.publish import events

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The timeline of a record with events of every kind, status and certainty."""
    folder = tmp_path_factory.mktemp("timeline")
    return dossier(events.record(folder / "valley.onrecord"), folder / "dossier").with_name("events.html")


def shown(page: Page) -> Locator:
    return page.locator("tr[data-span]:visible")


def marks(page: Page, lane: str) -> Locator:
    return page.locator(f"svg.lane[data-lane={lane}] .event a")


_DRAWN = """() => [...document.querySelectorAll("svg.lane .event")].map(mark => [
  mark.getAttribute("class"), parseFloat(mark.getAttribute("x")).toFixed(2), mark.getAttribute("y"),
  mark.querySelector("text")?.textContent ?? "", mark.querySelector("a").getAttribute("href"),
  parseFloat(mark.querySelector("use").getAttribute("transform").slice(6)).toFixed(1),
  mark.querySelector(".open")?.getAttribute("d")[1] === "-",
])"""
_NAMES = "() => [...document.querySelectorAll('.axis text')].map(text => text.textContent)"


def test_the_script_draws_what_the_page_shows_without_it(page: Page, browser: Browser, timeline: Path) -> None:
    still = browser.new_page(java_script_enabled=False)
    still.goto(timeline.as_uri())
    expected = still.evaluate(_DRAWN), still.evaluate(_NAMES)
    still.close()
    page.set_viewport_size({"width": 930, "height": 900})  # 28 marks fit side by side, as many as without a script
    page.goto(timeline.as_uri())
    assert page.evaluate("Math.floor(document.querySelector('.axis').clientWidth / 24)") == 28
    assert (page.evaluate(_DRAWN), page.evaluate(_NAMES)) == expected
    assert expected[0]


def test_keys_change_the_range_and_the_list_follows(page: Page, timeline: Path) -> None:
    page.goto(timeline.as_uri())
    every = shown(page).count()
    picture = page.get_by_role("group", name="Events over time")
    picture.focus()
    page.keyboard.press("+")
    expect(page.get_by_role("status")).not_to_contain_text(f"{every} of {every}")
    assert "#from=" in page.url
    left = shown(page).count()
    assert 0 < left < every
    expect(page.get_by_role("status")).to_have_text(f"{left} of {every} events")
    narrow = page.url
    page.keyboard.press("ArrowLeft")
    expect(page).not_to_have_url(narrow)
    page.keyboard.press("0")
    expect(shown(page)).to_have_count(every)
    assert "from" not in page.url


def test_the_range_is_kept_in_the_address(page: Page, timeline: Path) -> None:
    page.goto(f"{timeline.as_uri()}#from=2031-03-01&to=2031-03-10")
    expect(page.get_by_label("From", exact=True)).to_have_value("2031-03-01")
    expect(page.get_by_label("to", exact=True)).to_have_value("2031-03-10")
    assert 0 < shown(page).count() < page.locator("tr[data-span]").count()
    page.get_by_label("From", exact=True).fill("2031-03-05")
    expect(page).to_have_url(f"{timeline.as_uri()}#from=2031-03-05&to=2031-03-10")


def test_an_event_that_may_have_been_in_the_range_is_in_it(page: Page, timeline: Path) -> None:
    page.goto(f"{timeline.as_uri()}#from=2031-02-03&to=2031-02-09")
    expect(page.locator("#t-e-month")).to_be_visible()
    expect(page.locator("#t-e-call")).to_be_hidden()


def test_a_link_to_a_row_that_the_range_hides_shows_it(page: Page, timeline: Path) -> None:
    page.goto(f"{timeline.as_uri()}#from=2031-02-03&to=2031-02-09")
    expect(page.locator("#t-e-call")).to_be_hidden()
    page.evaluate("location.hash = 't-e-call'")
    expect(page.locator("#t-e-call")).to_be_in_viewport()


def test_pointing_at_a_mark_or_reaching_it_by_key_shows_its_words(page: Page, timeline: Path) -> None:
    page.goto(timeline.as_uri())
    words = page.locator(".peek")
    expect(words).to_be_hidden()
    marks(page, "contacts").first.hover()
    expect(words).to_be_visible()
    expect(words.locator("a.words")).not_to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("group", name="Events over time").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("svg.lane .event a:focus")).to_have_count(1)
    expect(words).to_be_visible()
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()


def test_a_mark_of_several_events_zooms_in_on_them(page: Page, timeline: Path) -> None:
    page.goto(timeline.as_uri())
    several = marks(page, "talks").filter(has=page.locator("text")).first
    count = int(several.locator("text").text_content() or "")
    several.click()
    expect(page.get_by_role("status")).not_to_contain_text("15 of 15")
    assert count <= shown(page).count() < page.locator("tr[data-span]").count()


def test_dragging_moves_and_the_strip_marks_a_range(page: Page, timeline: Path) -> None:
    page.goto(timeline.as_uri())
    box = page.locator(".whole").bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.2 * box["width"], box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 12, steps=5)
    page.mouse.up()
    expect(page).to_have_url(f"{timeline.as_uri()}#from=2031-01-28&to=2031-02-27")
    lane = page.locator("svg.lane").first.bounding_box()
    assert lane
    page.mouse.move(lane["x"] + 0.5 * lane["width"], lane["y"] + 2)
    page.mouse.down()
    page.mouse.move(lane["x"] + 0.7 * lane["width"], lane["y"] + 2, steps=5)
    page.mouse.up()
    later = page.url
    assert later < f"{timeline.as_uri()}#from=2031-01-28"


def test_a_finger_is_shown_the_words_first(browser: Browser, timeline: Path) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(timeline.as_uri())
    marks(page, "contacts").first.tap()
    expect(page.locator(".peek")).to_be_in_viewport(ratio=1)
    assert "#" not in page.url
    page.locator(".peek").get_by_text("In the list").tap()
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


def test_what_nothing_dates_has_a_lane_of_its_own_and_stays(page: Page, timeline: Path) -> None:
    page.goto(timeline.as_uri())
    lane = page.locator("tr", has=page.get_by_role("link", name="Without a date"))
    expect(lane.locator("svg")).to_have_count(2)
    lane.locator("li a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("date unknown")
    page.goto(f"{timeline.as_uri()}#from=2031-03-01&to=2031-03-10")
    expect(lane.locator("svg")).to_have_count(2)


def test_statuses_differ_by_shape(page: Page, timeline: Path) -> None:
    page.goto(timeline.as_uri())
    for status in ("held", "planned", "cancelled", "rumoured"):
        drawn = page.locator(f"svg.lane .event.{status} use")
        assert {one.get_attribute("href") for one in drawn.all()} == {f"#shape-{status}"}


@pytest.fixture
def narrow(page: Page) -> Page:
    page.set_viewport_size({"width": 360, "height": 800})
    return page


def test_on_a_narrow_window_the_picture_fits_and_its_buttons_can_be_pressed(narrow: Page, timeline: Path) -> None:
    narrow.goto(timeline.as_uri())
    assert narrow.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    for button in narrow.locator(".zoom button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 40
