"""Numbers as words and figures write them: "2 1/2", "twenty-four", "a hundred and ten", "half an"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

_PIECE = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?(?:/\d+)?")


def number(words: str, ones: Mapping[str, int], scales: Mapping[str, int]) -> Fraction | None:
    """The number that words say; None when they say none."""
    total, current = Fraction(0), Fraction(0)
    known = False
    for piece in _PIECE.findall(words.casefold()):
        known = known or piece != "and"
        if piece in ones:
            current += ones[piece]
        elif piece in scales:
            current = (current or Fraction(1)) * scales[piece]
            total, current = (total + current, Fraction(0)) if scales[piece] >= 1000 else (total, current)
        elif piece == "half":
            current += Fraction(1, 2)
        elif piece[0].isdigit():
            current += _figure(piece)
    spoken = total + current
    if not spoken and known and re.match(r"(?:an?|one)\b", words, re.IGNORECASE):
        return Fraction(1)
    return spoken if known else None


def year(words: str, ones: Mapping[str, int], scales: Mapping[str, int]) -> int | None:
    """The year that words say: "nineteen ninety-six", "two thousand and ten"."""
    pieces = [ones[piece] for piece in _PIECE.findall(words.casefold()) if piece in ones]
    if "thousand" in words.casefold():
        said = number(words, ones, scales)
        return int(said) if said else None
    return pieces[0] * 100 + sum(pieces[1:]) if len(pieces) > 1 else None


def _figure(piece: str) -> Fraction:
    whole = piece.replace(",", "")
    if "/" in whole and whole.endswith("/0"):
        return Fraction(0)
    return Fraction(whole)
