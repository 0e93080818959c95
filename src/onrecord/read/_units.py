"""Raw text into units: one string per paragraph as a person sees it, its white space made plain."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.read._shape import ends_sentence

# Marks that are not seen and part no words: byte order marks, soft hyphens, word joiners, direction controls.
# Joiners that are part of a spelling (Persian, Hindi, emoji) stay.
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SPACE = re.compile(r"\s+")
LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
WIDEST_WRAP = 120  # characters; nobody wraps by hand or machine beyond this
FORCED_SHARE = 0.9
INSIDE_SHARE = 0.5  # of line ends; where lines are paragraphs, nearly all end a sentence
LEAST_BREAKS = 2


def clean(text: str) -> str:
    """The words of a text with single spaces between them, and nothing unseen."""
    return SPACE.sub(" ", CONTROL.sub(" ", UNSEEN.sub("", text))).strip()


def units(text: str) -> list[str]:
    """The paragraphs of a plain text. Lines are paragraphs, unless the text was wrapped to a width."""
    blocks: list[list[str]] = [[]]
    for line in LINE_ENDS.split(text):
        cleaned = clean(line)
        if cleaned:
            blocks[-1].append(cleaned)
        elif blocks[-1]:
            blocks.append([])
    if _wrapped(blocks):
        return [" ".join(block) for block in blocks if block]
    return [line for block in blocks for line in block]


def _wrapped(blocks: list[list[str]]) -> bool:
    """Whether line ends inside blocks are there because the next word would not have fitted, and inside sentences."""
    width = max((len(line) for block in blocks for line in block), default=0)
    breaks = [(line, after) for block in blocks for line, after in pairwise(block)]
    if width > WIDEST_WRAP or len(breaks) < LEAST_BREAKS:
        return False
    forced = sum(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in breaks)
    inside = sum(not ends_sentence(line) for line, _ in breaks)
    return forced >= FORCED_SHARE * len(breaks) and inside >= INSIDE_SHARE * len(breaks)
