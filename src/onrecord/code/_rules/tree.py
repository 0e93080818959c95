"""How deep each token of a passage lies in the syntax, counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token


class Tree:
    """The depths of one passage's tokens: 0 for the root of a sentence."""

    def __init__(self, doc: Doc) -> None:
        self._depths: dict[int, int] = {}
        for token in doc:
            path: list[int] = []
            while token.i not in self._depths and token.head != token:
                path.append(token.i)
                token = token.head
            depth = self._depths.setdefault(token.i, 0)
            for steps, i in enumerate(reversed(path), 1):
                self._depths[i] = depth + steps

    def top(self, tokens: Iterable[Token]) -> Token:
        """The token of these that lies least deep, of several the first."""
        return min(tokens, key=lambda token: (self._depths[token.i], token.i))

    def below(self, top: Token, token: Token) -> Iterator[Token]:
        """What lies in the syntax between a token and one above it, the lower first; nothing if it isn't above."""
        path: list[Token] = []
        at = token.head
        while self._depths[at.i] > self._depths[top.i]:
            path.append(at)
            at = at.head
        return iter(path if at == top else ())
