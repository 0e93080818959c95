"""Whose view a clause gives: the speaker's, or that of somebody the speaker speaks of.

What cannot be told is "unknown", and no direction rests on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from onrecord.code._rules.lexicon import is_a
from onrecord.code._rules.places import Places
from onrecord.code._rules.sides import Sides
from onrecord.model import Attribution, Referent, Speaker

Whose = Literal["own", "other", "unknown", "nobody", "thing"]

_QUOTES = "\"'“”‘’"
_FIRST = frozenset({"i", "we", "me", "us", "myself", "ourselves", "my", "our"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "them", "themselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CONTROLLED = frozenset({"xcomp", "conj", "pcomp", "prep", "acl", "dobj", "attr", "acomp", "pobj"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in an attribution: words of its name in lower case, its side, and which pronouns may mean it.

    `side` is None as long as the article doesn't say. In direct speech no pronoun of the third person is the speaker.
    """

    names: frozenset[str]
    side: str | None
    pronouns: frozenset[str]
    sides: Sides


def voices(
    places: Places,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker],
    referents: Sequence[Referent],
    sides: Sides,
) -> tuple[Voice, ...]:
    """The speaker of each attribution, as far as this one article tells."""
    by_number = {referent.number: referent for referent in referents}
    found: list[Voice] = []
    for attribution, speaker in zip(attributions, speakers, strict=True):
        tokens = places.tokens(attribution.source)
        who = by_number.get(speaker.referent) if speaker.referent is not None else None
        names = {token.lower_ for token in tokens if token.pos_ == "PROPN" and len(token) > 1}
        names |= {word.lower() for form, _ in (who.forms if who else ()) for word in form.split() if word[0].isupper()}
        side = sides.of_referent(who) if who else None
        pronouns = frozenset() if attribution.mode == "direct" else _pronouns(tokens, who)
        found.append(Voice(frozenset(names), side or sides.of(tokens), pronouns, sides))
    return tuple(found)


def _pronouns(source: Sequence[Token], who: Referent | None) -> frozenset[str]:
    head = next((token for token in source if token.head not in source), None)
    if head is None or head.lower_ in _FIRST:
        return frozenset()
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in _PLURAL or any(t.dep_ == "conj" for t in source):
        return _PLURAL
    if who is not None and who.kind == "person":
        return _PERSONAL
    if who is not None and who.kind in {"state", "organisation", "group"}:
        return _NEUTER | _PLURAL
    return _PERSONAL | _NEUTER


def subject_of(token: Token) -> Token | None:
    """Who does what `token` says: its subject, owner or agent, or that of what governs it. None if unsaid."""
    while True:
        for child in token.children:
            if child.dep_ in _SUBJECTS and token.pos_ in {"VERB", "AUX"}:
                if child.dep_ == "nsubjpass" or child.dep_ == "csubjpass":
                    return agent_of(token)
                return child
            if child.dep_ == "poss" and token.pos_ not in {"VERB", "AUX"}:
                return child
        if token.dep_ not in _CONTROLLED or token.head == token:
            return None
        governor = token.head
        if token.dep_ == "xcomp" or (token.dep_ == "prep" and any(c.dep_ == "pcomp" for c in token.children)):
            controller = [
                child for child in governor.children if child.dep_ in {"dobj", "dative"} and child.i < token.i
            ]
            if controller:
                return controller[0]
        token = governor


def agent_of(verb: Token) -> Token | None:
    """Who a passive is done by: "signed by Norway". None if unsaid."""
    return next((t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"), None)


def whose(subject: Token | None, voice: Voice) -> Whose:
    """Whether the subject of a clause is the speaker, or those it speaks for."""
    if subject is None:
        return "nobody"
    word = subject.lower_.strip(_QUOTES)  # a scraper's "meeting."We" leaves the mark at the word
    if (word in _FIRST and subject.text != "US") or is_a(subject.lemma_.lower(), "inclusive"):
        return "own"
    if word in _RELATIVE and subject.head.dep_ == "relcl":
        return whose(subject.head.head, voice)
    if is_a(word, "negators") or any(child.lower_ == "no" for child in subject.children):
        side = voice.sides.of(list(subject.subtree))
        return "own" if side in (None, voice.side) else "other"
    if subject.pos_ == "PRON" or word in _PERSONAL | _NEUTER | _PLURAL:
        return _pronoun(subject, word, voice)
    return _noun(subject, voice)


def _named_above(pronoun: Token, voice: Voice) -> bool:
    """Whether somebody else is the subject of the clause that the pronoun's clause hangs on: "he" is rather them."""
    for verb in pronoun.head.ancestors:
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child.ent_type_ == "PERSON" and child.lower_ not in voice.names
    return False


def _resumes(pronoun: Token, voice: Voice) -> bool:
    """Whether the last subject before "it" is the speaker's side: "her government … and it would …"."""
    sentence = pronoun.sent
    before = [t for t in sentence if t.i < pronoun.i and t.dep_ in _SUBJECTS and t.head.dep_ not in {"relcl", "acl"}]
    last = before[-1] if before else None
    if last is None or last.pos_ not in {"NOUN", "PROPN"} or last.lower_ in voice.names:
        return False
    return _noun(last, voice) == "own"


def _pronoun(subject: Token, word: str, voice: Voice) -> Whose:
    if word in _NEUTER and word not in voice.pronouns and _resumes(subject, voice):
        return "own"
    if word in voice.pronouns:
        return "other" if word in _PERSONAL and _named_above(subject, voice) else "own"
    if word in _PERSONAL | _PLURAL or word in {"you", "your"}:
        return "other"
    return "nobody" if word == "there" else "thing"


def _noun(subject: Token, voice: Voice) -> Whose:
    parts = [t for t in subject.subtree if t.dep_ not in {"relcl", "acl"} and t.i >= subject.left_edge.i]
    near = [t for t in parts if t == subject or (t.head == subject and t.dep_ in {"compound", "amod", "poss", "nmod"})]
    if any(t.lower_ in voice.names for t in near if t.pos_ == "PROPN" and t.dep_ != "poss"):
        return "own"
    if any(t.lower_ in {"our", "my"} for t in near):
        return "own"
    mine = any(t.lower_ in voice.pronouns & _POSSESSIVE for t in near if t.dep_ == "poss")
    if mine and is_a(subject.lemma_.lower(), "ones_own"):
        return "own"
    side = voice.sides.of([t for t in parts if abs(t.i - subject.i) <= 3])
    holds = subject.pos_ == "PROPN" or is_a(subject.lemma_.lower(), "holders") or side is not None
    if not holds:
        return "thing"
    if side is None:
        return "other" if subject.pos_ == "PROPN" else "unknown"
    return "own" if side == voice.side else "other"
