"""Debian's Chromium, driven by Playwright. Where it is missing and cannot be installed the tests are skipped.

ONRECORD_NO_INSTALL=1 keeps the fixture from installing it; CI=true makes its absence a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.publish import dossier
from tests.publish import sample

_INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> str:
    found = shutil.which("chromium") or _installed()
    if found:
        return found
    reason = "there is no chromium, and it could not be installed"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _installed() -> str | None:
    may_install = os.environ.get("ONRECORD_NO_INSTALL") != "1" and os.geteuid() == 0
    if may_install and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(_INSTALL, shell=True, check=False, env=environment, capture_output=True)
    return shutil.which("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page of the sample's dossier."""
    folder = tmp_path_factory.mktemp("browser")
    return dossier(sample.record(folder / "valley.onrecord"), folder / "dossier")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when the console shows an error or anything but a file is asked for."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if _is_local(request.url) else wrong.append(f"asked for {request.url}"))
    page.on("dialog", lambda dialog: wrong.append(f"dialog {dialog.message}"))
    yield page
    context.close()
    assert wrong == []


def _is_local(url: str) -> bool:
    return url.startswith(("file:", "data:"))
