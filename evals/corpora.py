"""Where the public corpora and the scorers lie (docs/corpora.md)."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def corpora() -> Path:
    """The folder of the public corpora; it may not be there."""
    return Path(os.environ.get("ONRECORD_CORPORA", ROOT.parent / "shared" / "data"))


def scorers() -> Path:
    """The folder of the scorers; it may not be there."""
    return Path(os.environ.get("ONRECORD_SCORERS", ROOT.parent / "shared" / "tools"))
