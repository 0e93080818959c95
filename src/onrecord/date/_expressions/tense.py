"""On which side of the article's date a time lies, by a light look at the verbs around it; no parse is needed."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.date._expressions.grammar import grammar
from onrecord.date._expressions.meaning import Direction
from onrecord.model import Span

_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(A-Z])|\n\s*\n|[.!?]''\s")
_WINDOW = 300  # characters to look through on either side, for text without ends of sentences


class Tense:
    """The tenses of a text. Sentences are parted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [match.end() for match in _END.finditer(text) if not _abbreviation(text, match.start())]

    def at(self, span: Span) -> Direction:
        """Where the verb that stands nearest before a time points, else the nearest after it, within its sentence; the
        past when there is none, as news tells what happened."""
        at = bisect_right(self._ends, span.start)
        begin = max(self._ends[at - 1] if at else 0, span.start - _WINDOW)
        end = min(self._ends[at] if at < len(self._ends) else len(self._text), span.end + _WINDOW)
        pattern = grammar().patterns["tense"]
        before = None
        for before in pattern.finditer(self._text, begin, span.start):  # noqa: B007 (the last one counts)
            pass
        nearest = before or pattern.search(self._text, span.end, end)
        return "future" if nearest is not None and nearest.lastgroup == "future" else "past"


def _abbreviation(text: str, dot: int) -> bool:
    return bool(grammar().patterns["abbreviation"].search(text, max(0, dot - 6), dot + 1))
