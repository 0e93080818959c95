"""Which referent of the article a word of a step's clause stands for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import Referent
from onrecord.resolve import Forms
from onrecord.syntax import Passage

_RELATIVE = frozenset({"that", "which", "who", "whom"})
_THEY = frozenset({"he", "she", "they", "it"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.lower_ not in _RELATIVE:
        return token
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else token


class Parties:
    """The referents of one article by the words that name them."""

    def __init__(self, passages: Sequence[Passage], referents: Sequence[Referent]) -> None:
        self._forms = Forms(referents)
        self._at: dict[tuple[int, int], int] = {}
        for number, passage in enumerate(passages):
            for start, end, referent in self._forms.places(passage.doc.text):
                words = passage.doc.char_span(start, end, alignment_mode="expand")
                self._at |= {(number, token.i): referent for token in words or ()}

    def of(self, passage: int, token: Token | None) -> int | None:
        """The referent that a word brings to a clause: the one it names, the one before a relative pronoun or a
        pronoun of the third person, or the state or body behind it ("Iranian negotiators"); None if none is known."""
        if token is None:
            return None
        if token.lower_ in _THEY:
            return self._before(passage, token)
        return self._own(passage, antecedent(token))

    def _own(self, passage: int, token: Token) -> int | None:
        near = [token, *(t for t in token.children if t.dep_ in {"appos", "compound", "amod", "nmod", "poss"})]
        of = [p for t in token.children if t.lower_ in {"of", "from"} for p in t.children if p.dep_ == "pobj"]
        return next((self._at[passage, t.i] for t in (*near, *of) if (passage, t.i) in self._at), None)

    def _before(self, passage: int, pronoun: Token) -> int | None:
        """The last subject before a pronoun that it can stand for, in its passage."""
        person = pronoun.lower_ in {"he", "she"}
        for token in reversed(pronoun.doc[: pronoun.i]):
            number = self._at.get((passage, token.i)) if token.dep_ in _SUBJECTS else None
            if number is not None and (self._forms.kind(number) == "person") == person:
                return number
        return None
