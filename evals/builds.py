"""The whole program on the three public collections of news: time, memory, what came out.

Memory is the sum of what all processes of a build hold at one moment, sampled five times a second (Linux: /proc).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.corpora import corpora

COLLECTIONS = ("iran-nuclear", "north-korea", "trade")
PROCESSES = 2
SAMPLED_EVERY = 0.2  # seconds


@dataclass(frozen=True, slots=True)
class Build:
    """One collection built: wall-clock seconds, peak memory in MiB, and the summary that the command line gives."""

    collection: str
    seconds: float
    mebibytes: int
    summary: dict[str, Any]
    dossier_seconds: float
    dossier_mebibytes: float


def run(collection: str, folder: Path) -> Build:
    """Build a collection and its dossier with the command line, as a person would."""
    record, dossier = folder / f"{collection}.onrecord", folder / collection
    source = corpora() / "coverage" / f"{collection}.jsonl"
    command = [sys.executable, "-m", "onrecord", "build", str(source), "-o", str(record), "--json"]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--processes", str(PROCESSES)], stdout=subprocess.PIPE, text=True)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(SAMPLED_EVERY)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"building {collection} failed with exit status {process.returncode}")
    summary = json.loads(process.stdout.read() if process.stdout else "{}")
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "onrecord", "dossier", str(record), "-o", str(dossier)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    dossier_seconds = time.perf_counter() - start
    size = sum(file.stat().st_size for file in dossier.rglob("*") if file.is_file()) / 2**20
    return Build(collection, seconds, peak // 2**10, summary, dossier_seconds, size)


def _resident(pid: int) -> int:
    """KiB that a process and all below it hold now."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    return own + sum(_resident(int(child)) for child in children)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for collection in COLLECTIONS:
            done = run(collection, Path(folder))
            print(
                f"{collection:14}{done.summary['articles']:5} articles  {done.seconds:6.1f} s  {done.mebibytes:5} MiB  "
                f"{done.summary['statements']:6} statements  {done.summary['positions']:5} positions  "
                f"dossier {done.dossier_seconds:5.1f} s  {done.dossier_mebibytes:5.1f} MiB"
            )


if __name__ == "__main__":
    main()
