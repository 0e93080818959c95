"""Judged paragraphs into the text of an article, with the places of its paragraphs and of what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import LeftOut, Paragraph, ParagraphRole, Span
from onrecord.read._items import Item

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Assembled:
    """Text, its paragraphs and what was left out of it."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[LeftOut, ...]


def assemble(items: Sequence[Item], title: str | None, title_item: Item | None) -> Assembled:
    """One text of the paragraphs that stay. A title that no paragraph holds goes before them."""
    text = ""
    paragraphs: list[Paragraph] = []
    left: list[LeftOut] = []
    waiting: list[tuple[str, str]] = []  # left out before words that are still to come
    if title is not None and title_item is None:
        text, paragraphs = title, [Paragraph(Span(0, len(title)), "title")]
    for item in items:
        start: int | None = None
        for part in item.parts:
            if part.reason is not None:
                waiting.append((part.text, part.reason))
                continue
            text += (BETWEEN if text else "") if start is None else " "
            left += [LeftOut(words, reason, len(text)) for words, reason in waiting]
            waiting = []
            start = len(text) if start is None else start
            text += part.text
        if start is not None:
            role: ParagraphRole = "title" if item is title_item else "body"
            paragraphs.append(Paragraph(Span(start, len(text)), role))
    left += [LeftOut(words, reason, len(text)) for words, reason in waiting]
    return Assembled(text, tuple(paragraphs), tuple(left))
