"""Phrases a person can write, found in parsed text.

A phrase is plain words. A word matches a token's form or its lemma, in any case; `word*` matches what begins so;
`[a|b c]` is one of the alternatives, an empty one included; `...` is up to GAP words of the same clause. Articles,
hyphens, possessive endings and quotation marks count neither in the phrase nor in the text. Phrases are indexed by
their first word, so that a sentence is read once however many phrases there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

GAP = 4  # words that "..." may stand for

_PIECE = re.compile(r"\[[^\[\]]*\]|\.\.\.|…|[^\s\[\]]+|[\[\]]")
_SKIPPED = frozenset({"the", "a", "an", "'s", "’s", "'", "’", "‘", '"', "“", "”", "«", "»", "`", "``", "''"})
_QUOTES = '‘“”«»"`'
_DASHES = frozenset("-‐‑")
_CLAUSE_BEGINS = frozenset(
    {"that", "which", "who", "whom", "whether", "because", "if", "but", "while", "although", "when", "unless", "until"}
)
_GAP: tuple[Words, ...] = ()

Words = tuple[str, ...]
Phrase = tuple[tuple[Words, ...], ...]  # pieces in order; a piece is its alternatives, the gap has none


class PatternError(ValueError):
    """A phrase that cannot be read, with what is wrong with it and how to mend it."""


@cache
def phrase(text: str) -> Phrase:
    """Read a phrase into its pieces. Raises PatternError."""
    read = [(written, _piece(written.replace("’", "'"))) for written in _PIECE.findall(text)]
    kept = [(written, piece) for written, piece in read if piece == _GAP or any(piece)]
    pieces = tuple(piece for _, piece in kept)
    if not any(pieces):
        raise PatternError("holds no word: write those that mention the option")
    core = _core(kept)
    if pieces[0] == _GAP or pieces[-1] == _GAP:
        raise PatternError(f"begins or ends with a gap: write just {core!r}")
    if not all(pieces[0]):
        raise PatternError(f"begins with words that may be left out: write just {core!r}")
    return pieces


def _core(kept: Sequence[tuple[str, tuple[Words, ...]]]) -> str:
    """A phrase as written, from the first to the last piece that has to be there; its first choice if none has."""
    needed = [number for number, (_, piece) in enumerate(kept) if piece != _GAP and all(piece)]
    if needed:
        last = max(number for number, (_, piece) in enumerate(kept) if piece != _GAP)
        return " ".join(written for written, _ in kept[needed[0] : last + 1])
    choices = [" ".join(words) for words in next(piece for _, piece in kept if piece != _GAP) if words]
    return f"[{'|'.join(choices)}]" if len(choices) > 1 else choices[0]


def _piece(piece: str) -> tuple[Words, ...]:
    if piece in {"...", "…"}:
        return _GAP
    if piece in {"[", "]"}:
        raise PatternError(f"has a lone {piece!r}: write choices as [one|other], none inside another")
    if piece.startswith("["):
        return tuple(dict.fromkeys(_words(alternative) for alternative in piece[1:-1].split("|")))
    return (_words(piece),)


def _words(text: str) -> Words:
    words: list[str] = []
    for word in re.split(r"[\s\-‐‑]+", text.lower()):
        plain = word.strip(_QUOTES).removesuffix("'s")
        if not plain or plain in _SKIPPED:
            continue
        if "*" in plain[:-1] or plain == "*":
            raise PatternError("has a '*' that does not end a word: write it behind its first letters (recogni*)")
        if "..." in plain or "…" in plain:
            raise PatternError("has a gap inside a word or a choice: write it between two words")
        words.append(plain)
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Match:
    """The phrase with this label was found in `tokens` (those its words matched, not those in its gaps)."""

    label: int
    tokens: tuple[Token, ...]


class Phrases:
    """Many phrases at once. Each comes with a number, its label, which a match gives back."""

    def __init__(self, phrases: Iterable[tuple[str, int]]) -> None:
        self._by_word: dict[str, list[tuple[Phrase, int]]] = {}
        self._by_start: dict[str, list[tuple[Phrase, int]]] = {}
        for text, label in phrases:
            read = phrase(text)
            for first in dict.fromkeys(words[0] for words in read[0]):
                index = self._by_start if first.endswith("*") else self._by_word
                index.setdefault(first.rstrip("*"), []).append((read, label))
        self._lengths = sorted({len(start) for start in self._by_start})

    def find(self, tokens: Iterable[Token]) -> list[Match]:
        """Every match in one sentence's tokens, in order of its first token, its last token and its label."""
        kept = [token for token in tokens if not _skipped(token)]
        forms = [_forms(token) for token in kept]
        found: dict[tuple[int, int, int], Match] = {}
        for at, own in enumerate(forms):
            for read, label in self._beginning(own):
                for used in _follow(read, forms, at):
                    match = Match(label, tuple(kept[i] for i in used))
                    found.setdefault((used[0], used[-1], label), match)
        return [found[key] for key in sorted(found)]

    def _beginning(self, forms: Words) -> Iterator[tuple[Phrase, int]]:
        for form in forms:
            yield from self._by_word.get(form, ())
        for length in self._lengths:
            for start in dict.fromkeys(form[:length] for form in forms if len(form) >= length):
                yield from self._by_start.get(start, ())


def _follow(rest: Phrase, forms: Sequence[Words], at: int) -> Iterator[tuple[int, ...]]:
    """The ways to read the rest of a phrase from token `at` on: the tokens that its words take."""
    if not rest:
        yield ()
        return
    if rest[0] == _GAP:
        for skipped in range(GAP + 1):
            yield from _follow(rest[1:], forms, at + skipped)
            word = forms[at + skipped][0] if at + skipped < len(forms) else ""
            if not word[:1].isalnum() or word in _CLAUSE_BEGINS:
                return
        return
    for words in rest[0]:
        if at + len(words) <= len(forms) and all(_matches(word, forms[at + i]) for i, word in enumerate(words)):
            here = tuple(range(at, at + len(words)))
            yield from (here + more for more in _follow(rest[1:], forms, at + len(words)))


def _matches(word: str, forms: Words) -> bool:
    if word.endswith("*"):
        return any(form.startswith(word[:-1]) for form in forms)
    return word in forms


def _skipped(token: Token) -> bool:
    return token.is_space or token.lower_ in _SKIPPED or token.text in _DASHES


def _forms(token: Token) -> Words:
    lower, lemma = token.lower_, token.lemma_.lower()
    return (lower,) if lower == lemma or not lemma else (lower, lemma)
