"""Names of persons: their words, and when two of them can be the same person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from onrecord.resolve._words import words

ALIKE = 90  # rapidfuzz ratio, 0 to 100, from which two whole names are spellings of one
ALIKE_SURNAME = 86  # the same for a surname of at least LONG letters
ALIKE_GIVEN = 80  # and for a given name
LONG = 6
SUFFIXES = frozenset({"sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, with straight apostrophes: for comparing, never for showing."""
    plain = text.replace("’", "'").replace("‘", "'")
    if plain.isascii():
        return plain.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return bare.casefold()


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name folded, hyphens and apostrophes closed up, without particles and suffixes.

    "Ursula von der Leyen" → ursula, leyen; "Moon Jae-in" → moon, jaein; "Donald Trump Jr." → donald, trump, jr.
    """
    bare = re.sub(r"\b(?:al|el)[-\s](?=\w)", "", fold(name))
    found = [re.sub(r"[^\w]", "", word) for word in bare.split()]
    small = SUFFIXES | words().particles
    kept = [word for at, word in enumerate(found) if word and (at == 0 or word not in small)]
    return tuple(kept) or tuple(word for word in found if word)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word as it sounds, roughly: "tronwick" and "tronvik", "zelenskyy" and "zelenskiy" are one."""
    for old, new in words().sounds:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


def same_spelling(one: str, other: str) -> bool:
    """Whether two surnames are one up to its spelling in Latin letters."""
    if one == other or (len(one) > 3 and sound(one) == sound(other)):
        return True
    long = min(len(one), len(other)) >= LONG
    return long and one[0] == other[0] and fuzz.ratio(sound(one), sound(other)) >= ALIKE_SURNAME


def same_name(one: str, other: str) -> bool:
    """Whether two full names can be one person's: equal, spelled alike, or one with fewer given names."""
    a, b = parts(one), parts(other)
    if "".join(a) == "".join(b) or _tail(one, other) or _tail(other, one) or _initials(a, b) or _initials(b, a):
        return True
    if "jr" in set(a) ^ set(b) or len(a) < 2 or len(b) < 2:
        return False
    shorter, longer = sorted((a, b), key=len)
    if not same_spelling(shorter[-1], longer[-1]):
        return len(a) == len(b) and a[0] == b[0] and len("".join(a)) > 9 and fuzz.ratio("".join(a), "".join(b)) >= ALIKE
    return all(any(_same_given(given, other) for other in longer[:-1]) for given in shorter[:-1])


def _tail(one: str, other: str) -> bool:
    """Whether a name is another without its given name: "Von der Leyen", "García Márquez"."""
    return " " in one and fold(other).endswith(f" {fold(one)}")


def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name is another with its first words by their initials: "U.S. Steel", "J. D. Vance" closed up."""
    many = len(one[0]) if len(one) > 1 else 0
    return 1 < many < len(other) and one[0] == "".join(w[0] for w in other[:many]) and one[1:] == other[many:]


def can_be_spelling(one: str, other: str) -> bool:
    """Whether two full names agree so far that an equal office makes them one: Volodymyr, Vladimir Zelensky."""
    a, b = parts(one), parts(other)
    if len(a) < 2 or len(b) < 2 or not same_spelling(a[-1], b[-1]):
        return False
    return a[0][0] == b[0][0] and fuzz.ratio(a[0], b[0]) >= 50


def fits(single: str, full: str) -> int:
    """How well one word stands for a full name: 3 its last word, 2 a spelling of that, 1 its first word, 0 not."""
    one, many = parts(single), parts(full)
    if not one or not many:
        return 0
    if len(one) > 1:
        return 3 if many[-len(one) :] == one else 0
    if one[0] == many[-1]:
        return 3
    if same_spelling(one[0], many[-1]):
        return 2
    if one[0] != many[0]:
        return 0
    return 3 if one[0] in words().family_first and len(many) > 1 and many[-1] not in words().family_first else 1


def _same_given(one: str, other: str) -> bool:
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    if other in words().nicknames.get(one, ()) or one in words().nicknames.get(other, ()):
        return True
    return sound(one) == sound(other) or (one[0] == other[0] and fuzz.ratio(one, other) >= ALIKE_GIVEN)
