"""HTML into paragraphs: trafilatura's main text, what the page says of itself, and what can be seen beside it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import trafilatura

from onrecord.model import DateEvidence
from onrecord.read import _metadata, _page_date
from onrecord.read._units import clean, units

UNSEEN = "//script|//style|//noscript|//template|//head|//iframe|//svg|//object"
BESIDE = "//nav|//footer|//form|//button|//select"
BLOCKS = (
    "//p|//div|//li|//h1|//h2|//h3|//h4|//h5|//h6|//blockquote|//section|//article|//aside|//header|//main|//ul|//ol"
    "|//table|//tr|//td|//th|//dl|//dt|//dd|//figure|//figcaption|//br|//hr|//pre"
)
PARTED = "\u2029"  # the paragraph separator: no page has it, and white space in HTML means nothing
LIST_MARK = "- "


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs of the main text, all paragraphs that can be seen, the metadata, and the dates that can be seen."""

    units: tuple[str, ...]
    visible: tuple[str, ...]
    metadata: _metadata.Metadata
    dates: tuple[DateEvidence, ...]


def page(content: str) -> Page | None:
    """Read a page; None when there is no HTML in it."""
    tree = trafilatura.load_html(content)
    if tree is None:
        return None
    said = _metadata.metadata(tree)
    main = main_text(content)
    seen = copy.deepcopy(tree)
    _drop(seen, UNSEEN)
    marked = _page_date.marked(seen)
    _drop(seen, BESIDE)
    visible = _visible(seen)
    return Page(tuple(main), tuple(visible), said, _page_date.beside_title(visible, main, said.title) + marked)


def main_text(content: str) -> list[str]:
    """The paragraphs that trafilatura takes for the article: by its own rules, or its fallbacks' if these find none.

    Measured by evals/read_html.py: its own rules alone score higher than with the fallbacks or with either preference.
    """
    for fast in (True, False):
        if text := trafilatura.extract(content, fast=fast, include_comments=False):
            return [unit.removeprefix(LIST_MARK) for unit in units(text)]
    return []


def _drop(tree: Any, what: str) -> None:
    for element in tree.xpath(what):
        if element.getparent() is not None:
            element.drop_tree()


def _visible(tree: Any) -> list[str]:
    """The text of each block, in the order of the page. Changes the tree."""
    for element in tree.xpath(BLOCKS):
        element.text = PARTED + (element.text or "")
        element.tail = PARTED + (element.tail or "")
    return [text for block in tree.text_content().split(PARTED) if (text := clean(block))]
