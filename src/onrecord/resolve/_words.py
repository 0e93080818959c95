"""The word lists of resolve: roles, titles, unnamed sources, first names. See data/actors/*.yaml for what each is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Gender = Literal["feminine", "masculine"]


@dataclass(frozen=True, slots=True)
class Title:
    """What a short title before a name says: a role, a gender, both or neither."""

    role: str | None = None
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Words:
    heads: Mapping[str, str]  # role head → office, military, private or kin
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # first word → whole roles of several words, longest first
    modifiers: frozenset[str]
    typical: Mapping[str, str]  # role → the state that it names by itself
    offices: tuple[frozenset[str], ...]  # groups of words for one office
    general: Mapping[str, frozenset[str]]  # a general role word → the offices that it can ask for
    genders: Mapping[str, Gender]  # first names and role words
    first_names: frozenset[str]
    titles: Mapping[str, Title]
    family_first: frozenset[str]
    sounds: tuple[tuple[str, str], ...]  # spelling → how it is spelled for comparing
    ordinary: frozenset[str]
    outlets: frozenset[str]
    particles: frozenset[str]
    bodies: frozenset[str]
    nobody: frozenset[str]
    compounding: frozenset[str]
    nicknames: Mapping[str, tuple[str, ...]]
    unnamed: Mapping[str, str]  # head noun of a source without a name → official, source, outlet, group
    anonymous: frozenset[str]
    collective: frozenset[str]
    states: frozenset[str]
    bodies_of_state: frozenset[str]
    private: frozenset[str]
    mixed: frozenset[str]
    interests: frozenset[str]
    transparent: frozenset[str]
    common: frozenset[str]
    goes_on: frozenset[str]
    documents: frozenset[str]
    things: frozenset[str]
    people: frozenset[str]
    institutions: frozenset[str]
    pairs: Mapping[str, frozenset[str]]  # persons, states → nouns that stand after "the two"
    epithets: frozenset[str]
    portfolios: Mapping[str, str]


@cache
def words() -> Words:
    """All word lists, read once."""
    roles, sources, names = _read("roles.yaml"), _read("sources.yaml"), _read("names.yaml")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    hyphened = [head for heads in roles["heads"].values() for head in heads if "-" in head]
    for phrase in (*roles["phrases"], *hyphened):
        tokens = tuple(re.findall(r"[^\s-]+|-", phrase))  # as the parser cuts it
        phrases.setdefault(tokens[0], []).append(tokens)
    genders: dict[str, Gender] = {}
    sides: tuple[Gender, Gender] = ("feminine", "masculine")
    for gender in sides:
        genders |= {word.lower(): gender for word in (*roles[gender], *names[gender])}
    return Words(
        heads={head: kind for kind, heads in roles["heads"].items() for head in heads},
        phrases={first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()},
        modifiers=frozenset(roles["modifiers"]),
        typical={role: state for state, found in roles["typical"].items() for role in found},
        offices=tuple(frozenset(group) for group in roles["synonyms"]),
        general={word: frozenset(found) for word, found in roles["general"].items()},
        genders=genders,
        first_names=frozenset(name.lower() for gender in sides for name in names[gender]),
        titles={title: Title(**value) for title, value in roles["titles"].items()},
        family_first=frozenset(name.lower() for name in names["family_first"]),
        sounds=tuple((old, new) for old, new in names["sounds"]),
        ordinary=frozenset(names["ordinary"]),
        outlets=frozenset(names["outlets"]),
        particles=frozenset(names["particles"]),
        bodies=frozenset(names["bodies"]),
        nobody=frozenset(names["nobody"]),
        compounding=frozenset(names["compounding"]),
        nicknames={name: tuple(others) for name, others in names["nicknames"].items()},
        unnamed={head: kind for kind in ("group", "source", "outlet", "official") for head in sources[kind]},
        collective=frozenset(sources["collective"]),
        anonymous=frozenset(sources["anonymous"]),
        states=frozenset(sources["state"]),
        bodies_of_state=frozenset(sources["office"]),
        private=frozenset(sources["private"]),
        mixed=frozenset(sources["mixed"]),
        interests=frozenset(sources["interests"]),
        transparent=frozenset(sources["transparent"]),
        common=frozenset(sources["common"]),
        goes_on=frozenset(sources["goes_on"]),
        documents=frozenset(sources["documents"]),
        things=frozenset(sources["things"]),
        people=frozenset(sources["people"]),
        institutions=frozenset(sources["institutions"]),
        pairs={kind: frozenset(nouns) for kind, nouns in sources["pairs"].items()},
        epithets=frozenset(roles["epithets"]),
        portfolios=dict(sources["portfolios"]),
    )


def _read(name: str) -> Any:
    return yaml.safe_load((files("onrecord") / "data" / "actors" / name).read_text(encoding="utf-8"))


QUALIFIERS = frozenset({"then", "former", "ex", "late", "acting", "interim", "senior", "new", "next", "presidential"})


def core(role: str) -> str:
    """A role without "former", "acting", "senior" and the like, in one spelling: what is compared."""
    kept = [word for word in role.split() if word not in QUALIFIERS]
    return " ".join(kept or role.split()).replace("advisor", "adviser").replace("defence", "defense")


def typical(role: str) -> str | None:
    """The state that a title names by itself, with or without "deputy" before it."""
    bare = " ".join(word for word in core(role).split() if word not in {"deputy", "assistant", "associate"})
    return words().typical.get(bare)


def past(role: str) -> bool:
    """Whether a role is one that somebody held before."""
    return bool({"former", "ex", "then", "late", "retired"} & set(role.replace("-", " ").split()))


@lru_cache(maxsize=65536)
def leads_a_firm(title: str, of: str | None, side: str | None) -> bool:
    """Whether a role is that of the head of a firm or an association, by the words of its name: "the president" alone,
    in coverage of states, is not they."""
    private = of is not None and side is None and not words().private.isdisjoint(of.casefold().split())
    return private and title.casefold() in words().general["leader"]


@lru_cache(maxsize=65536)
def same_office(asked: str, held: str) -> int:
    """Whether "the envoy" can be the "special peace envoy": 3 in the same words, 2 in other words, 1 loosely, 0 not."""
    one, other = core(asked), core(held)
    if one == other:
        return 3
    asked_words, held_words = one.split(), other.split()
    if asked_words[-1] == held_words[-1] and set(asked_words) <= set(held_words):
        return 2
    if other.startswith(one + " of ") or any(one in group and other in group for group in words().offices):
        return 2
    ends = (" ".join(held_words[at:]) for at in range(len(held_words)))
    return int(any(end in words().general.get(one, ()) for end in ends))
