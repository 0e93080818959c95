"""Markdown into paragraphs without its marks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from onrecord.read._items import Item, Part, items_of
from onrecord.read._units import clean, units

TAG = re.compile(r"<[^<>]{0,500}>")


def paragraphs(content: str) -> list[Item]:
    """The paragraphs of a Markdown text without its marks; headings are known as such."""
    items: list[Item] = []
    heading = False
    for token in MarkdownIt("commonmark").parse(content):
        if token.type == "heading_open":
            heading = True
        elif token.type == "heading_close":
            heading = False
        elif token.type in ("fence", "code_block", "html_block"):
            items += items_of(units(TAG.sub(" ", token.content)))
        elif token.type == "inline":
            pieces = [
                " " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
            ]
            if text := clean("".join(pieces)):
                items.append(Item([Part(text)], heading))
    return items
