"""Documents for the tests of this room."""

from __future__ import annotations

from onrecord.model import Article, Declared, Document, DocumentKind
from onrecord.read import read

LEAD = "Negotiators for the two islands met for six hours on Monday and agreed to meet again, the mediator said."
MORE = "“We are closer than we were a week ago,” the mediator told reporters in Lindholm after the session ended."
LAST = "The talks on fishing rights began in March and were broken off twice, each time over the size of the fleet."
PROSE = f"{LEAD}\n{MORE}\n{LAST}"


def document(content: str, kind: DocumentKind = "text", declared: Declared | None = None) -> Document:
    return Document("0" * 16, "story.txt", "in/story.txt", kind, content, declared or Declared())


def article(content: str, kind: DocumentKind = "text", **declared: str) -> Article:
    return read(document(content, kind, Declared(**declared)))


def body(found: Article) -> list[str]:
    return [found.text[p.span.start : p.span.end] for p in found.paragraphs if p.role == "body"]


def reasons(found: Article) -> list[tuple[str, str]]:
    return [(one.reason, one.text) for one in found.left_out]
