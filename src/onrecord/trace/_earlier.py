"""What a chain owes to those before it in the article: "the newspaper", "the source", "she"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model import Link, Referent, Span
from onrecord.trace._vocabulary import UNNAMED, vocabulary

Chain = tuple[Link, ...]

_PRONOUNS = {"he": "masculine", "she": "feminine"}


class Earlier:
    """The chains of an article so far, to be told of each in the order of the text."""

    def __init__(self, text: str, referents: Mapping[int, Referent]) -> None:
        self._text, self._referents = text, referents
        self._outlet: Link | None = None
        self._person: Link | None = None
        self._heard: list[tuple[str, Chain]] = []  # unnamed sources heard through an outlet: noun, chain up to them

    def settled(self, chain: Sequence[Link]) -> Chain:
        """A chain with its common nouns for outlets put to names and nobody in it twice; it is kept for later ones."""
        links: list[Link] = []
        for link in map(self._with_name, chain):
            if not any((other.kind, other.name) == (link.kind, link.name) for other in links):
                links.append(link)
        for at, link in enumerate(links):
            if link.kind in UNNAMED and at:
                nouns = [word for word in self._words(link) if word in vocabulary().nouns]
                self._heard += [(noun, tuple(links[:at])) for noun in nouns[:1]]
        if links and links[-1].kind == "named":
            self._person = links[-1]
        return tuple(links)

    def heard(self, source: Link) -> Chain:
        """The chain up to "the source", if an outlet's source was spoken of before."""
        words = self._words(source)
        if len(words) != 2 or words[0] not in {"the", "these", "those"}:
            return ()
        return next((chain for noun, chain in reversed(self._heard) if noun in {words[-1], words[-1] + "s"}), ())

    def person(self, pronoun: Token, span: Span, cue: Span) -> Link | None:
        """Whom "he" or "she" means: the last person who spoke, unless the article makes them of the other gender."""
        if pronoun.lower_ not in _PRONOUNS or self._person is None:
            return None
        referent = self._referents.get(self._person.referent) if self._person.referent is not None else None
        if referent is not None and referent.gender not in {None, _PRONOUNS[pronoun.lower_]}:
            return None
        return replace(self._person, spans=(span,), cue=(cue,))

    def _with_name(self, link: Link) -> Link:
        if link.kind != "another outlet":
            return link
        words = self._words(link)
        if has_name(link):
            self._outlet = link
        elif len(words) == 2 and words[0] == "the" and self._outlet is not None:
            return replace(link, name=self._outlet.name, referent=self._outlet.referent)
        return link

    def _words(self, link: Link) -> list[str]:
        span = link.spans[0]
        return self._text[span.start : span.end].lower().split()


def has_name(link: Link) -> bool:
    """Whether a link is called by a name and not by a common noun alone."""
    return link.referent is not None or link.name[:1].isupper()
