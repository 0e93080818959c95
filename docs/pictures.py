"""Takes the pictures of the docs from a real dossier, the sample's: `make pictures`."""

from __future__ import annotations

import shutil
import sys
import tempfile
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
SHOWN = "wire/2024-03-12-offer.html"


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("there is no chromium: install it, then run this again")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shown = onrecord.demo(folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(shown.dossier.as_uri())
        page.screenshot(path=PICTURES / "overview.png")
        (article,) = (a for a in onrecord.Record(shown.summary.record).articles() if a.name == SHOWN)
        page.goto((shown.dossier.parent / "articles" / f"{article.id}.html").as_uri())
        page.screenshot(path=PICTURES / "article.png")
        browser.close()


if __name__ == "__main__":
    main()
