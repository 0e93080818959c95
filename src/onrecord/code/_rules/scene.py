"""What one attribution lets be seen of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.code._rules.holder import Voice
from onrecord.code._rules.lexicon import Operator


@dataclass(frozen=True, slots=True)
class Found:
    """An operator found in the text, under its head token, with all its tokens."""

    operator: Operator
    words: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an option of an issue, or its opposite (sign -1), under their head token."""

    issue: str
    option: str
    sign: int
    words: tuple[Token, ...]
    head: Token


@dataclass(frozen=True, slots=True)
class Scene:
    """Operators by their head's index, the tokens of content, cue and source, and the speaker."""

    operators: dict[int, tuple[Found, ...]]
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    voice: Voice
    spoken_for: frozenset[int]  # tokens that belong to an operator, so that its "no" negates nothing else

    def find(self, token: Token, roles: frozenset[str], apart_from: frozenset[int]) -> Found | None:
        """The longest operator of one of the roles under the token that shares no word with the mention."""
        for found in self.operators.get(token.i, ()):
            if found.operator.role in roles and not any(word.i in apart_from for word in found.words):
                return found
        return None
