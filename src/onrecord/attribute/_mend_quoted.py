"""Quotations that nobody holds: those that are a sentence of their own, those that go on from the paragraph before."""

from __future__ import annotations

from bisect import insort
from dataclasses import replace

from onrecord.attribute._floating import Placed, placed, spokesman
from onrecord.attribute._mend_page import Found, Held, Page, added
from onrecord.attribute._mode import mode_of
from onrecord.attribute._quoted import is_speech
from onrecord.attribute._quotes import Quotation
from onrecord.model import Attribution, Spans

_SENTENCE_ENDS = ".?!…—–"
_WHITE_OR_MARKS = " \n‘'’”\"»"


def floating(page: Page, found: Found) -> list[Attribution]:
    """A quotation that is a sentence of its own: its speaker is who is quoted beside it, or before a colon above it."""
    held = Held(found)
    standing = [placed(one, page.starts, page.quotes) for one in found]
    quoted = [place for place in standing if place.speech.mode == "direct"]
    made: list[Attribution] = []
    for quotation in page.quotes:
        if quotation.carried or not _stands_alone(page, quotation) or not held.gives_way(quotation.outer):
            continue
        near = standing if _after_colon(page, quotation) else quoted
        speaker = spokesman(near, page.paragraph(quotation.outer.start), quotation.outer.start)
        if speaker is not None:
            content = (quotation.outer,)
            one = Attribution(speaker.source, speaker.cue, content, mode_of(content, page.quotes), "floating")
            insort(quoted, placed(one, page.starts, page.quotes), key=_content)
            made.append(one)
    return added(found, made)


def _content(place: Placed[Attribution]) -> Spans:
    return place.speech.content


def _stands_alone(page: Page, quotation: Quotation) -> bool:
    """Whether it opens and ends like a sentence, and no sentence of the narrator's leads to it or goes on after it."""
    outer = quotation.outer
    paragraph = page.paragraphs[page.paragraph(outer.start)]
    before = page.text[paragraph.start : outer.start].rstrip()[-1:]
    last = page.text[quotation.inner.start : min(outer.end + 1, paragraph.end)].rstrip(_WHITE_OR_MARKS)[-1:]
    whole = quotation.opens_sentence and last in _SENTENCE_ENDS and bool(last)
    return whole and is_speech(page.text, quotation) and (not before or before in _SENTENCE_ENDS + _WHITE_OR_MARKS)


def _after_colon(page: Page, quotation: Quotation) -> bool:
    """Whether it opens a paragraph and the one before ends with a colon."""
    number = page.paragraph(quotation.outer.start)
    opens = page.paragraphs[number].start == quotation.outer.start
    return opens and number > 0 and page.words(page.paragraphs[number - 1]).endswith(":")


def carried(page: Page, found: Found) -> list[Attribution]:
    """A quotation that goes on from the paragraph before: joins the attribution that holds what it goes on from."""
    held = Held(found)
    out = list(found)
    owner: int | None = None
    for quotation in page.quotes:
        holders = held.holders(quotation.outer)
        if quotation.carried and owner is not None and not holders:
            one = out[owner]
            content = tuple(sorted((*one.content, quotation.outer)))
            rule = f"{one.rule}+carried" if one.rule == "model" else one.rule
            out[owner] = replace(one, content=content, mode=mode_of(content, page.quotes), rule=rule)
        else:
            owner = holders[-1] if holders else None
    return sorted(out, key=lambda one: one.content)
