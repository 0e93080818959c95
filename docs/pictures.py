"""Takes the pictures of the docs from a real dossier, the sample's: `make pictures`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

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
SHOWN = "wire/2024-03-12-offer.html"  # the article
PAGES = {
    "overview": "index.html",
    "issue": "issues/territory.html#course",
    "timeline": "events.html",
    "search": "search.html#words=border&kind=Statements",
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
        browser.close()


def of_record(record: onrecord.Record) -> dict[str, str]:
    """The pages whose paths hold an id: an article, and the person who says most."""
    (article,) = (article for article in record.articles() if article.name == SHOWN)
    said = Counter(statement.actor for statement in record.statements())
    people = [actor for actor in record.actors() if actor.kind == "person"]
    most = max(people, key=lambda actor: (said[actor.id], actor.id))
    return {"article": f"articles/{article.id}.html", "actor": f"actors/{most.id}.html"}


if __name__ == "__main__":
    main()
