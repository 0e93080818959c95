"""Things with more than one name, from `data/trace/naming.yaml`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SENTENCE = 400  # characters on either side of a name in which the words that settle its sense are looked for
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…]['\"”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÞЀ-Я])|\n")


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of a thing: how it is found, and what tells that it means this thing."""

    name: str
    forms: re.Pattern[str]
    parts: tuple[frozenset[str], ...]  # the words of each form, in small letters
    near: re.Pattern[str] | None = None
    other: re.Pattern[str] | None = None  # longer phrases that mean something else

    def may_stand(self, words: Set[str]) -> bool:
        """Whether a text of these words, in small letters, can hold the name: most texts can't, and this is quick."""
        return any(part <= words for part in self.parts)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the name stands in a text in this sense, in order."""
        others = [match.span() for match in self.other.finditer(text)] if self.other else []
        for match in self.forms.finditer(text):
            at = match.span()
            before = bisect_right(others, (at[0], len(text))) - 1
            if (before < 0 or others[before][1] < at[1]) and self._meant(text, at):
                yield at

    def _meant(self, text: str, at: tuple[int, int]) -> bool:
        if self.near is None:
            return True
        first, last = max(0, at[0] - SENTENCE), min(len(text), at[1] + SENTENCE)
        begin = max((match.end() for match in _STOP.finditer(text, first, at[0])), default=first)
        stop = _STOP.search(text, at[1], last)
        return self.near.search(text, begin, stop.start() if stop else last) is not None


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing with two or more names; `about` says in words what it is."""

    id: str
    about: str
    names: tuple[Name, ...]


@cache
def pairs() -> tuple[Pair, ...]:
    """The pairs of the data file, in its order."""
    return tuple(pair_of(entry) for entry in _data()["pairs"])


@cache
def no_naming() -> frozenset[str]:
    """Words that name nothing in a way of one's own: the calendar, forms of address, verbs of saying."""
    return frozenset(_data()["no_naming"])


@cache
def _data() -> dict[str, Any]:
    path = files("onrecord").joinpath("data/trace/naming.yaml")
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def pair_of(entry: Mapping[str, Any]) -> Pair:
    """A pair from an entry of the file. Raises KeyError for one that lacks a field."""
    return Pair(entry["id"], entry["about"], tuple(_name(name) for name in entry["names"]))


def _name(entry: Mapping[str, Any]) -> Name:
    parts = tuple(frozenset(words_of(form)) for form in entry["forms"])
    near, other = (_any_of(phrases) if phrases else None for phrases in (entry.get("near"), entry.get("not")))
    return Name(entry["name"], _any_of(entry["forms"]), parts, near, other)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.lower())


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_phrase, longest_first)) + r")(?!\w)")


def _phrase(phrase: str) -> str:
    """A phrase in small letters fits any case; white space in it is any white space."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return words if phrase != phrase.lower() else f"(?i:{words})"
