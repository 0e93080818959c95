"""The reason of a position that a person can read: the words that name its option or show a stance."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.code._codebook.book import Codebook
from onrecord.code._network.asking import Key
from onrecord.code._network.hints import hints_of
from onrecord.code._rules.lexicon import is_a, lexicon
from onrecord.code._rules.places import Places
from onrecord.model import Attribution

WORDS = 8  # of a reason at most


class Reasons:
    """Finds the words in one article that codebook and lists know; the network itself has read the whole passage."""

    def __init__(self, places: Places, codebook: Codebook) -> None:
        self._places = places
        self._hints = hints_of(codebook)

    def of(self, attribution: Attribution, key: Key) -> str:
        """The first such words of a statement's cue and content, in their order; its first words where there are
        none."""
        said: list[Token] = []
        for passage, shown in self._places.covered((*attribution.cue, *attribution.content)):
            found = lexicon().operator_phrases.find(passage.doc[i] for i in sorted(shown))
            deciding = {token.i for match in found for token in match.tokens}
            for token in (passage.doc[i] for i in sorted(shown)):
                named = not token.is_stop and self._hints.named(key, token.text)
                if named or token.i in deciding or is_a(token.lower_, "negators"):
                    said.append(token)
        first = self._places.tokens(attribution.content)
        return " … ".join(token.text for token in said[:WORDS]) or " ".join(token.text for token in first[:WORDS])
