"""Every kind of page of the dossier, looked over by axe; the app's are in test_app.py."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from onrecord.publish import brief
from onrecord.store import Record
from tests.browser import axe

pytestmark = pytest.mark.browser


def kinds(folder: Path) -> list[Path]:
    """A page of each kind: those that stand alone, and the largest of those that there are many of."""
    many = [sorted(path.glob("*.html")) for path in sorted(folder.iterdir()) if path.is_dir()]
    return sorted(folder.glob("*.html")) + [max(pages, key=lambda path: path.stat().st_size) for pages in many if pages]


@pytest.mark.parametrize(("width", "scheme"), axe.LOOKS)
def test_nothing_is_wrong_with_a_page_of_any_kind(
    page: Page, index: Path, tmp_path: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    two_pages = brief(Record(index.parent.parent / "valley.onrecord"), tmp_path / "brief.html")
    for path in [*kinds(index.parent), two_pages]:
        page.goto(path.as_uri())
        if path.name == "search.html":
            page.get_by_role("searchbox").fill("village")
            expect(page.locator("#found li").first).to_be_visible()
        assert axe.faults(page) == [], path.name


def test_a_fault_is_found(page: Page, index: Path) -> None:
    page.goto(index.as_uri())
    page.evaluate("document.querySelector('main').innerHTML = '<input>'")
    assert any(fault.startswith("label (critical)") for fault in axe.faults(page))
