"""The words of chains: data/trace/chains.yaml, and the nouns for sources without a name of data/actors/sources.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.model import Grade

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]  # by their first word, the longest first


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """See the data file for what each list is. Phrases are tuples of words in small letters."""

    tells: frozenset[str]
    through: Phrases
    reports: frozenset[str]
    cites: Phrases
    quotes: frozenset[str]
    as_saying: frozenset[str]
    outlets: frozenset[str]
    says: frozenset[str]
    needs: frozenset[str]
    fronts: frozenset[str]
    nouns: Mapping[str, Grade]  # head noun → how far who is called so is on the record


@cache
def vocabulary() -> Vocabulary:
    """All of it, read once."""
    own, sources = _read("trace/chains.yaml"), _read("actors/sources.yaml")
    nouns: dict[str, Grade] = dict.fromkeys(map(str, sources["documents"]), "document")
    nouns |= dict.fromkeys(map(str, own["papers"]), "document")
    nouns |= dict.fromkeys(map(str, sources["source"]), "unnamed source")
    nouns |= dict.fromkeys(map(str, sources["official"]), "unnamed official")
    return Vocabulary(
        through=_phrases(own["through"]),
        cites=_phrases(own["cites"]),
        nouns=nouns,
        **{name: frozenset(own[name]) for name in _SETS},
    )


_SETS = ("tells", "reports", "quotes", "as_saying", "outlets", "needs", "fronts", "says")


def _phrases(given: list[str]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(given, key=lambda phrase: (-len(phrase.split()), phrase)):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(files("onrecord").joinpath("data", name).read_text(encoding="utf-8"))
    return content
