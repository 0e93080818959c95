"""The dossier of the 268 articles on Iran: how long it takes, how large it is, what a page weighs.

    python -m evals.dossier [RECORD]

Without a record the collection is built first, which takes minutes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import onrecord
from evals.corpora import corpora
from onrecord import publish
from onrecord.store import Record

COLLECTION = "iran-nuclear"
MIB, KIB = 2**20, 2**10


@dataclass(frozen=True, slots=True)
class Weight:
    """A dossier: seconds to write it, bytes in all and of the search's index, bytes of each page by its kind; seconds
    and bytes of it as a single file, and seconds of the brief."""

    articles: int
    statements: int
    seconds: float
    size: int
    index: int
    single_seconds: float
    single: int
    brief: float
    pages: dict[str, list[int]]


def weigh(record: Record, folder: Path) -> Weight:
    """Write the dossier of a record into an empty folder, and the same as a single file and the brief beside it."""
    seconds = _timed(lambda: publish.dossier(record, folder / "dossier"))
    single = _timed(lambda: publish.single_file(record, folder / "dossier.html"))
    brief = _timed(lambda: publish.brief(record, folder / "brief.html"))
    files = [path for path in (folder / "dossier").rglob("*") if path.is_file()]
    index = next(path.stat().st_size for path in files if path.name == "search-index.js")
    size = sum(path.stat().st_size for path in files)
    return Weight(
        articles=len(record.articles()),
        statements=len(record.statements()),
        seconds=seconds,
        size=size,
        index=index,
        single_seconds=single,
        single=(folder / "dossier.html").stat().st_size,
        brief=brief,
        pages=_pages(folder / "dossier", files),
    )


def _timed(write: Callable[[], object]) -> float:
    start = time.perf_counter()
    write()
    return time.perf_counter() - start


def _pages(folder: Path, files: Iterable[Path]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for path in sorted(files):
        if path.suffix == ".html":
            kind = path.relative_to(folder).parent.name or path.name
            found.setdefault(kind, []).append(path.stat().st_size)
    return found


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(arguments[0]) if arguments else _built(Path(scratch) / f"{COLLECTION}.onrecord")
        found = weigh(Record(path), Path(scratch))
    print(f"{found.articles} articles, {found.statements:,} statements")
    print(f"dossier      {found.seconds:6.1f} s  {found.size / MIB:6.1f} MiB")
    print(f"single file  {found.single_seconds:6.1f} s  {found.single / MIB:6.1f} MiB")
    print(f"brief        {found.brief:6.1f} s")
    print(f"search index {'':6}    {found.index / MIB:6.2f} MiB")
    print(f"{'pages':24} {'number':>6} {'median':>9} {'largest':>9}")
    for kind, sizes in found.pages.items():
        print(f"{kind:24} {len(sizes):6} {median(sizes) / KIB:6.0f} KiB {max(sizes) / KIB:5.0f} KiB")


def _built(path: Path) -> Path:
    onrecord.build([corpora() / "coverage" / f"{COLLECTION}.jsonl"], path)
    return path


if __name__ == "__main__":
    main(sys.argv[1:])
