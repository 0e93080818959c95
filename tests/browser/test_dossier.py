"""The dossier in a real browser, from the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.publish import sample

pytestmark = pytest.mark.browser


def test_a_cell_leads_to_the_marked_words(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    cell = page.locator("table.matrix tr", has_text="Territory").locator("td").first
    words = cell.locator("a.words")
    cell.hover()
    expect(words).to_contain_text("We will not sign away a single village")
    words.click()

    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target).to_have_text("“We will not sign away a single village,”")
    highlighted = page.locator(".content-here")
    assert highlighted.all_inner_texts() == [
        "“We will not sign away a single village,”",
        "“and nobody should ask us to.”",
    ]
    plain = page.locator(".content:not(.content-here)").first
    colour = "element => getComputedStyle(element).backgroundColor"
    assert highlighted.first.evaluate(colour) != plain.evaluate(colour)


def test_a_cell_leads_to_its_sides_part_of_the_issue(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    page.locator("table.matrix tr", has_text="Truce at once").locator("td").nth(1).locator("a.cell").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ceasefire")
    expect(page.locator(":target")).to_contain_text("Ostrel")
    expect(page.locator(":target")).to_be_in_viewport()


def test_every_statement_is_shown_at_its_words(page: Page, index: Path) -> None:
    for statement in sample.STATEMENTS:
        page.goto(f"{(index.parent / 'articles' / statement.article).as_uri()}.html#s-{statement.id}")
        expect(page.locator(":target")).to_be_in_viewport()
        article = next(one for one in sample.ARTICLES if one.id == statement.article)
        pieces = [article.text[span.start : span.end] for span in statement.attribution.content]
        assert "".join(page.locator(".content-here").all_inner_texts()) == "".join(pieces)


def test_a_role_leads_to_the_words_that_give_it(page: Page, index: Path) -> None:
    page.goto((index.parent / "actors" / "a-brandt.html").as_uri())
    page.get_by_role("link", name="foreign minister, Varland").click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("Foreign Minister")


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_no_page_is_wider_than_its_window(page: Page, index: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in sorted(index.parent.rglob("*.html")):
        page.goto(path.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, path.name


_ALL_COLUMNS = """() => document.querySelectorAll(".matrix tr").forEach(
  row => { while (row.cells.length < 9) row.append(row.cells[1].cloneNode(true)); })"""


def test_as_many_sides_as_the_matrix_shows_fit_a_wide_window(page: Page, index: Path) -> None:
    page.set_viewport_size({"width": 1400, "height": 800})
    page.goto(index.as_uri())
    page.evaluate(_ALL_COLUMNS)
    assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.scroll'))") == 0


def test_an_edge_that_more_lies_beyond_is_shaded_until_it_is_scrolled_to(page: Page, index: Path) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.emulate_media(color_scheme="light")
    page.goto(index.as_uri())
    matrix = page.locator(".scroll").first

    def pixels() -> bytes:
        box = matrix.bounding_box()
        assert box
        return page.screenshot(clip={"x": 996, "y": box["y"] + 2, "width": 3, "height": 3})

    fitting = pixels()
    page.evaluate(_ALL_COLUMNS)
    more_beyond = pixels()
    matrix.evaluate("e => { e.scrollLeft = e.scrollWidth }")
    at_the_end = pixels()

    assert fitting == at_the_end != more_beyond


def test_hostile_words_are_words(page: Page, index: Path) -> None:
    page.goto((index.parent / "articles" / "art-tabloid.html").as_uri())
    assert page.locator("h1").inner_text() == sample.HOSTILE
    assert page.locator("main script").count() == 0


def test_without_its_script_the_dossier_still_leads_to_the_words(page: Page, index: Path) -> None:
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(index.as_uri())
    page.locator("table.matrix td:has(a.words)").first.hover()
    page.locator("table.matrix a.words").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    background = page.locator(":target .content").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert background not in ("rgba(0, 0, 0, 0)", "transparent")


def test_the_keyboard_reaches_the_text_first(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


_CONTRAST = """() => {
  const linear = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const rgb = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * (top[3] ?? 1) + under[i] * (1 - (top[3] ?? 1)));
  const paper = e => {
    if (!e) return [255, 255, 255];
    const c = rgb(getComputedStyle(e).backgroundColor);
    return (c[3] ?? 1) === 1 ? c : over(c, paper(e.parentElement));
  };
  const low = [];
  for (const e of document.querySelectorAll("body *")) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const style = getComputedStyle(e), ink = rgb(e instanceof SVGTextContentElement ? style.fill : style.color);
    const [a, b] = [light(over(ink, paper(e))), light(paper(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) low.push(e.className + ": " + e.textContent.slice(0, 40));
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_paper(page: Page, index: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in sorted(index.parent.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate(_CONTRAST) == [], path.name
    target = f"articles/{sample.STATEMENTS[0].article}.html"
    page.goto((index.parent / target).as_uri() + f"#s-{sample.STATEMENTS[0].id}")
    assert page.evaluate(_CONTRAST) == []


def test_the_newest_words_of_a_cell_come_with_the_focus_and_go_with_escape(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    words = page.locator("table.matrix .peek").first
    expect(words).to_be_hidden()
    page.locator("table.matrix a.cell").first.focus()
    expect(words).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    expect(words.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()


def test_the_search_finds_words_and_narrows_them(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    page.keyboard.press("/")
    words = page.get_by_role("searchbox")
    expect(words).to_be_focused()
    words.fill("VILLAGE tomas")
    expect(page.get_by_role("status")).to_have_text("0 found.")
    words.fill("single village")
    found = page.locator("#found li")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("Ilsa Brandt (Varland)")
    words.fill("")
    page.get_by_label("Stance").select_option("oppose")
    page.get_by_label("Side").select_option("Ostrel")
    expect(page.get_by_role("status")).to_have_text("2 found.")
    page.reload()
    expect(page.get_by_role("status")).to_have_text("2 found.")
    found.get_by_role("link").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_what_is_found_is_never_html(page: Page, index: Path) -> None:
    page.goto((index.parent / "search.html").as_uri())
    page.get_by_role("searchbox").fill("envoy <script>")
    expect(page.locator("#found")).to_contain_text(sample.HOSTILE)
    assert page.locator("#found script").count() == 0
    page.get_by_role("searchbox").fill("[.*\\")
    expect(page.get_by_role("status")).to_have_text("0 found.")


def test_statements_on_an_issue_are_narrowed_and_a_link_to_one_shows_it(page: Page, index: Path) -> None:
    page.goto((index.parent / "issues" / "ceasefire.html").as_uri())
    shown = page.locator(".statement:visible")
    every = shown.count()
    page.get_by_role("combobox", name="Side").select_option("Ostrel")
    page.get_by_role("combobox", name="Stance").select_option("opposes")
    assert 0 < shown.count() < every
    expect(page.get_by_role("status")).to_have_text(f"{shown.count()} of {every}")
    page.evaluate("location.hash = document.querySelector('section[hidden] h3').id")
    expect(page.locator(":target")).to_be_in_viewport()
    assert shown.count() == every


def test_a_mark_of_the_course_leads_to_its_words(page: Page, index: Path) -> None:
    page.goto((index.parent / "issues" / "territory.html").as_uri())
    page.locator(".course .mark.oppose a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_what_belongs_together_is_shown_by_pointing_at_it(page: Page, index: Path) -> None:
    page.goto((index.parent / "articles" / "art-wire.html").as_uri())
    page.get_by_text("told reporters").hover()
    together = page.locator(".text .kin").all_inner_texts()
    assert together == [
        "“We will not sign away a single village,”",
        "Brandt",
        "told reporters",
        "“and nobody should ask us to.”",
    ]
