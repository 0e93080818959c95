"""What kind of condition it is: threat, exchange, deadline, sequencing or precondition.

A condition that is enough ("if you disarm, we will help") goes with a promise or a threat, by whether what is to follow
does the other good or harm (Schelling 1960, The Strategy of Conflict; Fillenbaum 1986, on inducements). One that is
needed ("only if", "not until", "as long as") is a precondition (Dancygier and Sweetser 2005, Mental Spaces in Grammar,
on "only if" and "unless"); said as an order in time it is sequencing, and with a limit of time a deadline.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from onrecord.code._rules.clauses import ACTIVE, VERBS, denied
from onrecord.code._rules.lexicon import Shown
from onrecord.model import ConditionKind

_TIMES = frozenset({"DATE", "TIME"})
_PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_BY_WORDS: dict[str, ConditionKind] = {
    "precondition": "precondition",
    "exchange": "exchange",
    "sequencing": "sequencing",
    "threat": "threat",
}


def kind_of(shown: Shown, words: tuple[Token, ...], marked: Token, main: Token) -> ConditionKind:
    """The kind of a condition by what its marker shows, its own words in order, the head of its clause, and what it
    hangs on."""
    if shown != "exchange" and _limited(words):
        return "deadline"
    if shown == "offered":
        held = {word.i for word in words}
        if any(c.dep_ == "advmod" and c.lower_ == "only" for c in main.children):
            return "precondition"
        return _offered([t for t in _clause_of(main).subtree if t.i not in held], marked, main)
    if shown == "awaited":
        return "precondition" if marked.pos_ in VERBS else "sequencing"
    return _BY_WORDS[shown]


def in_class(token: Token, name: str) -> bool:
    """Whether a token's lemma is of a class of `kinds.yaml`."""
    return token.lemma_.lower() in _classes()[name]


def _limited(words: Iterable[Token]) -> bool:
    """Whether a limit of time stands in the words, other than as what their marker itself governs."""
    limits = (c for word in words if in_class(word, "limiting") for c in word.children if c.dep_ == "pobj")
    return any(limit.ent_type_ in _TIMES or in_class(limit, "limits") for limit in limits)


def _offered(follows: list[Token], marked: Token, main: Token) -> ConditionKind:
    """Threat or promise, by the words of what is to follow that do good or harm; it may not be negated."""
    if denied(_clause_of(main)):
        return "precondition"
    eased = any(in_class(t, "easing") for t in follows) and any(in_class(t, "burdens") for t in follows)
    left_undone = denied(marked) or in_class(marked, "failing") or _but_for(marked)
    if not left_undone and (eased or any(_gives(token) for token in follows)):
        return "exchange" if _party_acts(marked) else "precondition"
    return "threat" if not eased and any(_harms(token) for token in follows) else "precondition"


def _but_for(marked: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "unless" for child in marked.children)


def _gives(token: Token) -> bool:
    return (token.pos_ in VERBS and in_class(token, "giving")) or (token.pos_ == "NOUN" and in_class(token, "gifts"))


def _harms(token: Token) -> bool:
    if token.pos_ in VERBS:
        return in_class(token, "harming")
    return token.pos_ in {"NOUN", "PROPN"} and (in_class(token, "harms") or in_class(token, "burdens"))


def _clause_of(token: Token) -> Token:
    while token.pos_ not in VERBS and token.head != token:
        token = token.head
    return token


def _party_acts(head: Token) -> bool:
    """Whether the clause tells what somebody does by itself: "if Tehran complies", not "if a deal is reached"."""
    subjects = [child for child in head.children if child.dep_ in ACTIVE]
    named = [s for s in subjects if s.ent_type_ in _PARTIES or s.pos_ in {"PROPN", "PRON"} or s.tag_ in {"NNS", "NNPS"}]
    return head.pos_ in VERBS and bool(named) and not in_class(head, "joint")


@cache
def _classes() -> dict[str, frozenset[str]]:
    raw = yaml.safe_load((files("onrecord") / "data" / "code" / "kinds.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(members) for name, members in raw.items()}
