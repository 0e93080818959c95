"""Who a cue's words belong to: the subject of a verb, through passives, coordination, control and relative clauses."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.attribute._candidates import Range

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_SHARED = frozenset({"conj"})
_CONTROLLED = frozenset({"xcomp", "advcl", "pcomp"})
_HEAVY = frozenset({"relcl", "advcl", "acl", "parataxis", "ccomp"})
_DEPTH = 6


def source_of(verb: Token) -> Token | None:
    """The token that heads the source of a verb, None where the sentence gives none."""
    return _subject(verb, _DEPTH)


def _subject(verb: Token, depth: int) -> Token | None:
    if depth == 0:
        return None
    children = list(verb.children)
    bare_participle = verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "nsubj"} for child in children)
    passive = bare_participle or any(child.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for child in children)
    agent = next((t for c in children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"), None)
    if agent is not None:
        return agent
    if passive:
        return None
    own = next((child for child in children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return None if own.dep_ != "nsubj" else own
    if verb.dep_ in _SHARED:
        joined = verb.head
        if joined.dep_ == "ccomp" and joined.head.tag_ == verb.tag_ != joined.tag_:
            joined = joined.head  # "denied it was selling and accused …": like in form to "denied"
        return _subject(joined, depth - 1)
    if verb.dep_ in _CONTROLLED:
        return _controller(verb, depth)
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        if verb.tag_ == "VBG" and verb.i > 0 and verb.doc[verb.left_edge.i - 1].text == ",":
            return _clause_subject(verb.head, depth) or verb.head  # "He spoke on X, pledging …" is he, not X
        return verb.head if verb.tag_ == "VBG" or verb.dep_ == "relcl" else _owner(verb.head, depth)
    return None


def _controller(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if verb.dep_ == "pcomp":  # "after saying", "by calling"
        while head.pos_ == "ADP" and head.head.i != head.i:
            head = head.head
    if verb.dep_ == "xcomp":
        told = next((c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i), None)
        if told is not None and verb.tag_ == "VB":
            return told
    if head.pos_ in {"VERB", "AUX"}:
        return _subject(head, depth - 1) or next((c for c in head.children if c.dep_ == "nsubjpass"), None)
    if head.pos_ == "ADJ":
        return _subject(head.head, depth - 1)
    return _owner(head, depth)


def _clause_subject(token: Token, depth: int) -> Token | None:
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return _subject(token, depth - 1) if token.pos_ in {"VERB", "AUX"} else None


def _owner(noun: Token, depth: int = _DEPTH) -> Token | None:
    """Whose noun it is: "his plan", "the plan by Lavrov", "he made a plan"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    by = next((t for c in noun.children if c.lower_ in {"by", "from"} for t in c.children if t.dep_ == "pobj"), None)
    if by is not None:
        return by
    if depth and noun.dep_ in {"dobj", "attr", "conj"} and noun.head.pos_ in {"VERB", "AUX"}:
        return _subject(noun.head, depth - 1)
    return None


def owner_of(noun: Token) -> Token | None:
    """The token that heads the source of a noun that is a cue."""
    return _owner(noun)


def source_range(head: Token) -> Range:
    """The whole of a source's noun phrase, with its appositions, less clauses that hang on its end."""
    start, end = head.left_edge.i, head.right_edge.i
    for child in head.subtree:
        if child.dep_ in _HEAVY and child.i > head.i:
            end = min(end, child.left_edge.i - 1)
    return start, max(end, head.i)


def neighbour(verb: Token, frame: str) -> Token | None:
    """The name or noun phrase right after ("…," said X) or right before (X said: "…") a verb that lacks a subject."""
    step = 1 if frame == "quote<" else -1
    number = verb.i + step
    while 0 <= number < len(verb.doc) and abs(number - verb.i) <= 3:
        token = verb.doc[number]
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            chunk = token
            while chunk.head.pos_ in {"PROPN", "NOUN"} and chunk.dep_ in {"compound", "amod", "nmod"}:
                chunk = chunk.head
            return chunk
        number += step
    return None
