"""What the shape of a paragraph says about it, whatever its words."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(r"[.!?…。！？؟۔][\"”’'»›)\]\s]*$")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # Thai, Lao, kana, Han: no spaces between words
LEAST_PROSE = 10  # words
UNPUNCTUATED_PROSE = 30  # words; no headline or list item is as long


def word_count(text: str) -> int:
    """Words of a text; two characters count as one where a script does not space its words."""
    unspaced = len(UNSPACED.findall(text))
    return len(WORD.findall(UNSPACED.sub(" ", text))) + unspaced // 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(SENTENCE_END.search(text[-12:]))


def is_sentence(text: str) -> bool:
    """Whether a paragraph holds at least one sentence that a person would miss."""
    count = word_count(text)
    return (ends_sentence(text) and count >= 4) or count >= UNPUNCTUATED_PROSE


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text: what an article is made of."""
    count = word_count(text)
    return (ends_sentence(text) and count >= LEAST_PROSE) or count >= UNPUNCTUATED_PROSE


def compared(text: str) -> str:
    """A text as it is compared with another: letters and digits only, in one case."""
    return " ".join(re.findall(r"\w+", text.casefold()))
