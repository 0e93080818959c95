"""The newest words of a cell of the matrix, under a finger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=[360, 800])
def touched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(has_touch=True, viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


def test_the_first_touch_on_a_cell_shows_its_words_and_the_second_follows_it(touched: Page, index: Path) -> None:
    touched.goto(index.as_uri())
    cell = touched.locator("table.matrix a.cell").first
    words = touched.locator("table.matrix .peek").first
    cell.tap()
    expect(words).to_be_in_viewport(ratio=1)
    assert touched.url == index.as_uri()
    cell.tap()
    expect(touched.get_by_text("Issue", exact=True)).to_be_visible()
    assert "/issues/" in touched.url


def test_another_touch_shows_the_words_of_another_cell_alone(touched: Page, index: Path) -> None:
    touched.goto(index.as_uri())
    cells = touched.locator("table.matrix a.cell")
    cells.nth(0).tap()
    cells.nth(1).tap()
    expect(touched.locator("table.matrix .peek:visible")).to_have_count(1)
    expect(cells.nth(1).locator("xpath=../div")).to_be_visible()
    assert touched.url == index.as_uri()


def test_the_words_leave_the_cell_that_they_are_of_to_be_read(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    cell = page.locator("table.matrix a.cell").first
    cell.focus()
    words = page.locator("table.matrix .peek").first
    expect(words).to_be_visible()
    of, shown = cell.bounding_box(), words.bounding_box()
    assert of
    assert shown
    assert shown["y"] >= of["y"] + of["height"] - 2 or shown["y"] + shown["height"] <= of["y"] + 2
