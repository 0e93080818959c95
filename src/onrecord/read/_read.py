"""The stages of reading: document → paragraphs → judged paragraphs → article."""

from __future__ import annotations

import re
from dataclasses import dataclass

import py3langid

from onrecord.errors import Unreadable
from onrecord.model import Article, DateEvidence, Document
from onrecord.read import _bylines, _credits, _metadata, _page, _published, _quotations
from onrecord.read._assemble import assemble
from onrecord.read._classify import classify
from onrecord.read._confidence import with_confidence
from onrecord.read._items import Item, Known, items_of
from onrecord.read._markdown import paragraphs
from onrecord.read._shape import compared, ends_sentence, is_sentence, word_count
from onrecord.read._units import clean, units

LEAST_WORDS = 20  # of body text; less is a stub, an error page or a caption
LEAST_FOR_LANGUAGE = 12  # words
LANGUAGE_SAMPLE = 5_000  # characters
LONGEST_TITLE = 30  # words
AUTHORS = re.compile(r"\s*(?:,|;|\band\b|&|\|)\s*")


@dataclass(frozen=True, slots=True)
class _Found:
    """What a document holds before it is judged."""

    items: list[Item]
    visible: tuple[str, ...]
    metadata: _metadata.Metadata
    dates: tuple[DateEvidence, ...] = ()


def read(document: Document) -> Article:
    """The article in a document: its clean text, what is known of it, and all that was left out.

    Raises Unreadable, with the reason, when there is no text or too little for an article. Pure and deterministic.
    """
    found = _find(document)
    declared, said = document.declared, found.metadata
    author = _cleaned(declared.author) or said.author
    known = Known(
        title=_cleaned(declared.title) or said.title,
        outlet=_cleaned(declared.outlet) or said.outlet,
        authors=tuple(name for name in AUTHORS.split(author or "") if name),
    )
    classify(found.items, known)
    title, title_item = _title(found.items, known.title)
    body = " ".join(item.kept for item in found.items if item is not title_item)
    if word_count(body) < LEAST_WORDS:
        raise Unreadable(_too_little(found.items), path=document.path)
    assembled = assemble(found.items, title, title_item)
    url = _cleaned(declared.url) or said.url
    dates, notes = _published.declared_date(declared)
    first = next(item.kept for item in found.items if item.kept and item is not title_item)
    evidence = with_confidence(
        (
            *dates,
            *said.dates,
            *found.dates,
            *_published.line_dates(found.items),
            *_published.url_date(url),
            *_published.dateline_date(first),
            *_published.first_date(body),
        )
    )
    return Article(
        id=document.id,
        name=document.name,
        path=document.path,
        text=assembled.text,
        paragraphs=assembled.paragraphs,
        title=title,
        outlet=known.outlet or _credits.wire(first),
        author=author or _byline(found.items),
        url=url,
        canonical=_cleaned(declared.canonical) or said.canonical,
        source=_cleaned(declared.source),
        language=_language(body),
        published=_published.published(evidence),
        date_evidence=evidence,
        left_out=assembled.left_out,
        lost_quotations=_quotations.lost(found.visible, assembled.text),
        notes=(*document.notes, *notes, *said.notes),
    )


def _find(document: Document) -> _Found:
    if document.kind == "html":
        page = _page.page(document.content)
        if page is None or not page.units:
            raise Unreadable("no article was found in the page", path=document.path)
        return _Found(items_of(page.units), page.visible, page.metadata, page.dates)
    if document.kind == "markdown":
        items = paragraphs(document.content)
        return _Found(items, tuple(item.kept for item in items), _metadata.Metadata())
    lines = units(document.content)
    return _Found(items_of(lines), tuple(lines), _metadata.Metadata())


def _title(items: list[Item], known: str | None) -> tuple[str | None, Item | None]:
    """The headline, and the paragraph that holds it if one does.

    A known title that stands again among the first paragraphs is that paragraph. Without one, the first paragraph is
    the title if it is a heading, or if it is short, is no sentence and has text after it.
    """
    staying = [item for item in items if item.kept]
    if known:
        for item in staying[:4]:
            if compared(item.kept) == compared(known):
                return item.kept, item
        return known, None
    if len(staying) < 2:
        return None, None
    first = staying[0].kept
    closed = ends_sentence(first) and not first.endswith(("?", "!", "”", "’", '"', "'"))
    is_title = 3 <= word_count(first) <= LONGEST_TITLE and not closed and any(is_sentence(i.kept) for i in staying[1:])
    return (first, staying[0]) if is_title or staying[0].heading else (None, None)


def _too_little(items: list[Item]) -> str:
    kept = sum(word_count(item.kept) for item in items)
    reasons = dict.fromkeys(part.reason for item in items for part in item.parts if part.reason)
    if not kept and not reasons:
        return "there is no text in it"
    beside = f" beside {', '.join(reason for reason in reasons if reason)}" if reasons else ""
    return f"only {kept} words of text{beside}: too little for an article"


def _byline(items: list[Item]) -> str | None:
    lines = (part.text for item in items for part in item.parts if part.reason == "byline")
    return next((name for line in lines if (name := _bylines.byline(line))), None)


def _language(body: str) -> str | None:
    if word_count(body) < LEAST_FOR_LANGUAGE:
        return None
    code, _ = py3langid.classify(body[:LANGUAGE_SAMPLE])
    return str(code)


def _cleaned(value: str | None) -> str | None:
    return clean(value) or None if value else None
