"""The app in a real browser: review by keyboard alone, a rebuild, actors merged, a statement added by selecting it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from onrecord.model import Actor, Reading
from onrecord.resolve import statements
from onrecord.serve._app import application
from onrecord.serve._guard import lock_for
from onrecord.serve._live import Live
from onrecord.serve._run import _listening
from onrecord.store import Record, Writer
from tests.browser import axe
from tests.browser.test_dossier import _CONTRAST
from tests.made import Quote, article, reading
from tests.publish import sample

pytestmark = pytest.mark.browser

TWENTY = 20
PATIENT = 60_000  # milliseconds; the first page of the dossier is made when it is first asked for
LENGTHS = [f"The ferry to pier {number} will sail" for number in range(TWENTY + 5)]
SPEAKER = Actor("a-holm", "Aud Holm", "person", "Orlund", ())
TRUCE = ("ceasefire", "immediate-ceasefire")


def ferry(cut: int = 0) -> Reading:
    """An article of twenty-five statements; a newer reader leaves out the first words of each."""
    text = " ".join(f"Aud Holm said {words}." for words in LENGTHS)
    quotes = (Quote("Aud Holm", "said", words[cut:], ((*TRUCE, "support"),)) for words in LENGTHS)
    return reading(article("ferry.txt", text), *quotes)


def build(path: Path, one: Reading, made_with: str) -> None:
    """The record of one article, built for the first time or again."""
    with Writer(path) as writer:
        writer.add(one, made_with)
        writer.about({"codebook": Path(sample.__file__).with_name("valley.yaml").read_text(encoding="utf-8")})
        said = statements(one, {(one.article.id, n): "a-holm" for n in range(len(LENGTHS))}, {"a-holm": SPEAKER})
        writer.collect([SPEAKER], said, [], [])
        writer.finish()


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of the app on a record."""
    with _listening("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        app = application(Live(path, patience=60), lock_for("127.0.0.1", port), "mira")
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages that fail the test when the console shows an error, or anything but the server is asked."""
    wrong: list[str] = []
    contexts = []

    def opened(address: str, width: int = 1200, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda sent: None if sent.url.startswith((address, "data:")) else wrong.append(sent.url))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def test_twenty_are_reviewed_by_keyboard_alone_and_kept_through_a_rebuild(
    tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    path = tmp_path / "ferry.onrecord"
    build(path, ferry(), "one reader")
    with served(path) as address:
        page = open_page(address)
        page.goto(f"{address}/review")
        for number in range(TWENTY):
            expect(page.locator(".where")).to_contain_text(f"{number + 1} of {len(LENGTHS)}")
            page.keyboard.press("r" if number % 4 == 3 else "a")
        expect(page.locator("body")).to_have_attribute("data-sent", str(TWENTY), timeout=PATIENT)
        page.keyboard.press("u")
        expect(page.locator(".said")).to_contain_text("Taken back")
        page.keyboard.press("r")
        expect(page.locator("body")).to_have_attribute("data-sent", str(TWENTY))

        judged = {one.target: one.kind for one in Record(path).judgements()}
        build(path, ferry(4), "a newer reader")

        page.goto(f"{address}/search?judged=yes")
        expect(page.locator("#found")).to_have_text("15 statements")
        page.goto(f"{address}/search?judged=rejected")
        expect(page.locator("#found")).to_have_text("5 statements")
        page.goto(f"{address}/review")
        expect(page.locator(".where")).to_contain_text("1 of 5")
    record = Record(path)
    assert len([one for one in judged.values() if one != "undo"]) == TWENTY
    assert [len(record.statements()), len(record.rejected())] == [20, 5]
    kept = [one for one in record.statements() if one.judged == "accepted"]
    text = record.articles()[0].text
    words = {text[span.start : span.end] for one in kept for span in one.attribution.content}
    assert len(words) == 15
    assert words < set(LENGTHS)


def test_a_correction_is_made_by_keyboard_and_shown_at_once(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    path = sample.record(tmp_path / "valley.onrecord").path
    with served(path) as address:
        page = open_page(address)
        page.goto(f"{address}/review?q=village")
        page.locator(".card .speaker", has_text="Ilsa Brandt").wait_for()
        page.keyboard.press("e")
        speaker = page.get_by_label("Speaker")
        expect(speaker).to_be_focused()
        speaker.fill("tomas pel")
        page.get_by_role("option", name="Tomas Pell (Ostrel)").wait_for()
        page.keyboard.press("Enter")
        expect(speaker).to_have_value("Tomas Pell")
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-sent", "1")
        page.keyboard.press("k")
        expect(page.locator(".card .speaker")).to_contain_text("Tomas Pell")
    (one,) = Record(path).judgements()
    assert (one.kind, one.value) == ("speaker", {"actor": "a-pell", "speaker": "Tomas Pell"})


def test_words_are_corrected_by_keyboard_alone_and_cannot_be_typed_over(
    tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    path = sample.record(tmp_path / "valley.onrecord").path
    with served(path) as address:
        page = open_page(address)
        page.goto(f"{address}/review?q=two+villages")
        page.locator(".card").wait_for()
        page.keyboard.press("e")
        words = page.get_by_role("textbox", name="Words of the article").last
        words.focus()
        page.keyboard.press("Home")
        page.keyboard.press("Control+End")
        page.keyboard.type("xyz")
        page.keyboard.press("Delete")
        page.keyboard.press("ArrowLeft")
        for _ in range(3):
            page.keyboard.press("Control+Shift+ArrowLeft")
        page.keyboard.press("w")
        expect(page.locator(".told.content")).to_have_text("be given up")
        page.get_by_role("button", name="Keep the correction").click()
        expect(page.locator("body")).to_have_attribute("data-sent", "1", timeout=PATIENT)
    (one,) = Record(path).judgements()
    text = next(each.text for each in sample.ARTICLES if each.id == one.machine["article"])
    assert [text[start:end] for start, end in one.value["content"]] == ["be given up"]


_SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".passage"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}"""


def test_a_statement_that_was_missed_is_selected_behind_emoji_and_added(
    tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    path = tmp_path / "emoji.onrecord"
    text = "😀👩‍👩‍👧 e\u0301 Aud Holm warned that the harbour would close."
    build(path, reading(article("emoji.txt", text)), "one reader")
    with served(path) as address:
        page = open_page(address)
        page.goto(f"{address}/articles/emoji.txt/add")
        page.locator(".edit").wait_for()
        for words, part in (("that the harbour would close", "What is said"), ("Aud Holm", "Who says it")):
            assert page.evaluate(_SELECT, words)
            page.get_by_role("button", name=part, exact=True).click()
        page.get_by_label("Speaker").fill("Aud Holm")
        page.get_by_role("button", name="Add it").click()
        expect(page).to_have_url(re.compile(r"/articles/x[0-9a-f]+\.html$"), timeout=PATIENT)
    (one,) = Record(path).statements()
    (content,), (source,) = one.attribution.content, one.attribution.source
    assert text[content.start : content.end] == "that the harbour would close"
    assert text[source.start : source.end] == "Aud Holm"
    assert (one.judged, one.actor) == ("added", "a-holm")


def test_two_actors_are_merged_and_every_page_agrees(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    path = sample.record(tmp_path / "valley.onrecord").path
    with served(path) as address:
        page = open_page(address)
        page.goto(f"{address}/actors/a-lund.html")
        page.get_by_label("The same as").fill("Ilsa Brandt")
        page.get_by_role("button", name="Merge").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Ilsa Brandt")
        expect(page.locator("main")).to_contain_text("two villages could be given up")
        for where in ("index.html", "actors.html", "search", "issues/territory.html", "articles/art-copy.html"):
            page.goto(f"{address}/{where}")
            linked = page.locator("main a:not(.words)", has_text="Vera Lund")
            assert linked.count() == 0, where
        page.goto(f"{address}/search?actor=a-brandt&q=villages")
        expect(page.locator("#found")).to_have_text("1 statement")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1400])
def test_every_page_fits_its_window_every_word_stands_out_and_axe_finds_no_fault(
    tmp_path: Path, open_page: Callable[..., Page], width: int, scheme: str
) -> None:
    path = sample.record(tmp_path / "valley.onrecord").path
    with served(path) as address:
        page = open_page(address, width, scheme)
        for where, ready in (
            ("search", "#found"), ("review", ".card"), ("conflicts", "h1"), ("judgements", "h1"),
            ("review/bulk?verdict=reject", "h1"), ("articles/art-tabloid/add", ".edit"), ("actors/a-pell.html", "h1"),
        ):  # fmt: skip
            page.goto(f"{address}/{where}")
            page.locator(ready).first.wait_for()
            if where == "review":
                page.keyboard.press("e")
                page.locator(".edit").wait_for()
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, where
            assert page.evaluate(_CONTRAST) == [], where
            if (width, scheme) in axe.LOOKS:
                assert axe.faults(page) == [], where
