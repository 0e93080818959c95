"""Who may ask, and what a browser may do with the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from onrecord import publish
from onrecord.serve._app import application
from onrecord.serve._guard import LARGEST, is_loopback, lock_for
from onrecord.serve._live import Live
from tests.publish import sample
from tests.serve.conftest import HERE, Browser, opened


@pytest.mark.parametrize("path", ["/index.html", "/search", "/static/review.js", "/nothing", "/statements/x.json"])
def test_every_answer_forbids_what_is_not_its_own(browser: Browser, path: str) -> None:
    headers = browser.get(path).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "path", ["/index.html", "/search", "/review", "/conflicts", "/judgements", "/actors/a-pell.html"]
)
def test_no_page_has_script_or_style_in_it(browser: Browser, path: str) -> None:
    page = browser.get(path).text

    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="module" src=')
    assert " onclick" not in page


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost.evil.example", "[", ""])
def test_a_name_that_is_not_this_servers_is_turned_away(browser: Browser, host: str) -> None:
    assert browser.get("/search", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST"])
def test_its_own_names_are_let_in(browser: Browser, host: str) -> None:
    assert browser.get("/search", headers={"host": host}).status_code == 200


def test_what_goes_wrong_in_the_program_is_said_without_its_insides(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = opened(browser.path, raise_server_exceptions=False)
    monkeypatch.setattr(publish, "rendered", lambda *_: 1 / 0)

    answer = quiet.get("/index.html")

    assert answer.status_code == 500
    assert "Something went wrong in the program" in answer.text
    assert "division" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def changing(browser: Browser) -> list[str]:
    """The paths of everything that changes something."""
    routes = (route for route in browser.app.app.routes if isinstance(route, Route))  # type: ignore[attr-defined]
    return [route.path for route in routes if "POST" in (route.methods or set())]


def test_nothing_is_changed_without_the_pages_token(browser: Browser) -> None:
    paths = changing(browser)

    assert len(paths) >= 6
    for path in paths:
        for token in ("", "0" * 64, "é"):
            answer = browser.post(path, data={"csrf": token}, headers={"origin": HERE})
            assert answer.status_code == 403, path
            assert "Reload" in answer.text


def test_nothing_is_changed_from_another_site(browser: Browser) -> None:
    token = browser.token()
    for path in changing(browser):
        for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {}, {"referer": "http://evil.example/"}):
            assert browser.post(path, data={"csrf": token}, headers=headers).status_code == 403, path
    assert browser.record.judgements() == ()


def test_the_token_of_another_session_is_none(browser: Browser) -> None:
    other = opened(browser.path)
    sent = {"csrf": other.token(), "name": "ole"}

    assert browser.post("/who", data=sent, headers={"origin": HERE}).status_code == 403


def test_more_than_a_form_can_hold_is_not_read(browser: Browser) -> None:
    headers = {"origin": HERE, "x-csrf": browser.token(), "content-type": "application/json"}

    assert browser.post("/judgements", content=b" " * (LARGEST + 1), headers=headers).status_code == 413
    chunks = (b" " * 100_000 for _ in range(12))
    assert browser.post("/judgements", content=chunks, headers=headers).status_code == 413


@pytest.mark.parametrize(
    "sent", [b"", b"{", b"[]", b"[" * 100_000, b"\xff", b'{"judgements": 3}', b'{"judgements": []}']
)
def test_what_cannot_be_read_is_refused(browser: Browser, sent: bytes) -> None:
    headers = {"origin": HERE, "x-csrf": browser.token(), "content-type": "application/json"}

    assert browser.post("/judgements", content=sent, headers=headers).status_code == 400


def test_elsewhere_than_here_nothing_is_shown_without_the_token(tmp_path: Path) -> None:
    record = sample.record(tmp_path / "valley.onrecord")
    lock = lock_for("0.0.0.0", 8765)
    stranger = TestClient(application(Live(record.path), lock), "http://192.0.2.7:8765")

    assert lock.token
    for path in ("/", "/index.html", "/search", "/static/app.css", "/search?token=wrong", "/?token="):
        answer = stranger.get(path, follow_redirects=False)
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers
    assert stranger.get("/search", headers={"host": "evil.example"}).status_code == 421

    shown = stranger.get(f"/search?q=truce&token={lock.token}", follow_redirects=False)
    assert (shown.status_code, shown.headers["location"]) == (303, "/search?q=truce")
    assert "HttpOnly" in shown.headers["set-cookie"]
    assert stranger.get("/search").status_code == 200


def test_here_no_token_is_needed() -> None:
    assert lock_for("127.0.0.1", 8765).token is None
    assert lock_for("::1", 8765).token is None
    assert [is_loopback(one) for one in ("localhost", "127.8.8.8", "0.0.0.0", "192.0.2.7", "talks.example")] == [
        True, True, False, False, False,
    ]  # fmt: skip
