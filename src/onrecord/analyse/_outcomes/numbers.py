"""Numbers as a person would write them."""

from __future__ import annotations


def plain(value: float | None) -> str:
    """The shortest text that reads back as the same number: 20, 0.85; nothing for None."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
