"""Readers while a record is built and judged beside them: nobody waits, nothing fails, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

from evals.readers import JUDGING
from onrecord.serve._progress import Progress
from onrecord.store import Record, Writer, judge, judgement
from tests.made import Quote, article, reading
from tests.publish import sample
from tests.serve.conftest import opened

MORE = [
    reading(
        article(f"late-{number}.txt", f"Premier Dagna Tvedholt said ferry {number} would sail."),
        Quote("Premier Dagna Tvedholt", "said", f"ferry {number} would sail"),
    )
    for number in range(3)
]


def test_readers_see_a_whole_record_while_it_is_built_and_two_processes_judge(tmp_path: Path) -> None:
    path = sample.record(tmp_path / "valley.onrecord").path
    browser, stop, answers = opened(path), Event(), list[int]()

    def read() -> None:
        while not stop.is_set():
            answers.extend(
                browser.get(f"/{page}").status_code for page in ("search?q=ferry", "articles.html", "review")
            )
            sleep(0.05)

    readers = [Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    judging = [subprocess.Popen([sys.executable, "-c", JUDGING, str(path), by, "5"]) for by in ("mira", "ole")]
    for number, one in enumerate(MORE, 1):
        with Writer(path) as writer:
            writer.add(one, "by hand")
            writer.collect(sample.ACTORS, sample.STATEMENTS, sample.EVENTS, ())
            writer.finish()
        assert browser.get("/search?q=ferry").text.count('<li class="statement">') == number
    assert [process.wait(120) for process in judging] == [0, 0]
    stop.set()
    for reader in readers:
        reader.join()

    assert set(answers) == {200}
    assert len(Record(path).judgements()) == 10
    assert "10 judgements" in browser.get("/judgements").text


def test_who_does_not_wait_is_shown_the_record_as_it_was_with_a_word_on_it(tmp_path: Path) -> None:
    """Given a reader without patience, when somebody else judges, then the page says that it is from before, and soon
    it is not."""
    path = sample.record(tmp_path / "valley.onrecord").path
    browser = opened(path, patience=0)
    until = monotonic() + 60
    while browser.get("/index.html").status_code == 503:
        assert monotonic() < until
        sleep(0.01)

    judge(
        path,
        [judgement("merge", "a-lund", {"into": "a-brandt", "name": "Ilsa Brandt"}, {"name": "Vera Lund"}, by="ole")],
    )

    pages = [browser.get("/actors.html").text]
    while "It is being read again" in pages[-1]:
        assert "Vera Lund" in pages[-1]
        assert monotonic() < until
        pages.append(browser.get("/actors.html").text)
    assert "Vera Lund" not in pages[-1]
    assert len(pages) > 1


def test_before_anything_was_read_a_page_says_how_far_it_is_and_asks_again(tmp_path: Path) -> None:
    browser = opened(sample.record(tmp_path / "valley.onrecord").path, patience=0)

    answer = browser.get("/search")

    assert answer.status_code == 503
    assert answer.headers["refresh"]
    assert "Reading the" in answer.text
    told = browser.get("/review/queue.json", headers={"accept": "application/json"})
    assert told.status_code == 200 or "…" in told.json()["problem"]


def test_progress_tells_each_step_once_and_tenths_of_it() -> None:
    said: list[str] = []
    progress = Progress(said.append, soon=0)

    progress.step("Reading")
    for done in range(0, 1000, 10):
        progress.step("Indexing", done, 1000)
    progress.done("Ready")

    assert len(said) == 12
    assert said[1].startswith("Indexing: 0 of 1,000")
    assert said[-1].startswith("Ready")


def test_a_file_that_was_written_over_is_read_as_another(tmp_path: Path) -> None:
    """Given a record, when another is copied into its place without a build, then that one is shown."""
    path = sample.record(tmp_path / "valley.onrecord").path
    other = tmp_path / "other.onrecord"
    other.write_bytes(path.read_bytes())
    with Writer(other) as writer:
        writer.add(MORE[0], "by hand")
        writer.collect(sample.ACTORS, sample.STATEMENTS, sample.EVENTS, ())
        writer.finish()
    browser = opened(path)
    assert "ferry 0" not in browser.get("/search?q=ferry").text

    path.write_bytes(other.read_bytes())

    assert "ferry 0 would sail" in browser.get("/search?q=ferry").text
