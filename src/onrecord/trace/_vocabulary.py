"""The words of chains: data/trace/chains.yaml, and the nouns for sources without a name of data/actors/sources.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.tokens import Doc

from onrecord.model import Grade

UNNAMED: frozenset[Grade] = frozenset({"unnamed source", "unnamed official"})
_LONGEST = 5  # words of a phrase
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]  # by their first word, the longest first


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """See the data file for what each list is. Phrases are tuples of words in small letters."""

    tells: frozenset[str]
    through: Phrases
    forums: frozenset[str]
    carried: frozenset[str]
    appears: frozenset[str]
    reports: frozenset[str]
    cites: Phrases
    quotes: frozenset[str]
    as_saying: frozenset[str]
    outlets: frozenset[str]
    says: frozenset[str]
    needs: frozenset[str]
    fronts: frozenset[str]
    spokesmen: frozenset[str]
    nouns: Mapping[str, Grade]  # head noun → how far who is called so is on the record


@cache
def vocabulary() -> Vocabulary:
    """All of it, read once."""
    own, sources = _read("trace/chains.yaml"), _read("actors/sources.yaml")
    nouns: dict[str, Grade] = dict.fromkeys(map(str, sources["documents"]), "document")
    nouns |= dict.fromkeys(map(str, own["papers"]), "document")
    nouns |= dict.fromkeys(map(str, own["spokesmen"]), "unnamed official")
    nouns |= dict.fromkeys(map(str, sources["source"]), "unnamed source")
    nouns |= dict.fromkeys(map(str, sources["official"]), "unnamed official")
    return Vocabulary(
        through=_phrases(own["through"]),
        cites=_phrases(own["cites"]),
        nouns=nouns,
        **{name: frozenset(own[name]) for name in _SETS},
    )


def phrase_at(doc: Doc, at: int, phrases: Phrases) -> int:
    """How many words of a phrase stand at a token: the longest's, 0 when none does."""
    for phrase in phrases.get(doc[at].lower_, ()) if at < len(doc) else ():
        if tuple(token.lower_ for token in doc[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def phrase_before(doc: Doc, last: int, phrases: Phrases) -> int:
    """How many words of a phrase end with a token, 0 when none does."""
    for length in range(1, min(last, _LONGEST) + 2):
        if phrase_at(doc, last - length + 1, phrases) == length:
            return length
    return 0


_SETS = (
    "tells", "forums", "carried", "appears", "reports", "quotes", "as_saying", "outlets", "needs", "fronts", "says",
    "spokesmen",
)  # fmt: skip


def _phrases(given: list[str]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(given, key=lambda phrase: (-len(phrase.split()), phrase)):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(files("onrecord").joinpath("data", name).read_text(encoding="utf-8"))
    return content
