"""Where the public corpora and the scorers lie (docs/corpora.md)."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[1]


def corpora() -> Path:
    """The folder of the public corpora; it may not be there."""
    return Path(os.environ.get("ONRECORD_CORPORA", ROOT.parent / "shared" / "data"))


def scorers() -> Path:
    """The folder of the scorers; it may not be there."""
    return Path(os.environ.get("ONRECORD_SCORERS", ROOT.parent / "shared" / "tools"))


class Scorer(Protocol):
    """The corpora's scorer of attributions, `score_attribution.py`, as it is loaded from its file."""

    def score(self, gold_docs: Sequence[dict[str, Any]], predicted: Mapping[str, Any]) -> dict[str, Any]:
        """All figures of predicted attributions against gold."""

    def units(self, text: str, attributions: Sequence[Any]) -> list[dict[str, Any]]:
        """The units that are scored: contiguous pieces of content ("span"), each with its "source"."""

    def characters(self, text: str, spans: Sequence[Any]) -> set[int]:
        """The places of the characters that count."""

    def overlap(self, a: Sequence[Any], b: Sequence[Any]) -> bool:
        """Whether any of the spans share a character."""


def scorer_of(path: Path) -> Scorer:
    """The scorer in a file. Raises FileNotFoundError when there is none."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorer: Scorer = module
    return scorer
