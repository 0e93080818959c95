"""What a reader costs, each in processes of its own with one thread, one after the other.

Speed is articles per second of process CPU time, with all that a reader needs but loading. Start-up is wall-clock time
from starting Python to the first attribution. Memory is the peak of the process that read all articles.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from evals.attribution.matching import read
from evals.attribution.readers import READERS, SAMPLE, Plain
from evals.corpora import ROOT

STARTS = 3  # of which the median counts
FIRST = """
import sys
from evals.attribution.readers import READERS, SAMPLE
print(len(READERS[sys.argv[1]](SAMPLE)), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader found by article, in how many CPU-seconds, and the most memory it held, in MB (10^6 bytes)."""

    predicted: dict[str, list[Plain]]
    cpu_seconds: float
    peak_mb: float


def in_own_process(name: str, path: Path) -> Told:
    """Let a reader read all articles of a JSON Lines file. Raises CalledProcessError when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "read.json"
        command = [sys.executable, "-m", "evals.attribution", str(path), "--child", name, "--out", str(out)]
        subprocess.run(command, check=True, cwd=ROOT, env=_one_thread())
        return Told(**json.loads(out.read_text(encoding="utf-8")))


def child(name: str, path: Path, out: Path) -> None:
    """What that process does: read, and write what it has to tell."""
    attributions = READERS[name]
    rows = read(path)
    attributions(SAMPLE)  # loads the model and the tables before the clock starts
    started = time.process_time()
    predicted = {row["id"]: attributions(row["text"]) for row in rows}
    seconds = time.process_time() - started
    told = {"predicted": predicted, "cpu_seconds": seconds, "peak_mb": _peak() / 1e6}
    out.write_text(json.dumps(told), encoding="utf-8")


def _peak() -> int:
    """The most memory this process has held, in bytes; `ru_maxrss` keeps on Linux what its parent held before it."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def start_up(name: str) -> float:
    """Wall-clock seconds from starting Python to a reader's first attribution: the median of three starts.

    Raises RuntimeError when a process finds none.
    """
    return median(_first(name) for _ in range(STARTS))


def _first(name: str) -> float:
    command = [sys.executable, "-c", FIRST, name]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=_one_thread()) as process:
        found = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - started
    if not found.strip().isdigit() or not int(found):
        raise RuntimeError(f"{name} found no attribution in {SAMPLE!r}")
    return seconds


def _one_thread() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
