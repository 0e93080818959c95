"""A document made of content and what was declared with it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from itertools import islice

from onrecord.gather import _limits
from onrecord.model import Declared, Document, DocumentKind, SetAside

PAGE = re.compile(r"<(?:!doctype\s+html|\?xml|!--|html|head|body)\b", re.IGNORECASE)
BLOCK_END = re.compile(r"</(?:p|div|h[1-6]|section|article|ul|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)
FRAGMENT = 3  # block ends that make a fragment of a text which does not start with a tag


def document(
    name: str, path: str, kind: DocumentKind, content: str, declared: Declared, notes: tuple[str, ...] = ()
) -> Document | SetAside:
    """The document, or why there is none. Its id hashes what it says, not where it lay."""
    if not content.strip():
        return SetAside(name, path, "empty")
    if len(content) > _limits.ARTICLE:
        return SetAside(name, path, f"larger than {_limits.megabytes(_limits.ARTICLE)} for one article")
    if kind == "text" and is_html(content):
        kind = "html"
    return Document(_id(kind, content, declared), name, path, kind, content, declared, notes)


def is_html(content: str) -> bool:
    """Whether a text is clearly a page or a piece of one, and not an article that quotes a tag."""
    start = content.lstrip("\ufeff \t\n\r")
    ends = sum(1 for _ in islice(BLOCK_END.finditer(content), FRAGMENT))
    return bool(PAGE.match(start)) or ends >= (1 if start.startswith("<") else FRAGMENT)


def completed(declared: Declared, by: Declared) -> Declared:
    """What a document declares, with what it lacks taken from the side-car."""
    lacking = {part: getattr(by, part) for part in ("title", "outlet", "url", "author") if not getattr(declared, part)}
    if not declared.published:
        lacking |= {"published": by.published, "published_where": by.published_where}
    return replace(declared, **lacking)


def _id(kind: str, content: str, declared: Declared) -> str:
    said = [declared.title, declared.outlet, declared.url, declared.author, declared.published]
    origin = (
        [{"canonical": declared.canonical, "source": declared.source}] if declared.canonical or declared.source else []
    )
    return sha256(json.dumps([kind, content, *said, *origin]).encode()).hexdigest()[:16]
