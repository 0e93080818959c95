"""What is written, and whose it is: "a statement from Tarn's ministry", "an email from Brandt saying …"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.trace._naming import Named, Naming
from onrecord.trace._vocabulary import vocabulary

_FROM = frozenset({"from", "by", "of"})
_ON = frozenset({"on", "about", "into", "regarding", "concerning", "against", "over"})


def paper(phrase: Sequence[Token]) -> Token | None:
    """The noun of a phrase, if it is for something written."""
    inside = {token.i for token in phrase}
    head = next((token for token in phrase if token.head.i not in inside or token.head is token), None)
    return head if head is not None and _is_paper(head) else None


def carried(noun: Token) -> bool:
    """Whether others pass a paper on: "a statement carried by KCNA"."""
    after = noun.doc[noun.i + 1 : noun.i + 4]
    return any(token.lower_ in vocabulary().carried for token in after) and any(token.lower_ == "by" for token in after)


def said_in(cue: Sequence[Token]) -> Token | None:
    """The paper that a participle is said of: "had received an email from Brandt, the envoy, saying"."""
    if not cue or cue[0].tag_ != "VBG":
        return None
    before = cue[0].doc[cue[0].sent.start : cue[0].i]
    return next((t for t in reversed(before) if _is_paper(t) and t.nbor().lower_ in _FROM), None)


def author(naming: Naming, noun: Token) -> tuple[Named, Token] | None:
    """Whom a paper is from, and the word that says so; of an analysis of others' data, whose these are."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in _FROM:
        return None
    who = naming.source(noun.i + 2)
    if who is not None and who.kind == "document":
        return author(naming, doc[who.end - 1])
    return (who, doc[noun.i + 1]) if who is not None else None


def is_about(naming: Naming, noun: Token, referent: int | None) -> bool:
    """Whether somebody is what a paper is on, and so not whose it is: "the report on the Tarn treaty"."""
    topics = (token for child in noun.children if child.lower_ in _ON for token in child.subtree)
    return referent is not None and any(naming.referent(token.i) == referent for token in topics)


def _is_paper(token: Token) -> bool:
    return vocabulary().nouns.get(token.lower_) == "document" and token.pos_ != "PROPN"  # "The Washington Post"
