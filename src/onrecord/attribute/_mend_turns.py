"""A transcript's turns: paragraphs that open with who speaks and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribute._mend_page import Found, Held, Page, added
from onrecord.attribute._mend_signed import SIGNATURE
from onrecord.attribute._mode import mode_of
from onrecord.model import Attribution, Span

_LABEL = re.compile(r"([^\W\d_a-z][^\s:“”\"«».?!;,]{0,30}(?:[ \u00a0][^\s:“”\"«».?!;,]{1,30}){0,4}):\s{0,3}(?=\S)")
_MARKS = "“\"«„'‘"
_COMES_BACK = 2  # a label that stands this often in a row of turns is a speaker
_SPEAKERS = 2


@dataclass(frozen=True, slots=True)
class _Turn:
    paragraph: int
    label: Span
    words: Span


def turns(page: Page, found: Found) -> list[Attribution]:
    """A transcript, "JONES: words": paragraphs in a row whose speakers come back, and nobody's words are in marks."""
    held = Held(found)
    made: list[Attribution] = []
    for turn in _talks(page):
        if held.gives_way(turn.words):
            colon = Span(turn.label.end, turn.label.end + 1)
            mode = mode_of((turn.words,), page.quotes)
            made.append(Attribution((turn.label,), (colon,), (turn.words,), mode, "turns"))
    return added(found, made)


def _talks(page: Page) -> list[_Turn]:
    rows: list[list[_Turn]] = []
    for turn in _labelled(page):
        if rows and rows[-1][-1].paragraph + 1 == turn.paragraph:
            rows[-1].append(turn)
        else:
            rows.append([turn])
    return [turn for row in rows if _is_talk(page, row) for turn in row]


def _labelled(page: Page) -> list[_Turn]:
    out: list[_Turn] = []
    for number, paragraph in enumerate(page.paragraphs):
        label = _LABEL.match(page.text, paragraph.start, paragraph.end)
        if label:
            signature = SIGNATURE.search(page.text, label.end(), paragraph.end)
            words = page.unlinked(label.end(), signature.start() if signature else paragraph.end)
            out.append(_Turn(number, Span(*label.span(1)), words))
    return [turn for turn in out if turn.words.start < turn.words.end]


def _is_talk(page: Page, row: Sequence[_Turn]) -> bool:
    times = Counter(page.words(turn.label) for turn in row)
    speakers = [label for label, count in times.items() if count >= _COMES_BACK]
    return len(speakers) >= _SPEAKERS and not any(page.text[turn.words.start] in _MARKS for turn in row)
