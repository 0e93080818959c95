"""Lists of names that independent articles give for one thing: who was invited, who signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.analyse._differences.coverage import MAY_BE_TWO, Verdict, vaguer
from onrecord.model import Article, Span
from onrecord.resolve import lexicon

SHARED = 2  # names that two lists must have in common to be of one thing
_WORD = r"[A-ZÀ-Þ](?:[\w’'-]{1,40}|\.)(?:[A-Z]\.)*"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:of (?:the )?)?{_WORD}){{0,4}}"
_LIST = re.compile(rf"\b{_NAME}(?:, {_NAME}){{0,20}},? and {_NAME}")
_BETWEEN = re.compile(r",? and |, ")
_ARTICLE = re.compile(r"\A[Tt]he ")
_OF = re.compile(r" of .*")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a list: the canonical one of an actor that is listed, else the last word."""

    of: frozenset[str]


def lists_of(article: Article) -> Iterator[tuple[Span, Names]]:
    """The lists of two or more names in an article ("the United States, China and Russia")."""
    for paragraph in article.paragraphs:
        for match in _LIST.finditer(article.text, paragraph.span.start, paragraph.span.end):
            names = frozenset(_named(name) for name in _BETWEEN.split(match.group()))
            if len(names) >= SHARED:
                yield Span(*match.span()), Names(names)


def compare_lists(one: Names, other: Names) -> Verdict | None:
    """How two lists stand to each other: that of fewer names is vaguer; None where they share less than two."""
    if len(one.of & other.of) < SHARED or one == other:
        return None
    if one.of < other.of or other.of < one.of:
        return vaguer("The first names fewer of them.", swap=other.of < one.of)
    return Verdict("open", MAY_BE_TWO)


def _named(name: str) -> str:
    """The listed actor of a name, so that the UK is Britain; else its last word ("Senators Ann Lee" and "Lee")."""
    words = _OF.sub("", _ARTICLE.sub("", name)).split()
    hits = lexicon(()).find(words)
    whole = len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(words))
    return hits[0].entry.known.name if whole else words[-1].strip(".").casefold()
