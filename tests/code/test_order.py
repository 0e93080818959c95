"""Positions don't depend on the order in which a process happens to keep its sets."""

from __future__ import annotations

import os
import subprocess
import sys

ASKED = """
from onrecord import code
from onrecord.code._codebook.book import codebook
from pathlib import Path
said = (
    "Orlund will talk about a ceasefire, elections, sanctions, security guarantees and special autonomy "
    "if foreign troops leave and prisoners are freed, the premier said."
)
print(code.attempt(said, codebook(Path("peace"))))
"""


def test_positions_are_the_same_whatever_the_seed_of_hashes() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", ASKED], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
