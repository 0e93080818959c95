"""What can be told of phrases without any text: that one finds all that another finds, or can't find itself.

A phrase stands for finitely many sequences of words, so that it is a finite automaton (Thompson 1968), and one phrase
is contained in another if every step of the one has a step of the other beside it (subset construction, Rabin & Scott
1959). Words are compared as they are written: that "sanctions" is a form of "sanction" is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import capwords
from typing import NamedTuple

from onrecord.code._codebook.patterns import GAP, Phrase, Phrases, Words, phrase
from onrecord.model import Span
from onrecord.syntax import unparsed

_ANY = "..."


class _State(NamedTuple):
    """Words of an alternative still to come, the piece after it, and how many words a gap may still take."""

    words: Words
    at: int
    gap: int = 0


def contained(narrow: str, wide: str) -> bool:
    """Whether all that the phrase `narrow` finds is found by `wide` too, word for word, so that neither goes first.

    Where a gap of `wide` takes a word that `narrow` names, `narrow` is the longer one and counts alone.
    """
    one, other = phrase(narrow), phrase(wide)
    start = frozenset(_open(other, 0))
    waiting = [(state, start) for state in _open(one, 0)]
    seen = set(waiting)
    while waiting:
        state, beside = waiting.pop()
        if _ended(one, state):
            if not any(_ended(other, known) for known in beside):
                return False
            continue
        for word, after in _steps(one, state):
            reached = frozenset(n for known in beside for met, n in _steps(other, known) if _finds(met, word))
            if not reached:
                return False
            if (after, reached) not in seen:
                seen.add((after, reached))
                waiting.append((after, reached))
    return True


def _open(read: Phrase, at: int) -> Iterator[_State]:
    """The states in which the pieces from `at` on may begin."""
    if at == len(read):
        yield _State((), at)
    elif not read[at]:
        yield from _gap(read, at + 1, GAP)
    else:
        for words in read[at]:
            if words:
                yield _State(words, at + 1)
            else:
                yield from _open(read, at + 1)


def _gap(read: Phrase, at: int, room: int) -> Iterator[_State]:
    if room:
        yield _State((), at, room)
    yield from _open(read, at)


def _ended(read: Phrase, state: _State) -> bool:
    return state == _State((), len(read))


def _steps(read: Phrase, state: _State) -> Iterator[tuple[str, _State]]:
    if state.gap:
        yield from ((_ANY, after) for after in _gap(read, state.at, state.gap - 1))
    elif len(state.words) > 1:
        yield state.words[0], _State(state.words[1:], state.at)
    elif state.words:
        yield from ((state.words[0], after) for after in _open(read, state.at))


def _finds(word: str, other: str) -> bool:
    """Whether a word of one phrase finds all that a word of another may stand for, as a word of its own."""
    return word == other or (word.endswith("*") and other != _ANY and other.rstrip("*").startswith(word[:-1]))


def unfindable(text: str) -> tuple[str, ...] | None:
    """The choices of a phrase that don't find their own words; None when the whole phrase finds nothing for that.

    The usual reason is a word that is none to the tokeniser, which takes "leaders'" and "can't" for two.
    """
    pieces = [[" ".join(words) for words in piece] for piece in phrase(text) if piece]
    dead = [[choice for choice in piece if choice and not _finds_itself(choice)] for piece in pieces]
    if any(len(lost) == len(piece) for lost, piece in zip(dead, pieces, strict=True)):
        return None
    return tuple(choice for lost in dead for choice in lost)


def _finds_itself(words: str) -> bool:
    plain, finder = words.replace("*", ""), Phrases([(words, 0)])
    written = [plain, capwords(plain)]  # "mr." is two words where "Mr." is one
    if "." in plain:
        written.append(plain.upper())  # and so is "U.S."
    return any(finder.find(passage.doc) for text in written for passage in unparsed(text, [Span(0, len(text))]))
