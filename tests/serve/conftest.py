"""The app on the small record of the two states, asked as a browser asks it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.serve._app import application
from onrecord.serve._guard import lock_for
from onrecord.serve._live import Live
from onrecord.store import Record
from tests.publish import sample

HERE = "http://localhost:8765"


class Browser(TestClient):
    """A client that has opened a page, and sends its token and where it comes from with what it changes."""

    path: Path

    @property
    def record(self) -> Record:
        """The record as it is in the file."""
        return Record(self.path)

    def token(self) -> str:
        """The token of a page."""
        found = re.search(r'<meta name="csrf" content="([0-9a-f]+)">', self.get("/search").text)
        assert found
        return found.group(1)

    def submit(self, path: str, **form: str) -> Any:
        """Send a form of a page."""
        return self.post(path, data={"csrf": self.token(), **form}, headers={"origin": HERE}, follow_redirects=False)

    def judge(self, *judgements: dict[str, Any]) -> Any:
        """Send judgements as the script does."""
        headers = {"origin": HERE, "x-csrf": self.token(), "accept": "application/json"}
        return self.post("/judgements", json={"judgements": list(judgements)}, headers=headers)

    def statement(self, words: str) -> str:
        """The id of the statement with these words."""
        texts = {article.id: article.text for article in self.record.articles()}
        spans = ((one, span) for one in self.record.statements() for span in one.attribution.content)
        return next(one.id for one, span in spans if words in texts[one.article][span.start : span.end])


def opened(path: Path, patience: float = 60, **more: Any) -> Browser:
    """A browser on the app of a record, which waits so many seconds for the newest."""
    browser = Browser(application(Live(path, patience), lock_for("127.0.0.1", 8765), "mira"), HERE, **more)
    browser.path = path
    return browser


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return opened(sample.record(tmp_path / "valley.onrecord").path)
