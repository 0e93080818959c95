"""Whose view a clause gives: the speaker's, or that of somebody the speaker speaks of.

What cannot be told is "unknown", and no direction rests on it.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from spacy.tokens import Token

from onrecord.code._lexicon import is_a
from onrecord.code._places import Places
from onrecord.model import Attribution
from onrecord.syntax import Passage

Whose = Literal["own", "other", "unknown", "nobody", "thing"]

_FIRST = frozenset({"i", "we", "me", "us", "myself", "ourselves", "my", "our"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "them", "themselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CONTROLLED = frozenset({"xcomp", "conj", "pcomp", "prep", "acl", "dobj", "attr", "acomp", "pobj"})


@cache
def _rows(folder: str, name: str) -> tuple[dict[str, str], ...]:
    table = (files("onrecord") / "data" / folder / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines(), delimiter="\t"))


@cache
def _states() -> dict[str, str]:
    """Names, capitals, adjectives, nouns and leaders' surnames of all states, in lower case, with the state."""
    known: dict[str, str] = {}
    for row in _rows("actors", "governments"):
        state = row["name"]
        words = [state, *_cells(row, "capitals"), *_cells(row, "adjectives"), *_cells(row, "nouns")]
        words += [leader.split()[-1] for leader in _cells(row, "leaders")]
        for word in words:
            known.setdefault(word.lower(), state)
    known.update((row["form"], row["state"]) for row in _rows("code", "states"))
    return known


@cache
def _countries() -> frozenset[str]:
    """Those of the words that mean a state or its government, and not a person or people of it."""
    return frozenset(word for word in _states() if word not in _people())


@cache
def _people() -> frozenset[str]:
    leaders = {
        leader.split()[-1].lower() for row in _rows("actors", "governments") for leader in _cells(row, "leaders")
    }
    return frozenset(leaders | {row["form"] for row in _rows("code", "states") if row["person"]})


def _cells(row: dict[str, str], column: str) -> list[str]:
    return [cell.strip() for cell in (row.get(column) or "").split(";") if cell.strip()]


def _state(tokens: Sequence[Token]) -> str | None:
    """The one state that the words name first, None for none."""
    words = [token.text.lower() for token in tokens]
    for i in range(len(words)):
        for length in (3, 2, 1):
            state = _states().get(" ".join(words[i : i + length]))
            if state is not None and (length > 1 or words[i] != "us" or tokens[i].text == "US"):
                return state
    return None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in an attribution: proper names in lower case, state, and which pronouns may mean it.

    In direct speech no pronoun of the third person means the speaker.
    """

    names: frozenset[str]
    state: str | None
    pronouns: frozenset[str]


def voices(passages: Sequence[Passage], places: Places, attributions: Sequence[Attribution]) -> tuple[Voice, ...]:
    """The speaker of each attribution, as far as this one article tells."""
    states = _states_of_names(passages)
    found: list[Voice] = []
    last: Voice | None = None
    for attribution in attributions:
        tokens = places.tokens(attribution.source)
        voice = _voice(tokens, attribution, states)
        if not voice.names and last and any(token.lower_ in _PERSONAL for token in tokens):
            voice = replace(voice, names=last.names, state=voice.state or last.state)
        if voice.names and not voice.pronouns.isdisjoint(_PERSONAL):
            last = voice
        found.append(voice)
    return tuple(found)


def _voice(tokens: Sequence[Token], attribution: Attribution, states: dict[str, str | None]) -> Voice:
    names = frozenset(token.lower_ for token in tokens if token.pos_ == "PROPN" and len(token) > 1)
    nouns = [token.lower_ for token in tokens if token.tag_ in {"NNP", "NNPS", "NN"}]
    state = _state(tokens) or next((found for noun in reversed(nouns) if (found := states.get(noun))), None)
    return Voice(names, state, frozenset() if attribution.mode == "direct" else _pronouns(tokens))


def _pronouns(source: Sequence[Token]) -> frozenset[str]:
    head = next((token for token in source if token.head not in source), None)
    if head is None or head.lower_ in _FIRST:
        return frozenset()
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in _PLURAL or any(t.dep_ == "conj" for t in source):
        return _PLURAL
    words = [token.lower_ for token in source if token.lower_ not in {"the", "'s", "’s"}]
    if " ".join(words) in _countries():
        return _NEUTER | _PLURAL
    if head.ent_type_ == "PERSON" or head.lower_ in _PERSONAL | _people():
        return _PERSONAL
    return _NEUTER | _PLURAL if head.ent_type_ in {"ORG", "GPE", "NORP"} else _PERSONAL | _NEUTER


def _states_of_names(passages: Sequence[Passage]) -> dict[str, str | None]:
    """Which state a name or office is spoken of with ("Ukraine's Volodymyr Zelensky", "the Iranian envoy").

    A name with several goes with the most frequent, an office with none.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for token in passage.doc:
            if token.pos_ in {"PROPN", "NOUN"} and token.lower_ not in _states():
                before = [part for part in token.lefts if part.dep_ in {"compound", "poss", "amod", "nmod"}]
                state = _state([word for part in before for word in part.subtree]) if before else None
                if state:
                    offices = [part for part in before if is_a(part.lemma_.lower(), "holders")]
                    for word in {token.lower_, *(part.lower_ for part in offices)}:
                        votes[word][state] += 1
    return {word: _voted(word, counts) for word, counts in votes.items()}


def _voted(word: str, counts: Counter[str]) -> str | None:
    if is_a(word, "holders") and len(counts) > 1:
        return None
    return min(counts.items(), key=lambda item: (-item[1], item[0]))[0]


def subject_of(token: Token) -> Token | None:
    """Who does what `token` says: its subject, owner or agent, or that of what governs it. None if unsaid."""
    while True:
        for child in token.children:
            if child.dep_ in _SUBJECTS and token.pos_ in {"VERB", "AUX"}:
                if child.dep_ == "nsubjpass" or child.dep_ == "csubjpass":
                    return _agent(token)
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


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def whose(subject: Token | None, voice: Voice) -> Whose:
    """Whether the subject of a clause is the speaker, or those it speaks for."""
    if subject is None:
        return "nobody"
    word = subject.lower_
    if (word in _FIRST and subject.text != "US") or is_a(subject.lemma_.lower(), "inclusive"):
        return "own"
    if word in _RELATIVE and subject.head.dep_ == "relcl":
        return whose(subject.head.head, voice)
    if is_a(word, "negators") or any(child.lower_ == "no" for child in subject.children):
        state = _state(list(subject.subtree))
        return "own" if state is None or voice.state is None or state == voice.state else "other"
    if subject.pos_ == "PRON" or word in _PERSONAL | _NEUTER | _PLURAL:
        return _pronoun(word, voice)
    return _noun(subject, voice)


def _pronoun(word: str, voice: Voice) -> Whose:
    if word in voice.pronouns:
        return "own"
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
    state = _state([t for t in parts if abs(t.i - subject.i) <= 3])
    holds = subject.pos_ == "PROPN" or is_a(subject.lemma_.lower(), "holders") or state is not None
    if not holds:
        return "thing"
    if state is None or voice.state is None:
        return "unknown" if state or subject.pos_ != "PROPN" else "other"
    return "own" if state == voice.state else "other"
