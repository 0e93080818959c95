"""Frames of the cues that are no verbs: nouns ("his promise to"), adjectives, "according to", adverbs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.attribute._candidates import Range, extent, without
from onrecord.attribute._sources import owner_of, source_of

NounFrame = tuple[str, list[Range], list[Token], Token | None]  # name, content, more cue tokens, head of the source

_CLAUSES = frozenset({"acl", "ccomp", "xcomp", "advcl"})


def noun_frames(noun: Token) -> Iterator[NounFrame]:
    """Frames of a noun: a that-clause, an infinitive, "of/about/on/against …", or "is" and a clause."""
    owner = owner_of(noun)
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in {"acl", "ccomp", "relcl"}:
            marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "aux"}}
            if "that" in marks and child.dep_ != "relcl":
                yield "noun:that", [extent(child)], [], owner
            elif child.tag_ == "VB" and "to" in marks:
                yield "noun:inf", [extent(child)], [], owner
        elif child.dep_ == "prep":
            for pobj in child.children:
                if pobj.dep_ in {"pobj", "pcomp"} and pobj != owner:
                    yield f"noun:{child.lower_}", [extent(pobj)], [child], owner
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in noun.head.children:
            if child.dep_ in {"ccomp", "xcomp"} and child.i > noun.head.i:
                yield "noun:is", [extent(child)], [noun.head], owner


def adjective_frames(adjective: Token) -> Iterator[NounFrame]:
    """Frames of an adjective after "be" and the like: "confident that", "willing to", "worried about"."""
    if adjective.dep_ not in {"acomp", "oprd", "conj", "amod", "advcl", "acl"}:
        return
    source = source_of(adjective.head) if adjective.dep_ in {"acomp", "oprd"} else source_of(adjective)
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        if child.dep_ == "ccomp":
            yield "adj:that", [extent(child)], [], source
        elif child.dep_ == "xcomp":
            yield "adj:inf", [extent(child)], [], source
        elif child.dep_ == "prep":
            for pobj in child.children:
                if pobj.dep_ in {"pobj", "pcomp"}:
                    yield f"adj:{child.lower_}", [extent(pobj)], [child], source


def according_frames(word: Token) -> Iterator[NounFrame]:
    """ "According to X, …" and "…, according to X": the clause on which it hangs."""
    if word.lower_ != "according":
        return
    to = next((c for c in word.children if c.lower_ == "to"), None)
    if to is None:
        return
    source = next((c for c in to.children if c.dep_ in {"pobj", "pcomp"}), None)
    clause = word.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.head.i != clause.i and clause.dep_ != "ccomp":
        clause = clause.head
    yield "according", without([extent(clause)], [extent(word)]), [to], source


def adverb_frames(word: Token) -> Iterator[NounFrame]:
    """ "Reportedly", "allegedly": the clause they stand in, without a source."""
    if word.dep_ != "advmod" or not word.lower_.endswith("ly"):
        return
    clause = word.head
    if clause.pos_ in {"VERB", "AUX"}:
        yield "adverb", without([extent(clause)], [(word.i, word.i)]), [], None


def view_frames(word: Token) -> Iterator[NounFrame]:
    """ "In Kyiv's view, …", "in his words": a noun that somebody owns, after a preposition, and the clause around."""
    noun = next((c for c in word.children if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None
    if noun is None or owner is None or word.head.pos_ not in {"VERB", "AUX"}:
        return
    yield "view", without([extent(word.head)], [extent(word)]), [word], owner
