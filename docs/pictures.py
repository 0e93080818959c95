"""Takes the pictures of the docs from a real dossier, the sample's, and from the app on its record: `make pictures`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import onrecord

PICTURES = Path(__file__).parent / "pictures"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTH, HEIGHT = 1280, 900
PATIENT = 120_000  # milliseconds
SHOWN = "wire/2024-03-12-offer.html"  # the article
PAGES = {
    "overview": "index.html",
    "issue": "issues/territory.html#course",
    "timeline": "events.html",
    "search": "search.html#words=border&kind=Statements",
    "compare": "compare.html",
    "networks": "networks.html",
    "movement": "movement.html",
    "linkage": "linkage.html",
    "differences": "differences.html",
    "proposals": "proposals.html",
    "names": "naming.html",
    "method": "method.html",
}


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("there is no chromium: install it, then run this again")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shown = onrecord.demo(folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, path in (PAGES | of_record(onrecord.Record(shown.summary.record))).items():
            page.goto(shown.dossier.parent.as_uri() + "/" + path)
            page.screenshot(path=PICTURES / f"{name}.png")
        with served(shown.summary.record) as address:
            of_app(page, address, onrecord.Record(shown.summary.record))
        browser.close()


def of_record(record: onrecord.Record) -> dict[str, str]:
    """The pages whose paths hold an id: an article, and the person who says most."""
    (article,) = (article for article in record.articles() if article.name == SHOWN)
    said = Counter(statement.actor for statement in record.statements())
    people = [actor for actor in record.actors() if actor.kind == "person"]
    most = max(people, key=lambda actor: (said[actor.id], actor.id))
    return {"article": f"articles/{article.id}.html", "actor": f"actors/{most.id}.html"}


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of the app on a record."""
    command = [sys.executable, "-m", "onrecord", "serve", str(record), "--port", "0", "--by", "Mira"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        yield app.stdout.readline().strip()
        app.terminate()


def of_app(page: Page, address: str, record: onrecord.Record) -> None:
    """The app's search, its review with a correction begun, and what an actor's page has to put it right."""
    # A page that is not there yet shows itself as soon as it is.
    page.goto(f"{address}search?q=ceasefire&stance=support")
    page.locator("#found").wait_for(timeout=PATIENT)
    page.screenshot(path=PICTURES / "app-search.png")
    page.goto(f"{address}review")
    page.locator(".card").wait_for(timeout=PATIENT)
    page.keyboard.press("e")
    page.locator(".edit").wait_for()
    page.screenshot(path=PICTURES / "app-review.png")
    page.goto(address + of_record(record)["actor"] + "#change")
    page.locator("#change").wait_for(timeout=PATIENT)
    page.locator("#change").scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / "app-actor.png")


if __name__ == "__main__":
    main()
