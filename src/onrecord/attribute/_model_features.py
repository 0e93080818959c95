"""What the encoder cannot see in a token: its capitals, as it reads without case, and whether it is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.attribute._model_windows import Window
from onrecord.attribute._quotes import Quotation

LOWER, CAPITAL, CAPITALS = range(3)
CASES = 3
FEATURES = 2 * CASES


def features(text: str, window: Window, quotes: Sequence[Quotation]) -> list[int]:
    """A number for each token: its case, and CASES more inside a quotation. `quotes` are the text's, in order."""
    out: list[int] = []
    for start, end in zip(window.starts, window.ends, strict=True):
        number = bisect_right(quotes, start, key=_start) - 1
        quoted = number >= 0 and start < quotes[number].outer.end
        out.append(_case(text[start:end]) + CASES * quoted)
    return out


def continued(text: str, window: Window) -> list[bool]:
    """For each token whether it goes on with the word of the token before."""
    out = [False]
    for before, start in zip(window.ends, window.starts[1:], strict=False):
        word = 0 < start == before and text[start - 1].isalnum() and text[start : start + 1].isalnum()
        out.append(word or start < before)
    return out


def _start(quote: Quotation) -> int:
    return quote.outer.start


def _case(word: str) -> int:
    if not word[:1].isupper():
        return LOWER
    return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
