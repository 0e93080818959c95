"""Which side words of an article belong to: states and bodies by the lists, the others by what resolve read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from onrecord.model import Referent
from onrecord.resolve import Lexicon, sides_of
from onrecord.syntax import Passage


class Sides:
    """The sides of one article's words."""

    def __init__(self, passages: Sequence[Passage], referents: Sequence[Referent], lexicon: Lexicon) -> None:
        self._of_referents = sides_of(referents, lexicon)
        self._of_words = _words(referents, self._of_referents)
        self._listed = {id(passage.doc): _listed(passage, lexicon) for passage in passages}

    def of_referent(self, referent: Referent) -> str | None:
        """The side that a referent speaks for, as far as the article tells."""
        return self._of_referents.get(referent.number)

    def of(self, tokens: Iterable[Token]) -> str | None:
        """The first side that the words name, or that somebody they name speaks for; None for none."""
        for token in tokens:
            side = self._listed[id(token.doc)].get(token.i)
            if side is None and token.pos_ in {"PROPN", "NOUN"}:
                side = self._of_words.get(token.lower_)
            if side is not None:
                return side
        return None


def _listed(passage: Passage, lexicon: Lexicon) -> Mapping[int, str]:
    hits = lexicon.find([token.text for token in passage.doc])
    found = ((hit, hit.entry.known.speaks_for) for hit in hits)
    return {i: side for hit, side in found if side is not None for i in range(hit.start, hit.end)}


def _words(referents: Sequence[Referent], sides: Mapping[int, str]) -> Mapping[str, str]:
    """The side of each word of a name, and of the last word of an office, where all who bear it are of one side."""
    bearers: dict[str, set[str | None]] = {}
    for referent in referents:
        if referent.kind in {"state", "organisation"}:
            continue  # the lists know them; a word of their name alone ("north") is not they
        for form, _ in referent.forms:
            words = form.split()
            named = [word.lower() for word in words if word[0].isupper()] or [words[-1].lower()]
            for word in named:
                bearers.setdefault(word, set()).add(sides.get(referent.number))
    alone = {word: next(iter(found)) for word, found in bearers.items() if len(found) == 1}
    return {word: side for word, side in alone.items() if side is not None}
