"""Names in a passage, and whom a pronoun stands for, as far as events need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from onrecord.date._frame import SUBJECTS
from onrecord.date._vocabulary import vocabulary
from onrecord.model import Referent

_PERSON = {"he": "feminine", "him": "feminine", "his": "feminine", "she": "masculine", "her": "masculine"}  # never
_BODY = frozenset({"it", "its"})
_THEY = frozenset({"they", "them", "their"})
_ALL = frozenset({"the", "both", "two", "three", "their"})
_BODIES = frozenset({"state", "organisation", "office", "group"})
_PERSONS = frozenset({"person"})
_WHOLES = _BODIES | _PERSONS
_WHERE = frozenset({"in", "at", "near", "from"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: its words, whom it names, and whether it is the subject of its clause or only a place."""

    words: Stretch
    referent: Referent
    subject: bool
    locative: bool


def named(words: Stretch, referent: Referent) -> Named:
    """A name at some words."""
    top = words.root
    while top.dep_ in {"compound", "nmod", "appos", "conj"}:
        top = top.head
    return Named(words, referent, top.dep_ in SUBJECTS, top.dep_ == "pobj" and top.head.lower_ in _WHERE)


def sides_of(word: Token, sides: Sequence[Referent], named: Sequence[Named]) -> list[int]:
    """Those who a word for all sides stands for: "they", "the two leaders", "the delegations".

    `sides` took part in the event told last. Leaders are persons, countries states; where these were not the sides, or
    the sentence has named another by then, it is nobody.
    """
    among = {one.number for one in sides}
    here = [one for one in named if one.words.sent == word.sent and one.words.end <= word.i]
    strange = any(one.referent.number not in among for one in here)
    if word.lower_ in _THEY:
        return [] if strange else [one.number for one in sides]
    if word.tag_ not in {"NNS", "NN"} or not any(t.lower_ in _ALL for t in word.children):
        return []
    if any(t.dep_ == "prep" and t.lower_ in {"of", "from"} for t in word.children):
        return []
    words = vocabulary().words
    if word.tag_ == "NN" and word.lower_ not in {"pair", "duo"}:
        return []
    wanted = _WHOLES if word.lemma_ in words["wholes"] else _PERSONS if word.lemma_ in words["heads"] else frozenset()
    if strange and wanted == _WHOLES:
        return []
    return [one.number for one in sides] if sides and all(one.kind in wanted for one in sides) else []


def stands_for(pronoun: Token, before: Sequence[Named]) -> int | None:
    """The referent that a pronoun goes back to: the nearest subject before it that can be meant, else the nearest
    name. "It" is a state or a body, "he" and "she" a person; other pronouns stand for nobody here.

    `before` are the names of the passage and of the one before it, in order. The nearest sentence that names somebody
    who fits decides: pronouns seldom reach farther (Hobbs 1978).
    """
    word = pronoun.lower_
    if word in _PERSON:
        persons = [one for one in before if one.referent.kind == "person"]
        fitting = [one for one in persons if one.referent.gender != _PERSON[word]]
    elif word in _BODY:
        fitting = [one for one in before if one.referent.kind in _BODIES and not one.locative]
    else:
        return None
    fitting = [one for one in fitting if one.words.doc is not pronoun.doc or one.words.end <= pronoun.i]
    later = [one for one in before if one.words.doc is pronoun.doc and one.words.start > pronoun.i and one.subject]
    if not any(one.words.doc is pronoun.doc and one.words.sent == pronoun.sent for one in fitting):
        # "During his trip, the envoy said": the name comes after
        ahead = [one for one in later if one.words.sent == pronoun.sent and one.referent.kind == "person"]
        if ahead and word in _PERSON:
            return ahead[0].referent.number
    if not fitting:
        return None
    sentence = fitting[-1].words.sent
    near = [one for one in fitting if one.words.doc is sentence.doc and one.words.sent == sentence]
    return ([one for one in near if one.subject] or near)[-1].referent.number
