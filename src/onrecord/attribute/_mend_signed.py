"""Words that are signed after their end: columns quoted with a byline below them, posts with a name and a handle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.attribute._mend_page import Found, Held, Page, added
from onrecord.attribute._mode import mode_of
from onrecord.model import Attribution, Span

_NAME = r"[^\W\d_a-z][\w.’'&-]{0,30}"
_NAMES = rf"{_NAME}(?:[ \u00a0](?:{_NAME}|of|the|and|de|al|van|von|bin)){{0,6}}"
_BYLINE = re.compile(rf"[—–-]{{0,2}}\s?({_NAMES}, {_NAMES})[ \u00a0\u200d]{{0,3}}")
_AFTER_QUOTATION = re.compile(r"[…. \u00a0\u200d]{0,6}")

SIGNATURE = re.compile(
    r"[—–] ?(?P<name>(?=\S)[^\n(@—–]{1,60}?) ?\(@\w{1,30}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}(?: Report\b)?"  # May 3, 2018
)
_SKIP = re.compile(r"\s{0,3}Skip Twitter post(?: \d{1,3})? by @\w{1,30}\s")


def signed(page: Page, found: Found) -> list[Attribution]:
    """A quoted passage with a byline on the line after it or behind it: “…” ¶ Ann Moore, The Courier."""
    held = Held(found)
    made: list[Attribution] = []
    for number, quotation in enumerate(page.quotes):
        source = _byline_after(page, quotation.outer.end)
        content = tuple(reversed(list(_run(page, held, number)))) if source is not None else ()
        if source is not None and content:
            made.append(Attribution((source,), (), content, mode_of(content, page.quotes), "signed"))
    return added(found, made)


def _byline_after(page: Page, at: int) -> Span | None:
    """The byline that fills the rest of a paragraph from a position on, or, where nothing is left of it, the next."""
    number = page.paragraph(at - 1)
    behind = _AFTER_QUOTATION.match(page.text, at, page.paragraphs[number].end)
    start = behind.end() if behind else at
    if start == page.paragraphs[number].end:
        number += 1
        if number == len(page.paragraphs):
            return None
        start = page.paragraphs[number].start
    byline = _BYLINE.fullmatch(page.text, start, page.paragraphs[number].end)
    return Span(*byline.span(1)) if byline else None


def _run(page: Page, held: Held, number: int) -> Iterator[Span]:
    """The quotation of that number and, backwards, those that it goes on from, as far as nobody holds them."""
    while held.gives_way(page.quotes[number].outer):
        yield page.quotes[number].outer
        if not page.quotes[number].carried or number == 0 or not page.quotes[number - 1].runs_on:
            return
        number -= 1


def posted(page: Page, found: Found) -> list[Attribution]:
    """A post as a page embeds it: its words — Name (@handle) May 3, 2018."""
    held = Held(found)
    made: list[Attribution] = []
    for paragraph in page.paragraphs:
        start = paragraph.start
        for signature in SIGNATURE.finditer(page.text, paragraph.start, paragraph.end):
            skip = _SKIP.match(page.text, start, signature.start())
            begin = skip.end() if skip else start
            content = page.unlinked(begin, signature.start())
            start = signature.end()
            if content.start < content.end and held.gives_way(content):
                mode = mode_of((content,), page.quotes)
                source = page.trimmed(*signature.span("name"))
                made.append(Attribution((source,), (), (content,), mode, "posted"))
    return added(found, made)
