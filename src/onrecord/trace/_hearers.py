"""To which outlet, or through which, somebody spoke: "told Reuters", "said in an interview on Monday with the BBC"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.trace._naming import Named, Naming
from onrecord.trace._vocabulary import phrase_before, vocabulary

_MARKS = frozenset({'"', "“", "'", "‘"})
_ANY = frozenset({"with", "to", "on", "for", "in", "at", "by", "from"})  # after a word for where somebody speaks
_SAID = frozenset({"on", "to"})  # after a verb of saying
_TIMES = frozenset({"DATE", "TIME"})
_BETWEEN = frozenset({"live", "earlier", "this", "last", "exclusive", "also", "later", "first", "only"})
_FAR = 8  # words that may stand between
_STEPS = 4  # words up the tree


def hearers(naming: Naming) -> Iterator[tuple[Named, Token, Token]]:
    """Each outlet that heard or carried something, with the first and the last of the words that tie it."""
    doc = naming.passage.doc
    for who in naming.outlets():
        before = who.start - 1
        while before >= 0 and doc[before].text in _MARKS:
            before -= 1
        if before < 0:
            continue
        words = (
            1 if doc[before].lemma_.lower() in vocabulary().tells else phrase_before(doc, before, vocabulary().through)
        )
        if words:
            yield who, doc[before - words + 1], doc[before]
        elif (anchor := _anchor(doc, before)) is not None:
            yield who, anchor, doc[before]


def _anchor(doc: Doc, preposition: int) -> Token | None:
    """What a preposition before an outlet hangs on, if somebody speaks there or is carried."""
    if doc[preposition].lower_ not in _ANY:
        return None
    start = doc[preposition].sent.start
    left = preposition - 1
    while left >= start and preposition - left <= _FAR and _may_stand_between(doc[left]):
        left -= 1
    above = list(doc[preposition].ancestors)[:_STEPS]
    nearby = [doc[left]] if left >= start else []
    return next((t for t in (*nearby, *above) if t.i < preposition and _ties(t, doc[preposition].lower_)), None)


def _may_stand_between(token: Token) -> bool:
    return token.ent_type_ in _TIMES or token.pos_ == "ADV" or token.lower_ in _BETWEEN


def _ties(token: Token, preposition: str) -> bool:
    words, lemma = vocabulary(), token.lemma_.lower()
    if token.lower_ in words.forums | words.carried or lemma in words.appears:
        return True
    return token.pos_ == "VERB" and lemma in words.says and preposition in _SAID
