"""Where a sentence says through whom words came: to which outlet they were told, who reports them, whom it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from onrecord.model import Span
from onrecord.trace._hearers import hearers
from onrecord.trace._naming import Named, Naming
from onrecord.trace._vocabulary import phrase_at, vocabulary

_BETWEEN = frozenset(
    {"also", "first", "has", "had", "later", "then", "newspaper", "magazine", "website", "which", "on"}
)
_OUTER = frozenset({",", "”", '"', "’", "'", "-", "–", "—"})  # what stands before a clause that reports another


@dataclass(frozen=True, slots=True)
class Relay:
    """An outlet (`hears`, `reports`) or any source (`cited`) and the words that tie it to what it passed on.

    `trails`: it stands after what it reports, parted by a comma or a mark. Tokens count in its passage.
    """

    role: Literal["hears", "reports", "cited"]
    who: Named
    cue: Span
    first: int
    last: int
    trails: bool = False


def relays(naming: Naming) -> list[Relay]:
    """The relays of a passage, in order."""
    found = [*_hearers(naming), *_reporters(naming), *_cited(naming)]
    return sorted(found, key=lambda relay: (relay.first, relay.last, relay.role))


def _hearers(naming: Naming) -> Iterator[Relay]:
    for who, first, last in hearers(naming):
        yield Relay("hears", who, naming.passage.span(first, last), first.i, who.end - 1)


def _reporters(naming: Naming) -> Iterator[Relay]:
    doc = naming.passage.doc
    for who in naming.outlets():
        after = next((t for t in doc[who.end : who.end + 4] if t.lower_ not in _BETWEEN), None)
        before = doc[who.start - 1] if who.start else None
        if after is not None and after.text == "," and (verb := _after_aside(doc, after.i)) is not None:
            after = doc[verb]
        if after is not None and _reports(after, {"VBD", "VBZ", "VBN", "VBP"}):
            trails = before is not None and before.text in _OUTER and before.sent == after.sent
            yield Relay("reports", who, naming.passage.span(after, after), who.start, after.i, trails)
        elif before is not None and before.i and doc[before.i - 1].text in _OUTER and _reports(before, {"VBD", "VBZ"}):
            yield Relay("reports", who, naming.passage.span(before, before), before.i, who.end - 1, True)


def _reports(token: Token, forms: set[str]) -> bool:
    return token.lemma_.lower() in vocabulary().reports and token.tag_ in forms


def _after_aside(doc: Doc, comma: int) -> int | None:
    """The verb after an aside: "Axios, citing two officials, reported"."""
    if phrase_at(doc, comma + 1, vocabulary().cites) == 0:
        return None
    closing = next((t.i for t in doc[comma + 1 : comma + 20] if t.text == ","), None)
    return closing + 1 if closing is not None and closing + 1 < len(doc) else None


def _cited(naming: Naming) -> Iterator[Relay]:
    doc = naming.passage.doc
    for at in range(len(doc) - 1):
        words = phrase_at(doc, at, vocabulary().cites)
        if not words and doc[at].lemma_.lower() in vocabulary().quotes:
            who = naming.source(at + 1)
            words = 1 if who is not None and doc[who.end : who.end + 1].text.lower() in vocabulary().as_saying else 0
        elif words and doc[at].tag_ in {"VBD", "VBZ", "VBN"} and doc[at].dep_ == "ROOT":
            words = 0  # "she cited the report" makes a claim of her own
        who = naming.source(at + words) if words and at + words < len(doc) else None
        if who is not None:
            yield Relay("cited", who, naming.passage.span(doc[at], doc[at + words - 1]), at, who.end - 1)
