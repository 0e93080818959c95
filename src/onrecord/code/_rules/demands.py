"""Main clauses that are the condition of what hangs on them: "they must disarm before …", "to get relief, they must …".

What is demanded before, in return for or for the sake of something is the condition of that, and not that of it. "If
you want relief, you must disarm" is of this sort, too: the anankastic conditional (Sæbø 2001, von Stechow et al. 2006).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.code._rules.clauses import ACTIVE, PASSIVE, infinitive, modal_of
from onrecord.code._rules.condition import Condition, between
from onrecord.code._rules.kinds import in_class
from onrecord.code._rules.lexicon import Shown

_OBJECTS = frozenset({"dobj", "xcomp", "ccomp"})
_GOVERNED = frozenset({"pobj", "pcomp"})
_SWAPS = frozenset({"return", "exchange"})


def asks(verb: Token) -> bool:
    """Whether the clause asks for what it names: a verb of demanding, or an act under "must"."""
    return in_class(verb, "asking") or any(c.dep_ == "aux" and in_class(c, "asking") for c in verb.children)


def demanded(verb: Token) -> Iterator[Condition]:
    """What the verb's clause asks for, as the condition of what it is asked before or for."""
    if not asks(verb):
        return
    called = [c for c in verb.children if verb.lemma_ == "call" and c.dep_ == "advcl" and infinitive(c)]
    wanted = called or [c for c in verb.children if c.dep_ in _OBJECTS] or [verb]
    for part in dict.fromkeys((verb, wanted[0])):
        for child in part.children:
            kind, purpose = _purpose(child)
            if purpose is None or child == wanted[0]:
                continue
            whole = [*(wanted[0] if child in verb.children and modal_of(verb) != "must" else part).subtree]
            if part is wanted[0] or modal_of(verb) == "must":
                before, behind = child.left_edge.i, child.right_edge.i
                whole = [t for t in whole if (t.i < before if child.i > part.i else t.i > behind)]
            if whole:
                yield from between(kind, whole[0], whole[-1], purpose, wanted[0])


def _purpose(child: Token) -> tuple[Shown, Token | None]:
    """What is to follow, under the token that the syntax puts on top of it, and the kind that this makes."""
    below = list(child.children)
    governed = next((c for c in below if c.dep_ in _GOVERNED), None)
    marks = {c.lower_ for c in below if c.dep_ == "mark"}
    if child.dep_ == "advcl" and "before" in marks:
        return "sequencing", child
    if child.dep_ == "advcl" and "if" in marks:
        return "precondition", _wished(child)
    fronted = child.i < child.head.i
    if child.dep_ == "advcl" and infinitive(child) and fronted and not _subject(child):
        return "precondition", child
    if child.dep_ != "prep" or governed is None:
        return "precondition", None
    if child.lower_ == "before":
        return "sequencing", None if governed.ent_type_ else governed
    if child.lower_ == "for" and fronted and any(infinitive(c) for c in governed.children):
        return "precondition", next(c for c in governed.children if infinitive(c))
    if child.lower_ == "in" and governed.lower_ in _SWAPS:
        behind = [c for f in (*governed.children, *below) if f.lower_ == "for" for c in f.children]
        return "exchange", next((c for c in behind if c.dep_ in _GOVERNED), None)
    return "precondition", None


def _wished(clause: Token) -> Token | None:
    """What an "if" clause names as a wish: "if the siege is to be lifted", "if they want relief"."""
    wished = clause.lemma_ in {"want", "wish", "hope"} or (clause.lemma_ == "be" and clause.dep_ != "aux")
    aims = [c for c in clause.children if c.dep_ in _OBJECTS and (clause.lemma_ != "be" or _aimed(c))]
    return aims[0] if wished and aims else None


def _aimed(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def named(noun: Token) -> Iterator[Condition]:
    """ "Disarmament is a precondition for talks", "the price of peace is land", "sees … as a condition for …"."""
    behind = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"for", "of", "to"}]
    purpose = next((c for p in behind for c in p.children if c.dep_ in _GOVERNED), None)
    through = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun
    verb = through.head
    if purpose is None:
        return
    if verb.lemma_ == "be":
        roles = {"attr": ACTIVE, "nsubj": frozenset({"attr", "ccomp", "xcomp"})}.get(noun.dep_, frozenset())
    else:
        roles = (
            frozenset({"dobj", "nsubjpass"}) if through is not noun or noun.dep_ in {"dobj", "oprd"} else frozenset()
        )
    for child in verb.children:
        if child.dep_ in roles and child != noun and child.i != through.i and child.pos_ != "PRON":
            yield from between("precondition", child.left_edge, child.right_edge, purpose, child)


def tied(verb: Token) -> Iterator[Condition]:
    """ "Tied the loan to reforms", "conditioned its return on a halt", "made talks conditional on a release"."""
    ties = in_class(verb, "tying")
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None) if ties else None
    if not ties and verb.lemma_ == "make":
        judged = [c for c in verb.children if c.dep_ == "ccomp" and in_class(c, "conditional")]
        thing = next((s for c in judged for s in c.children if s.dep_ in ACTIVE), None)
    if thing is None:
        return
    for child in (c for part in (verb, *thing.subtree, *verb.children) for c in part.children):
        if child.dep_ == "prep" and child.lower_ in {"to", "on", "upon"} and child.i > thing.i:
            yield from between("precondition", child, child.right_edge, thing, child, stated=False)
            return


def _subject(verb: Token) -> bool:
    return any(child.dep_ in ACTIVE | PASSIVE for child in verb.children)
