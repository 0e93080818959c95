"""What the rules alone make of an article's attributions, before the network is asked."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import code, resolve, syntax
from onrecord.code._rules.rules import Rules
from onrecord.model import Article, Attribution, Position, Reading


def reading_of(
    article: Article, passages: Sequence[syntax.Passage], attributions: Sequence[Attribution]
) -> tuple[Reading, resolve.Lexicon]:
    """The reading up to its speakers, and the lists that it was read with."""
    lexicon = resolve.lexicon()
    referents, speakers = resolve.refer(article, passages, tuple(attributions), lexicon)
    return Reading(article, tuple(attributions), referents, speakers), lexicon


def ruled(
    article: Article, passages: Sequence[syntax.Passage], attributions: Sequence[Attribution], book: code.Codebook
) -> tuple[tuple[Position, ...], ...]:
    """The rules' positions of each attribution."""
    reading, lexicon = reading_of(article, passages, attributions)
    rules = Rules(reading, passages, book, lexicon)
    return tuple(rules.positions(number) for number in range(len(attributions)))
