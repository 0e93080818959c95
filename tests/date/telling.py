"""Sentences made into what dating needs: an article, its parse, referents and attributions."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import syntax
from onrecord.model import ActorKind, Article, Attribution, Referent, Span
from onrecord.syntax import Passage
from tests.made import article, span

_WHO: tuple[tuple[ActorKind, tuple[str, ...]], ...] = (
    ("person", ("Ilse Marden", "Marden")),
    ("person", ("Tomas Okello", "Okello")),
    ("state", ("Norway", "Norwegian", "Oslo")),
    ("state", ("Kenya", "Kenyan", "Nairobi")),
    ("state", ("United States", "US")),
    ("outlet", ("Reuters",)),
    ("person", ("Dag Brenner", "Brenner")),
)
REFERENTS = tuple(
    Referent(number, forms[0], kind, tuple((form, 1) for form in forms), (), Span(0, 1))
    for number, (kind, forms) in enumerate(_WHO)
)
MARDEN, OKELLO, NORWAY, KENYA, US, REUTERS, BRENNER = range(len(REFERENTS))


def told(*paragraphs: str, published: str | None = "2024-03-07") -> tuple[Article, tuple[Passage, ...]]:
    """An article of 7 March 2024, a Thursday, and its parse."""
    of = article("told", *paragraphs, published=published)
    return of, syntax.parse(of.text, [paragraph.span for paragraph in of.paragraphs])


def attributed(of: Article, cue: str, content: Sequence[str] = ()) -> Attribution:
    return Attribution((), (span(of, cue),), tuple(span(of, words) for words in content), "indirect", "by hand")
