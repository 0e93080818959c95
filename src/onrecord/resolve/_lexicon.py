"""The lexicon: every actor that a list names, found in a text by a walk over its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import spacy
from spacy.language import Language

from onrecord.errors import SettingsError
from onrecord.resolve._lists import Known, read, shipped
from onrecord.resolve._names import fold, parts
from onrecord.resolve._words import words as vocabulary

Usage = Literal["name", "demonym", "seat", "person"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a known actor: its words as listed."""

    words: tuple[str, ...]
    known: Known
    usage: Usage
    needs_bearer: bool  # "the North" counts only where the article names North Korea otherwise


@dataclass(frozen=True, slots=True)
class Hit:
    """A known actor at tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lists know. `entries` go by their first word, folded, the longest first."""

    entries: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    actors: Mapping[str, Known]  # by canonical name
    persons: Mapping[tuple[str, ...], Known]  # by the folded words of each form of a name

    def find(self, texts: Sequence[str]) -> list[Hit]:
        """The known actors in a list of tokens: the longest at each place, from left to right, none overlapping."""
        folded = [fold(text) for text in texts]
        hits: list[Hit] = []
        at = 0
        while at < len(texts):
            hit = self._at(at, texts, folded)
            if hit is not None:
                hits.append(hit)
            at = hit.end if hit else at + 1
        return hits

    def _at(self, at: int, texts: Sequence[str], folded: Sequence[str]) -> Hit | None:
        for key, entry in self.entries.get(folded[at], ()) if at < len(texts) else ():
            end = at + len(key)
            if tuple(folded[at:end]) != key or not _as_written(texts[at:end], entry):
                continue
            inner = self._at(at + 1, texts, folded) if entry.needs_bearer else None
            if inner is None or inner.end <= end:  # "the South" is no part of "the South Korean leader"
                return Hit(at, end, entry)
        return None

    def person(self, name: str) -> Known | None:
        """The listed person of whom this is a listed form."""
        return self.persons.get(parts(name))

    def side_of(self, name: str | None) -> str | None:
        """The side that a known actor speaks for; the name itself where no list knows it."""
        known = self.actors.get(name) if name else None
        return known.speaks_for if known else None


def lexicon(files: Sequence[Path] = ()) -> Lexicon:
    """The shipped tables and the user's actor lists, the user's winning.

    Raises SettingsError, naming file, entry and field, when a list does not hold what it should.
    """
    return _lexicon(tuple(Path(file) for file in files))


@lru_cache(maxsize=8)
def _lexicon(paths: tuple[Path, ...]) -> Lexicon:
    table, *lists = shipped()
    layers = [(table, None), *((actors, None) for actors in lists), *((read(path), path) for path in paths)]
    forms: dict[tuple[str, ...], Entry] = {}
    actors: dict[str, Known] = {}
    for layer, path in layers:
        forms |= _forms(layer, path)
        for known in layer:
            actors[known.name] = _joined(actors.get(known.name), known)
    entries: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for key, entry in forms.items():
        if entry.usage != "person" or len(key) > 1:
            current = Entry(entry.words, actors[entry.known.name], entry.usage, entry.needs_bearer)
            entries.setdefault(key[0], []).append((key, current))
    return Lexicon(
        {first: tuple(sorted(found, key=lambda f: (-len(f[0]), f[0]))) for first, found in entries.items()},
        actors,
        {parts(form): k for k in actors.values() if k.kind == "person" for form in (k.name, *k.aliases)},
    )


def _forms(layer: Iterable[Known], path: Path | None) -> dict[tuple[str, ...], Entry]:
    """Every form that the layer lists. One that two actors bear is nobody's in the table, an error in a list."""
    bearers: dict[tuple[str, ...], dict[str, Entry]] = {}
    for known in layer:
        for form, usage in _usages(known):
            needs_bearer = form.startswith("the ") and len(form.split()) == 2
            words = _tokens(form if needs_bearer else form.removeprefix("the "))
            entry = Entry(words, known, usage, needs_bearer)
            found = bearers.setdefault(tuple(fold(word) for word in words), {})
            # A word listed in small letters is met in any, so of two spellings the one with fewer capitals serves both.
            if known.name not in found or _capitals(words) < _capitals(found[known.name].words):
                found[known.name] = entry
            if needs_bearer and form.removeprefix("the ") not in vocabulary().nobody:
                bare = Entry(words[1:], known, usage, True)  # "a Compact spokesman"
                bearers.setdefault(tuple(fold(word) for word in bare.words), {}).setdefault(known.name, bare)
    for key, found in bearers.items():
        if len(found) > 1 and path is not None:
            both = " and ".join(sorted(found))
            raise SettingsError(f"{' '.join(key)!r} is given to {both}.", path=path, field="aliases")
    return {key: next(iter(found.values())) for key, found in bearers.items() if key and len(found) == 1}


def _usages(known: Known) -> list[tuple[str, Usage]]:
    if known.kind == "person":
        return [(form, "person") for form in (known.name, *known.aliases)]
    names: list[tuple[str, Usage]] = [(form, "name") for form in (known.name, *known.aliases)]
    demonyms: list[tuple[str, Usage]] = [(form, "demonym") for form in known.demonyms]
    return demonyms + names + [(form, "seat") for form in known.seats]


def _joined(old: Known | None, new: Known) -> Known:
    """A later list adds forms to an actor and overrides the rest."""
    if old is None:
        return new
    both = {
        key: tuple(dict.fromkeys((*getattr(new, key), *getattr(old, key))))
        for key in ("aliases", "demonyms", "seats", "leaders")
    }
    return new.model_copy(update=both | {"side": new.side or old.side})


@cache
def _blank() -> Language:
    return spacy.blank("en")


def _capitals(words: Sequence[str]) -> int:
    return sum(word[:1].isupper() for word in words)


def _tokens(form: str) -> tuple[str, ...]:
    """The form cut as the parser cuts a text."""
    return tuple(token.text for token in _blank().tokenizer(form) if not token.is_space)


def _as_written(texts: Sequence[str], entry: Entry) -> bool:
    """Whether the letters allow the match. A state's name may be all small, as in a careless translation."""
    careless = entry.usage == "name" and entry.known.kind == "state" and all(text.islower() for text in texts)
    if careless and len(entry.known.name) > 3:
        form = " ".join(entry.words)
        return not form.isupper() and form.lower() not in vocabulary().ordinary and len(form) > 4
    return all(map(_as_listed, texts, entry.words))


def _as_listed(text: str, listed: str) -> bool:
    """A word may have more capitals than listed, and a long acronym fewer (Nato); "us" is never the US."""
    if not listed[:1].isupper():
        return True
    short = listed.isupper() and sum(c.isalpha() for c in listed) <= 3 and any(c.isalpha() for c in listed[1:])
    return text.isupper() if short else text[:1].isupper()
