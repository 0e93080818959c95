"""The words of saying that dating goes by, as `data/date/saying.yaml` gives them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def listed(kind: str) -> frozenset[str]:
    """The list of that name."""
    source = files("onrecord").joinpath("data/date/saying.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(source)[kind])
