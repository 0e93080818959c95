"""Which stretches of a paragraph stand inside quotation marks."""

from __future__ import annotations

import re

from onrecord.model import Span

_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_MARK = re.compile("[“”„«»\"‘’']")
_SINGLE = "‘'"
# The line under an embedded post: "— Ann Lee (@annlee) March 9, 2018". What stands before it in the paragraph is hers.
_SIGNED = re.compile(r"[—–-] ?[^\n()]{1,60} \(@\w{1,30}\) [A-Z][a-z]+ \d{1,2}, \d{4}")


def quoted(text: str, paragraph: Span) -> list[Span]:
    """The quotations of a paragraph, marks included, in order. An embedded post is one, though it has no marks.

    A double mark that nothing closes runs to the end of the paragraph, as a quotation over several paragraphs does;
    a single mark that nothing closes is an apostrophe.
    """
    found: list[Span] = []
    opened: int | None = None
    for post in _SIGNED.finditer(text, paragraph.start, paragraph.end):
        found.append(Span(found[-1].end if found else paragraph.start, post.end()))
    for match in _MARK.finditer(text, found[-1].end if found else paragraph.start, paragraph.end):
        at, mark = match.start(), match.group()
        if opened is not None:
            if mark in _CLOSES[text[opened]] and not (text[opened] in _SINGLE and _within_word(text, at)):
                found.append(Span(opened, at + 1))
                opened = None
            elif text[opened] in _SINGLE and mark not in "’'":
                opened = at if mark in _CLOSES else None
        elif mark in _CLOSES and not (mark in _SINGLE and _after_word(text, at)):
            opened = at
    if opened is not None and text[opened] not in _SINGLE:
        found.append(Span(opened, paragraph.end))
    return found


def _after_word(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isalnum()


def _within_word(text: str, at: int) -> bool:
    return _after_word(text, at) and at + 1 < len(text) and text[at + 1].isalnum()
