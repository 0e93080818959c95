"""The frame of an event in the parse: its trigger, the verb that carries it, and who and what hang on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.date._syntax import VERBAL, with_conjuncts
from onrecord.date._vocabulary import Trigger, vocabulary

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger word in a sentence. `host` is the verb that says what became of the event: the trigger itself when it
    is a verb, the verb over a noun ("held talks"), None when nothing carries the noun. `link` is the preposition
    between the two, if any ("after talks with")."""

    trigger: Trigger
    token: Token
    host: Token | None
    link: Token | None = None

    @property
    def hosted(self) -> bool:
        """Whether the host's subject and complements belong to the event."""
        if self.host is None or self.trigger.verb:
            return self.host is not None
        words = vocabulary().words
        if self.top.dep_ in SUBJECTS:
            return self.host.lemma_ in words["happens"] | words["hosts"]
        return self.host.lemma_ in words["hosts"] or self.cancelled

    @property
    def cancelled(self) -> bool:
        """Whether the host calls the event off."""
        if self.host is None or self.trigger.verb or self.host.lemma_ not in vocabulary().words["cancelled"]:
            return False
        needs = vocabulary().cancelled_needs.get(self.host.lemma_)
        return needs is None or any(t.lower_ in needs for t in self.host.children)

    @property
    def top(self) -> Token:
        """The head of the noun phrase that the trigger stands in: "a third round of talks" → round."""
        return _top(self.token)


def frames(sentence: Sequence[Token]) -> Iterator[Frame]:
    """Every trigger of a sentence with its frame, in order."""
    for token in sentence:
        verbal = token.pos_ in VERBAL
        fitting = (t for t in vocabulary().triggers.get((token.lemma_.lower(), verbal), ()) if _fits(t, token))
        trigger = next(fitting, None)
        if trigger is None or not (verbal or token.pos_ in {"NOUN", "PROPN"}):
            continue
        yield Frame(trigger, token, token) if trigger.verb else _noun_frame(trigger, token)


def _fits(trigger: Trigger, token: Token) -> bool:
    if trigger.plural and token.tag_ != "NNS":
        return False
    if trigger.needs and not any(t.lower_ in trigger.needs for t in token.subtree):
        return False
    if trigger.done and token.tag_ != "VBN":
        return False
    if any(t.dep_ in trigger.without for t in token.children) or _leads_to_another(trigger, token):
        return False
    objects = {t.lemma_.lower() for head in done_to(token) for t in _through_of(head)}
    return not objects & trigger.unless and (not trigger.object or bool(objects & trigger.object))


def _leads_to_another(trigger: Trigger, verb: Token) -> bool:
    """Whether a verb only says that an event is to come: "agreed to meet"."""
    known = vocabulary()
    leads = trigger.verb and trigger.lemma in known.words["planned"]
    return leads and any(t.dep_ == "xcomp" and (t.lemma_.lower(), True) in known.triggers for t in verb.children)


def done_to(verb: Token) -> list[Token]:
    """What a verb is done to: its object, what stands before its passive, "the deal" of "the deal reached in May"."""
    own = children(verb, {"dobj", "nsubjpass"})
    led = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return own or ([verb.head] if led else [])


def _noun_frame(trigger: Trigger, token: Token) -> Frame:
    top = _top(token)
    head, link = top.head, None
    if top.dep_ == "pobj":
        link, head = head, head.head
        if head.pos_ == "ADP" or head.lower_ == "ahead":  # "ahead of", "because of"
            link, head = head, head.head
    if link is not None and link.lower_ == "ahead":
        return Frame(trigger, token, head if head.pos_ in VERBAL else None, link)
    return Frame(trigger, token, head if head.pos_ in VERBAL and head != top else None, link)


def _top(token: Token) -> Token:
    """A part stands for the whole ("a second day of talks"); an offer of talks is another thing."""
    parts = vocabulary().words["parts"]
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in parts:
        token = token.head.head
    return token


def _through_of(token: Token) -> list[Token]:
    below = [p for of in token.children if of.lower_ in {"of", "on", "for"} for p in of.children if p.dep_ == "pobj"]
    return [t for head in (token, *below) for t in with_conjuncts(head)]


def children(token: Token, relations: set[str]) -> list[Token]:
    """The words right below a token that stand in one of these relations to it."""
    return [child for child in token.children if child.dep_ in relations]
