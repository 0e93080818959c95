"""Quotations of a page that did not make it into the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.read._shape import compared, word_count

LEAST_WORDS = 4
# A straight mark opens where a word may start and closes where one may end, so that inches and feet pair with nothing.
QUOTED = re.compile(
    r'“([^“”]{8,1500})”|(?<![\w.,!?…])"(?=\S)([^"]{8,1500})(?<=\S)"(?!\w)|«([^«»]{8,1500})»|„([^„“”]{8,1500})[“”]'
)
ADDRESS = "://"


def lost(paragraphs: Iterable[str], text: str) -> tuple[str, ...]:
    """The quotations in paragraphs of a page that the text does not hold, each once, in order, as written."""
    held = f" {compared(text)} "
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        for match in QUOTED.finditer(paragraph):
            words = next(group for group in match.groups() if group).strip()
            same = compared(words)
            if word_count(words) >= LEAST_WORDS and ADDRESS not in words and f" {same} " not in held:
                found.setdefault(same, words)
    return tuple(found.values())
