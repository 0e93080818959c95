"""Words by which a text itself says that somebody moved: "for the first time", "dropped its demand", "no longer"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from onrecord import yamls

Way = Literal["softer", "harder", "either"]
Slot = tuple[tuple[str, ...], bool]  # the words that fit, and whether it may be missing; no words: a gap
GAP = 5  # words that … stands for, at most
KEPT = 50_000  # sentences whose answer is kept, as a record is read again after each judgement
LONGEST = 2_000  # characters of a clause that are looked at; bounds the work on a text without stops
_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
_CLAUSE = re.compile(
    r"[;:–—]|[.!?…][\"”’»)\]]*(?=\s)|,\s*(?=(?:and|but|while|whereas|although|though|which|who)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Announced:
    """The words that say so, and which way they tell."""

    words: str
    way: Way


@dataclass(frozen=True, slots=True)
class _Lexicon:
    phrases: tuple[tuple[Way, tuple[Slot, ...]], ...]
    kept: frozenset[str]
    begun: frozenset[str]
    reach: int


@lru_cache(maxsize=KEPT)
def announced(words: str, near: tuple[str, ...] = (), others: frozenset[str] = frozenset()) -> Announced | None:
    """What announces a change in a sentence or two, the first of it; None where nothing does.

    `near` are words that tell of the option: only the clause with most of them counts, as "dropped its demand for a
    visit, and wants the loan" says nothing of the loan; without them every clause does. `others` are names (in small
    letters) whose move it would be: "Orlund dropped its demand" is not Karshevia's move. What is denied, asked for or
    supposed is none.
    """
    clauses = [(clause, _tokens(clause)) for clause in _clauses(words)]
    wanted = {token for word in near for token in _tokens(word)}
    most = max(len(wanted.intersection(tokens)) for _, tokens in clauses)
    for clause, tokens in clauses:
        if len(wanted.intersection(tokens)) < most:
            continue
        for way, start, end in _found(tokens):
            if _own(tokens[:start], others):
                return Announced(_as_written(clause, start, end), way)
    return None


def _tokens(words: str) -> list[str]:
    return [token.lower().replace("’", "'") for token in _WORD.findall(words)]


def _clauses(words: str) -> Iterator[str]:
    start = 0
    for stop in _CLAUSE.finditer(words):
        yield words[start : stop.start()][:LONGEST]
        start = stop.end()
    yield words[start:][:LONGEST]


def _found(tokens: Sequence[str]) -> Iterator[tuple[Way, int, int]]:
    for start in range(len(tokens)):
        for way, slots in _begun_with(tokens[start]):
            end = _match(slots, tokens, start)
            if end is not None and _takes_place(tokens, start):
                yield way, start, end


@lru_cache(maxsize=KEPT)
def _begun_with(token: str) -> tuple[tuple[Way, tuple[Slot, ...]], ...]:
    """The phrases that can begin with a word: few words begin any."""
    phrases = ((way, slots, *slots[0]) for way, slots in _lexicon().phrases)
    return tuple(
        (way, slots)
        for way, slots, fits, may_lack in phrases
        if may_lack or not fits or any(_fits(token, one) for one in fits)
    )


def _takes_place(tokens: Sequence[str], at: int) -> bool:
    return not tokens[at].endswith("ing") or not _lexicon().begun.isdisjoint(tokens[max(0, at - 2) : at])


def _match(slots: Sequence[Slot], tokens: Sequence[str], at: int) -> int | None:
    """Where a phrase that begins at `at` ends. A gap is tried from its shortest."""
    if not slots:
        return at
    (fits, may_lack), rest = slots[0], slots[1:]
    if not fits:
        tried = (_match(rest, tokens, later) for later in range(at, min(at + GAP, len(tokens)) + 1))
        return next((end for end in tried if end is not None), None)
    if at < len(tokens) and any(_fits(tokens[at], one) for one in fits):
        end = _match(rest, tokens, at + 1)
        if end is not None:
            return end
    return _match(rest, tokens, at) if may_lack else None


def _fits(token: str, one: str) -> bool:
    return token.startswith(one[:-1]) if one.endswith("*") else token == one


def _own(before: Sequence[str], others: frozenset[str]) -> bool:
    """Whether what is told so far neither denies the move, nor asks for it, nor gives it to somebody else."""
    known = _lexicon()
    near = before[-known.reach :]
    if any(token in known.kept or token.endswith("n't") for token in near):
        return False
    return not any(token.removesuffix("'s") in others for token in near)


def _as_written(clause: str, start: int, end: int) -> str:
    places = list(_WORD.finditer(clause))
    return clause[places[start].start() : places[end - 1].end()]


@cache
def _lexicon() -> _Lexicon:
    path = files("onrecord").joinpath("data/analyse/movement.yaml")
    data = yamls.read(path.read_text(encoding="utf-8"))
    phrases: list[tuple[Way, tuple[Slot, ...]]] = []
    for way in ("softer", "harder", "either"):
        phrases += [(way, tuple(map(_slot, phrase.split()))) for phrase in data["ways"][way]]
    return _Lexicon(tuple(phrases), _listed(data["kept"]), frozenset(data["begun"]), data["reach"])


def _listed(rows: Sequence[Sequence[str]]) -> frozenset[str]:
    return frozenset(word for row in rows for word in row)


def _slot(piece: str) -> Slot:
    if piece == "…":
        return (), False
    words = piece.strip("[]").split("|")
    return tuple(word for word in words if word), "" in words
