"""The steps that the words around an instrument tell: what is done with it, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.code._rules.holder import agent_of, subject_of
from onrecord.code._terms.proposals_told import told
from onrecord.code._terms.proposals_words import Frame, proposal_words
from onrecord.model import StepStatus

_RELATIVE = frozenset({"that", "which", "who"})
_VERBS = frozenset({"VERB", "AUX"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "pobj"})
_SMALL = frozenset({"prt", "prep", "advmod", "pobj", "dobj"})


@dataclass(frozen=True, slots=True)
class Found:
    """A step in the parse: its status, the words that tell it, who takes it and to whom, if the clause says."""

    status: StepStatus
    cue: Token
    words: tuple[Token, ...]
    by: Token | None
    to: Token | None


def steps(noun: Token, family: str) -> Iterator[Found]:
    """The steps told of the instrument that `noun` names, by the verbs and nouns it hangs on or that hang on it."""
    anything = proposal_words().lists["anything"]
    if any(t.dep_ in {"det", "predet"} and t.lower_ in anything for t in noun.children) or _supposed(noun):
        return
    for cue, small, by in (*_governing(noun), *_below(noun)):
        words = proposal_words().nouns if cue.pos_ in {"NOUN", "PROPN"} else proposal_words().verbs
        frame, found = _frame(words.get(cue.lemma_.lower(), ()), cue, small)
        status = frame.status.get(family) if frame else None
        if status is not None and cue.pos_ not in {"NOUN", "PROPN"}:
            status = status if cue.dep_ == "amod" else told(cue, status)
        if status is not None:
            inverse = cue.lemma_ in proposal_words().lists["inverse"]
            to = by if inverse else _addressee(cue)
            yield Found(status, cue, (cue, *found), None if inverse else by, to)


def _governing(noun: Token) -> Iterator[tuple[Token, tuple[str, ...], Token | None]]:
    """What the noun is the object of: the verb or noun, the prepositions between, and who does it."""
    top = _top(noun)
    small: list[str] = []
    if top.dep_ not in _OBJECTS:
        return
    head = top.head
    while head.pos_ in {"ADP", "ADV", "PART"} and head.head != head:
        small.insert(0, head.lower_)
        head = head.head
    through_noun = head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"pobj", "dobj"}
    if through_noun and head.lemma_ in {"favor", "favour", "doubt"}:  # "come out in favour of", "cast doubt on"
        small.insert(0, head.lower_)
        link = head.head
        small, head = ([link.lower_, *small], link.head) if link.pos_ == "ADP" else (small, link)
    yield head, tuple(small), _doer(head)


def _below(noun: Token) -> Iterator[tuple[Token, tuple[str, ...], Token | None]]:
    """What hangs on the noun: "the deal reached by", "the deal that they struck", "the proposed deal"."""
    for child in noun.children:
        if child.dep_ == "amod" and child.tag_ in {"VBN", "VBD"} and not _hyphened(child):
            yield child, (), None
        elif child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}:
            yield child, (), _parties(child)
        elif child.dep_ == "relcl":
            for verb in (child, *(t for t in child.conjuncts if t.pos_ in _VERBS)):
                if _gap(verb):
                    yield verb, (), _parties(verb) or _subject(verb)


def _supposed(noun: Token) -> bool:
    """Whether the clause of the noun only supposes that there is one: "if it is a deal that they signed"."""
    if noun.dep_ == "nsubj":
        return False
    return any(t.dep_ == "mark" and t.lower_ in {"if", "unless", "until", "whether"} for t in noun.head.children)


def _hyphened(token: Token) -> bool:
    """ "so-called" calls nothing, and what is "US-proposed" is proposed."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "so"


def _gap(verb: Token) -> bool:
    """Whether a relative clause's verb has the noun before it as its object."""
    subjects = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
    objects = [t for t in verb.children if t.dep_ == "dobj" and t.lower_ not in _RELATIVE]
    passive = any(t.dep_ == "nsubjpass" for t in subjects)
    active = any(t.dep_ == "nsubj" and t.lower_ not in _RELATIVE for t in subjects)
    return passive or (active and not objects)


def _top(noun: Token) -> Token:
    """The word through which a verb reaches the noun: "terms" of "the terms of the deal", the first of a list."""
    top = noun
    for _ in range(8):
        if top.dep_ in {"conj", "appos"}:
            top = top.head
        elif (
            top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_ in proposal_words().lists["through"]
        ):
            top = top.head.head
        else:
            break
    return top


def _frame(frames: tuple[Frame, ...], cue: Token, small: tuple[str, ...]) -> tuple[Frame | None, list[Token]]:
    """The frame whose small words all stand with the cue, and those words."""
    around = {t.lower_: t for t in cue.subtree if t.dep_ in _SMALL and abs(t.i - cue.i) <= 6 and t.pos_ != "PRON"}
    for frame in frames:
        needed = set(frame.small)
        if needed <= around.keys() | set(small) and set(small) - {"by"} <= needed:
            return frame, [around[word] for word in frame.small if word in around]
    return None, []


def _doer(head: Token) -> Token | None:
    if head.pos_ in _VERBS:
        return _parties(head) or _subject(head)
    return owner(head) or (subject_of(head.head) if head.head.pos_ in _VERBS else None)


def _subject(verb: Token) -> Token | None:
    passive = any(t.dep_ == "nsubjpass" for t in verb.children)
    return None if passive else subject_of(verb)


def owner(noun: Token) -> Token | None:
    """Whose a noun is said to be: "Norway's offer", "a plan by", "the rejection of the plan by". None if unsaid."""
    own = [t for t in noun.children if t.dep_ == "poss" and t.pos_ != "PRON"]
    by = [t for t in noun.subtree if t.lower_ == "by" and t.dep_ == "prep"]
    return next(iter((*own, *(p for t in by for p in t.children if p.dep_ == "pobj"))), None)


def _parties(verb: Token) -> Token | None:
    """Who a passive is done by, or between whom: "signed by", "struck between"."""
    between = [t for t in verb.children if t.lower_ == "between" and verb.tag_ == "VBN"]
    return agent_of(verb) or next((p for t in between for p in t.children if p.dep_ == "pobj"), None)


def _addressee(cue: Token) -> Token | None:
    """ "handed Kyiv a draft", "submitted its comments to the US team"."""
    dative = next((t for t in cue.children if t.dep_ == "dative" and t.pos_ != "ADP"), None)
    links = [t for t in cue.subtree if t.lower_ == "to" and t.dep_ in {"prep", "dative"} and abs(t.i - cue.i) <= 12]
    return dative or next((p for t in links for p in t.children if p.dep_ == "pobj"), None)
