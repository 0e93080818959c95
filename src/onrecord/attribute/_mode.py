"""Direct, mixed or indirect: how much of a content stands between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribute._quotes import Quotation, overlapping
from onrecord.model import Mode, Spans

ALL = 0.85  # share of the characters; the marks' own surroundings ("that", a comma) may stay outside


def mode_of(content: Spans, quotes: Sequence[Quotation]) -> Mode:
    """The mode of a content; `quotes` are the text's quotations in order."""
    share = quoted_share(content, quotes)
    return "direct" if share >= ALL else "mixed" if share > 0 else "indirect"


def quoted_share(content: Spans, quotes: Sequence[Quotation]) -> float:
    """Share of a content's characters, marks included, that stand in quotations: 0 to 1."""
    total = sum(part.end - part.start for part in content)
    covered = sum(
        min(quotation.outer.end, part.end) - max(quotation.outer.start, part.start)
        for part in content
        for quotation in overlapping(quotes, part)
    )
    return covered / total if total else 0.0
