"""The dossier's pages live: of the record as it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Reading
from onrecord.publish import Views, contents
from onrecord.store import Record, Writer
from tests.made import Quote, article, reading
from tests.publish import sample
from tests.serve.conftest import Browser, opened


def test_every_page_of_the_dossier_is_there_and_leads_to_pages_that_are(browser: Browser) -> None:
    for name in contents(Views(browser.record)):
        answer = browser.get(f"/{name}")
        assert answer.status_code == 200, name
        assert 'href="' + "../" * name.count("/") + 'review"' in answer.text


def test_a_page_that_is_not_there_says_so(browser: Browser) -> None:
    for path in ("/nothing.html", "/static/../__init__.py", "/static/base.html", "/articles/none.html", "/%2e%2e/x"):
        answer = browser.get(path)
        assert answer.status_code == 404
        assert "There is no such page" in answer.text


def test_what_is_judged_shows_on_the_next_page(browser: Browser) -> None:
    words = "We will not sign away a single village"
    assert words in browser.get("/index.html").text

    browser.judge({"kind": "reject", "target": browser.statement(words)})

    assert words not in browser.get("/index.html").text


def test_a_record_that_is_built_again_is_shown_as_it_is_then(browser: Browser) -> None:
    browser.get("/search")
    more = article("late.txt", "Premier Dagna Tvedholt said the ferry would sail on Sunday.", title=None)

    with Writer(browser.path) as writer:
        writer.add(reading(more, Quote("Premier Dagna Tvedholt", "said", "the ferry would sail on Sunday")), "by hand")
        writer.collect(sample.ACTORS, sample.STATEMENTS, sample.EVENTS, ())
        writer.finish()

    assert "the ferry would sail on Sunday" in browser.get("/search?q=ferry").text
    assert "late.txt" in browser.get("/articles.html").text


def test_hostile_titles_and_words_are_words(browser: Browser) -> None:
    for path in ("/search", "/review", "/judgements", "/articles/art-tabloid/add", "/review/bulk?verdict=reject"):
        page = browser.get(path).text
        assert "<script>alert" not in page, path
        assert "<b>League" not in page
    searched = browser.get("/search", params={"q": '"><img src=x onerror=alert(1)>', "side": "<b>", "page": "x"})
    assert searched.status_code == 200
    assert "<img" not in searched.text


@pytest.mark.parametrize("words", ["\0", '"', "* OR (", "NEAR(a b)", "\u202e\u2067", "a" * 5000, "😀", "\ud800"])
def test_no_words_are_a_query_or_break_the_search(browser: Browser, words: str) -> None:
    query = words.encode("utf-8", "surrogatepass")
    answer = browser.get("/search?q=" + "".join(f"%{byte:02x}" for byte in query))

    assert answer.status_code == 200


def test_a_line_of_a_megabyte_is_shown_around_its_statement(tmp_path: Path) -> None:
    said = "the bridge will open"
    long = article("long.txt", "word " * 100_000 + f"Vera Lund said {said}. " + "word " * 100_000)
    path = _built(tmp_path, reading(long, Quote("Vera Lund", "said", said)))

    shown = opened(path).get(f"/statements/{Record(path).statements()[0].id}.json").json()

    (passage,) = shown["passage"]
    [[start, end]] = shown["content"]
    assert passage["text"][start - passage["start"] : end - passage["start"]] == said
    assert len(passage["text"]) < 5000


def test_offsets_count_characters_also_behind_those_that_a_browser_counts_twice(tmp_path: Path) -> None:
    one = article("emoji.txt", "😀😀 e\u0301 \u202eשלום\u202c Vera Lund said the bridge will open.")
    path = _built(tmp_path, reading(one, Quote("Vera Lund", "said", "the bridge will open")))

    shown = opened(path).get(f"/statements/{Record(path).statements()[0].id}.json").json()

    [[start, end]] = shown["content"]
    text = shown["passage"][0]["text"]
    assert text[start:end] == "the bridge will open"


def test_a_record_that_is_gone_is_said_to_be(browser: Browser) -> None:
    browser.path.unlink()

    answer = browser.get("/search")

    assert answer.status_code == 503
    assert "no such record" in answer.text


def _built(folder: Path, one: Reading) -> Path:
    with Writer(folder / "r.onrecord") as writer:
        writer.add(one, "by hand")
        writer.about({"codebook": Path(sample.__file__).with_name("valley.yaml").read_text(encoding="utf-8")})
        writer.collect((), (), (), ())
        writer.finish()
    return folder / "r.onrecord"
