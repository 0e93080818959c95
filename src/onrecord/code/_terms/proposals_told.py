"""Whether a step is told as done or being done, and not wished for, planned, asked or denied."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.code._rules.clauses import infinitive, modal_of, negations
from onrecord.code._terms.proposals_words import proposal_words
from onrecord.model import StepStatus

_OPEN = frozenset({"if", "unless", "whether", "until", "before"})
_VERBS = frozenset({"VERB", "AUX"})


def told(verb: Token, status: StepStatus) -> StepStatus | None:
    """The status that a verb tells, given what it would make of its object: `status` itself, "rejected" where the
    acceptance is refused, None where nothing is told to have happened."""
    if negations(verb) or modal_of(verb) or any(t.dep_ == "mark" and t.lower_ in _OPEN for t in verb.children):
        return None
    if infinitive(verb):
        return _of_infinitive(verb, status)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and not any(t.dep_ == "aux" for t in verb.children):
        return status if verb.head.lower_ in proposal_words().lists["happened"] else None
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBS and not any(t.dep_ in {"aux", "nsubj"} for t in verb.children):
        return told(verb.head, status) if verb.tag_ in {verb.head.tag_, "VB"} else status
    if verb.tag_ == "VB" and not any(t.dep_ in {"aux", "auxpass"} for t in verb.children):
        return None
    return status


def _of_infinitive(verb: Token, status: StepStatus) -> StepStatus | None:
    over, lists = verb.head, proposal_words().lists
    if over.pos_ not in _VERBS or over == verb:
        return None
    lemma = over.lemma_.lower()
    if lemma in lists["refuses"] and status in {"agreed", "ratified"}:
        return "rejected" if told(over, status) else None
    drafting = status == "drafted" and lemma in lists["tries"]
    return told(over, status) if lemma in lists["begins"] or drafting else None
