"""The dossier as one file in a real browser: it shows a page at a time, and asks for nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from onrecord.publish import single_file
from tests.publish import sample

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single")
    return single_file(sample.record(folder / "valley.onrecord"), folder / "valley.html")


@pytest.fixture
def alone(page: Page, file: Path) -> Iterator[Page]:
    """The file, opened; fails the test when anything else is asked for."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.partition("#")[0]))
    page.goto(file.as_uri())
    yield page
    assert {url for url in asked if not url.startswith("data:")} == {file.as_uri()}


def shown(page: Page) -> Locator:
    return page.locator("main:visible")


def test_a_cell_leads_to_the_marked_words(alone: Page) -> None:
    cell = shown(alone).locator("table.matrix tr", has_text="Territory").locator("td").first
    cell.hover()
    cell.locator("a.words").click()
    expect(shown(alone)).to_have_count(1)
    expect(alone.locator(":target")).to_have_text("“We will not sign away a single village,”")
    expect(alone.locator(":target")).to_be_in_viewport()
    assert alone.locator(".content-here").all_inner_texts() == [
        "“We will not sign away a single village,”",
        "“and nobody should ask us to.”",
    ]
    expect(alone.locator(".note-here")).to_be_visible()


def test_pages_have_their_titles_and_the_way_back(alone: Page) -> None:
    expect(alone).to_have_title("Overview – onrecord")
    alone.evaluate("scrollTo(0, 300)")
    alone.wait_for_function("scrollY === 300")
    link = alone.locator("header a", has_text="Timeline")
    link.evaluate("e => e.click()")
    expect(alone).to_have_title("Timeline – onrecord")
    expect(link).to_have_attribute("aria-current", "page")
    assert alone.evaluate("scrollY") == 0
    alone.go_back()
    expect(alone).to_have_title("Overview – onrecord")
    assert alone.evaluate("scrollY") == 300
    expect(alone.locator("header [aria-current]")).to_have_text("Overview")
    alone.go_forward()
    expect(alone).to_have_title("Timeline – onrecord")


@pytest.mark.parametrize("statement", sample.STATEMENTS, ids=lambda one: one.id)
def test_a_statement_has_an_address_to_send(page: Page, file: Path, statement: object) -> None:
    assert isinstance(statement, type(sample.STATEMENTS[0]))
    page.goto(f"{file.as_uri()}#articles/{statement.article}.html/s-{statement.id}")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(shown(page)).to_have_count(1)
    article = next(one for one in sample.ARTICLES if one.id == statement.article)
    pieces = [article.text[span.start : span.end] for span in statement.attribution.content]
    assert "".join(page.locator(".content-here").all_inner_texts()) == "".join(pieces)


def test_the_search_finds_and_leads_there_and_back(alone: Page) -> None:
    alone.keyboard.press("/")
    words = alone.get_by_role("searchbox")
    expect(words).to_be_focused()
    words.fill("single village")
    found = shown(alone).locator("#search\\.html\\/found li")
    expect(found).to_have_count(1)
    assert alone.url.endswith("#search.html/words=single+village")
    found.get_by_role("link").first.click()
    expect(alone.locator(":target")).to_be_in_viewport()
    alone.go_back()
    expect(words).to_have_value("single village")
    expect(found).to_have_count(1)
    alone.reload()
    expect(words).to_have_value("single village")
    expect(found).to_have_count(1)


def test_a_link_that_a_script_made_can_be_copied(alone: Page) -> None:
    alone.goto(alone.url + "#search.html/words=single+village")
    link = shown(alone).locator("#search\\.html\\/found a").first
    link.hover()
    assert (link.get_attribute("href") or "").startswith("#articles/art-wire.html/s-")


def test_each_issue_is_narrowed_by_itself(alone: Page) -> None:
    for name in ("ceasefire", "territory"):
        alone.goto(f"{alone.url.partition('#')[0]}#issues/{name}.html")
        every = shown(alone).locator(".statement:visible").count()
        alone.get_by_role("combobox", name="Side").select_option("Ostrel")
        left = shown(alone).locator(".statement:visible").count()
        assert 0 < left < every
        expect(alone.get_by_role("status")).to_have_text(f"{left} of {every}")


def test_the_keyboard_reaches_the_text_and_pages_by_it(alone: Page) -> None:
    alone.keyboard.press("Tab")
    expect(alone.get_by_role("link", name="Skip to the text")).to_be_focused()
    alone.keyboard.press("Enter")
    expect(shown(alone)).to_be_focused()
    alone.locator("header a", has_text="Who speaks").focus()
    alone.keyboard.press("Enter")
    expect(alone).to_have_title("Who speaks – onrecord")
    expect(shown(alone)).to_be_focused()


def test_escape_puts_the_words_of_a_cell_away(alone: Page) -> None:
    words = shown(alone).locator(".peek").first
    shown(alone).locator("a.cell").first.focus()
    expect(words).to_be_in_viewport(ratio=1)
    alone.keyboard.press("Escape")
    expect(words).to_be_hidden()


def test_all_pages_can_be_shown_one_after_the_other(alone: Page) -> None:
    pages = alone.locator("main").count()
    alone.get_by_role("link", name="All pages, one after the other").click()
    expect(shown(alone)).to_have_count(pages)
    alone.go_back()
    expect(shown(alone)).to_have_count(1)


def test_without_scripts_all_pages_stand_one_after_the_other(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(shown(page)).to_have_count(page.locator("main").count())
    assert page.locator("h1").first.inner_text() == "Who stands where"
    page.locator("table.matrix td:has(a.words)").first.hover()
    page.locator("table.matrix a.words").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_no_page_is_wider_than_its_window(alone: Page, width: int) -> None:
    alone.set_viewport_size({"width": width, "height": 800})
    for name in alone.locator("main").evaluate_all("all => all.map(one => one.id)"):
        alone.evaluate("name => { location.hash = name }", name)
        wide = alone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, name


def test_hostile_words_are_words(alone: Page) -> None:
    alone.goto(alone.url.partition("#")[0] + "#articles/art-tabloid.html")
    assert shown(alone).locator("h1").inner_text() == sample.HOSTILE
    assert alone.locator("main script").count() == 0


def test_what_is_chosen_on_a_page_stands_in_the_address(alone: Page) -> None:
    alone.goto(alone.url.partition("#")[0] + "#search.html")
    alone.get_by_role("combobox", name="Stance").select_option("oppose")
    assert alone.url.endswith("#search.html/stance=oppose")
    alone.get_by_role("combobox", name="Stance").select_option("")
    assert alone.url.endswith("#search.html")
