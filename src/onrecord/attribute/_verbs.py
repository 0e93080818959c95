"""Frames of verbs: what a verb of saying, thinking or wanting takes, read off the syntax of its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.attribute._candidates import Range, extent, without

_WH = frozenset({"what", "who", "whom", "whose", "which", "when", "where", "why", "how", "whether", "if"})
_PARENTHETIC = frozenset({"nsubj", "aux", "advmod", "npadvmod", "neg", "prt", "dative", "prep"})
_VERBAL = frozenset({"VERB", "AUX"})

Frame = tuple[str, list[Range], list[Token]]  # name, content, the cue's own tokens beside the verb


def frames(verb: Token) -> Iterator[Frame]:
    """All frames in which a verb stands, each with the token ranges of what would be its content."""
    inverted = _parenthesis(verb)
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield _clause_name(child, verb), _own_part(_less(child, verb, inverted), child, verb), []
        elif child.dep_ == "xcomp":
            yield from _open_clause(child, verb)
        elif child.dep_ == "dobj":
            yield from _object(child, verb)
        elif child.dep_ == "prep":
            yield from _preposition(child)
        elif child.dep_ == "nsubjpass":
            yield "passive", _phrase(child), []
        elif child.dep_ == "oprd" and not any(c.dep_ == "dobj" for c in verb.children):
            yield "oprd", [extent(child)], []
    yield from _astray(verb)
    if verb.dep_ == "parataxis" and verb.head.pos_ in _VERBAL | {"NOUN", "ADJ", "PROPN"}:
        yield "parataxis", _less(verb.head, verb, inverted), []
    complete = any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children)
    if verb.dep_ == "advcl" and not complete and any(c.lower_ == "as" and c.i < verb.i for c in verb.children):
        yield "as", _less(verb.head, verb, [extent(verb)]), []


def _astray(verb: Token) -> Iterator[Frame]:
    """A that-clause that the parser hung on the noun before it: "told him at the signing that …"."""
    if any(child.dep_ == "ccomp" for child in verb.children):
        return
    for child in verb.children:
        if child.dep_ in {"prep", "dobj", "npadvmod", "dative"} and child.i > verb.i:
            for clause in child.subtree:
                first = clause.left_edge
                if clause.dep_ in {"acl", "relcl", "ccomp"} and first.lower_ == "that" and first.i > verb.i:
                    yield "astray", [extent(clause)], []


def _parenthesis(verb: Token) -> list[Range]:
    """The verb with what stands next to it, as they may be set amid the content: "…, he said on Friday, …"."""
    low = high = verb.i
    own = [c for c in verb.children if c.dep_ in _PARENTHETIC]
    for child in sorted((c for c in own if c.i < verb.i), key=lambda c: -c.i):
        low = child.left_edge.i if child.right_edge.i >= low - 2 else low
    for child in sorted((c for c in own if c.i > verb.i), key=lambda c: c.i):
        high = child.right_edge.i if child.left_edge.i <= high + 1 else high
    return [(low, high)]


def _own_part(content: list[Range], clause: Token, verb: Token) -> list[Range]:
    """A clause less a conjunct that goes with the verb: "said it would help and promised more" is two statements.

    A conjunct is like in form to what it is joined with, which tells whether that is the verb or the verb's clause.
    """
    for conjunct in clause.conjuncts:
        own = any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "expl"} for child in conjunct.children)
        if clause.i > verb.i and not own and conjunct.tag_ == verb.tag_ != clause.tag_ and verb.tag_ != "VBN":
            joint = next((c.i for c in conjunct.head.children if c.dep_ == "cc" and c.i < conjunct.i), conjunct.i)
            return without(content, [(joint, content[-1][1])]) if joint <= content[-1][1] else content
    return content


def _less(clause: Token, verb: Token, holes: list[Range]) -> list[Range]:
    low, high = extent(clause)
    inside = [hole for hole in holes if low <= hole[0] and hole[1] <= high]
    return without([(low, high)], inside if low <= verb.i <= high else [])


def _clause_name(clause: Token, verb: Token) -> str:
    if clause.i < verb.i:
        return "fronted"
    first = clause.left_edge
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod", "nsubj", "dobj", "attr"}}
    if "that" in {c.lower_ for c in clause.children if c.dep_ == "mark"}:
        return "that"
    if first.lower_ in _WH and (first.tag_.startswith("W") or first.lower_ in marks):
        return "wh"
    if clause.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return "inf"
    if clause.tag_ == "VBG" and not any(c.dep_ == "aux" for c in clause.children):
        return "ing"
    return "bare"


def _open_clause(child: Token, verb: Token) -> Iterator[Frame]:
    if child.i < verb.i:
        yield "fronted", [extent(child)], []
        return
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
        yield "inf", [extent(child)], []
    elif child.tag_ == "VBG":
        yield "ing", [extent(child)], []
    else:
        yield "small", [extent(child)], []


def _object(child: Token, verb: Token) -> Iterator[Frame]:
    complement = next((c for c in verb.children if c.dep_ in {"oprd", "xcomp"} and c.i > child.i), None)
    if complement is not None and complement.dep_ == "oprd":
        yield "np+oprd", [(child.left_edge.i, complement.right_edge.i)], []
    elif child.i < verb.i:
        yield "fronted-np", _phrase(child), []
    else:
        yield "np", _phrase(child), []


def _preposition(prep: Token) -> Iterator[Frame]:
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield prep.lower_, _phrase(child), [prep]


def _phrase(head: Token) -> list[Range]:
    """A noun phrase without the relative clauses that a comma parts from it: they are the narrator's."""
    low, high = extent(head)
    for child in head.children:
        start = child.left_edge.i
        if child.dep_ == "relcl" and start > 0 and head.doc[start - 1].text == ",":
            high = min(high, start - 2)
    return [(low, max(high, head.i))]
