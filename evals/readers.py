"""How long readers of the app wait while the record is built and judged beside them.

    python -m evals.readers [--readers 20] [--judgements 100] [--statements 0]

Half of the sample's articles are built and served by `onrecord serve`. Then `onrecord build` adds the other half, two
more processes judge, and so many readers ask for page after page over HTTP, each as soon as it has the last. With
`--statements`, the record is one of so many invented statements (`evals.serve`) to which the sample is added.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from evals.serve import make
from onrecord.store import Record

COVERAGE = Path(__file__).parents[1] / "examples" / "coverage"
PAGES = ("index.html", "search?q=border", "review/queue.json", "actors.html", "search?judged=no", "events.html")
JUDGING = """
import sys, time
from pathlib import Path
from onrecord.store import Record, judge, judgement, of_statement
path, by, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
record = Record(path)
articles, actors = {a.id: a for a in record.articles()}, {a.id: a for a in record.actors()}
said = record.statements()
for number in range(many):
    one = said[number % len(said)]
    judge(path, [judgement("accept", one.id, {}, of_statement(one, articles[one.article], actors), by=by)])
    time.sleep(0.1)
"""


@dataclass
class Waited:
    """Seconds that each answer took, and what was no answer."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def read(self, address: str, stop: Event, first: int) -> None:
        """Ask for page after page until it is enough."""
        pages = cycle(PAGES[first % len(PAGES) :] + PAGES[: first % len(PAGES)])
        while not stop.is_set():
            page, began = next(pages), perf_counter()
            try:
                with urlopen(address + page, timeout=60) as answer:
                    answer.read()
            except (URLError, OSError) as error:
                self.errors.append(f"{page}: {error}")
            self.seconds.append(perf_counter() - began)


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of the app on a record, once all pages of `PAGES` are there."""
    command = [sys.executable, "-m", "onrecord", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        address = app.stdout.readline().strip()
        for page in PAGES:
            while not _is_there(address + page):
                sleep(0.5)
        yield address
        app.terminate()


def _is_there(page: str) -> bool:
    try:
        with urlopen(page, timeout=60):
            return True
    except URLError:
        return False


def build(path: Path, articles: Sequence[Path]) -> subprocess.Popen[str]:
    """`onrecord build`, running."""
    command = [sys.executable, "-m", "onrecord", "build", *map(str, articles), "-o", str(path)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def measure(path: Path, more: Sequence[Path], readers: int, judgements: int) -> str:
    """A table of how long answers took while `more` articles were added and two processes judged."""
    before = len(Record(path).judgements())
    waited, stop = [Waited() for _ in range(readers)], Event()
    with served(path) as address:
        threads = [Thread(target=one.read, args=(address, stop, n)) for n, one in enumerate(waited)]
        for thread in threads:
            thread.start()
        began = perf_counter()
        running = [build(path, more)]
        running += [
            subprocess.Popen([sys.executable, "-c", JUDGING, str(path), by, str(judgements)], text=True)
            for by in ("mira", "ole")
        ]
        failed = [process.args for process in running if process.wait() != 0]
        took = perf_counter() - began
        sleep(2)  # in which the readers meet the new record
        stop.set()
        for thread in threads:
            thread.join()
    seconds = sorted(second for one in waited for second in one.seconds)
    errors = [error for one in waited for error in one.errors]
    kept = len(Record(path).judgements()) - before
    lines = (
        f"{'readers':32}{readers:10}",
        f"{'the build took':32}{took:10.1f} s",
        f"{'answers':32}{len(seconds):10,}",
        f"{'errors':32}{len(errors) + len(failed):10}",
        f"{'median':32}{1000 * statistics.median(seconds):10.0f} ms",
        f"{'99 of 100 within':32}{1000 * seconds[int(0.99 * len(seconds))]:10.0f} ms",
        f"{'slowest':32}{1000 * seconds[-1]:10.0f} ms",
        f"{'judgements made, and kept':32}{2 * judgements:10} {kept}",
    )
    return "\n".join((*lines, *errors[:5]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--readers", type=int, default=20)
    asked.add_argument("--judgements", type=int, default=100, help="By each of the two.")
    asked.add_argument("--statements", type=int, default=0)
    options = asked.parse_args(arguments)
    articles = sorted(path for path in COVERAGE.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.onrecord"
        if options.statements:
            make(path, options.statements)
        elif build(path, articles[::2]).wait() != 0:
            sys.exit("the first half cannot be built")
        print(measure(path, articles[1::2], options.readers, options.judgements))


if __name__ == "__main__":
    main()
