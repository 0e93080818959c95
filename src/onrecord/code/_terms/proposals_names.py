"""The instruments that a sentence names: their noun, the words of the name, and whether the words point back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.code._terms.proposals_words import proposal_words

_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "punct", "poss", "case"})
_LINKS = frozenset({"on", "with", "between", "for", "over"})
_LONGEST = 7  # words that a name may have after its noun
_BACK = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument in a sentence: `noun`, the first and last token of its name, the words that tell it apart from
    others in lower case, the words of its stage ("interim"), and whether it points back at one named before."""

    noun: Token
    family: str
    first: Token
    last: Token
    words: frozenset[str]
    stage: frozenset[str]
    back: bool

    @property
    def kind(self) -> str:
        """The noun in its dictionary form; what is proposed in a clause is a proposal."""
        return self.noun.lemma_.lower() if self.noun.pos_ in _NOUNS else "proposal"

    @property
    def plural(self) -> bool:
        return self.noun.tag_ in {"NNS", "NNPS"}


def named(sentence: Sequence[Token]) -> Iterator[Named]:
    """Every instrument that a sentence names, in order; those that only narrow another noun are left out."""
    for token in sentence:
        family = _family(token)
        if family is not None:
            yield _named(token, family)


def proposed(sentence: Sequence[Token]) -> Iterator[tuple[Named, Token]]:
    """What a sentence proposes in a clause, "proposes raising €90 billion", as an instrument, and the verb."""
    for verb in sentence:
        if verb.lemma_.lower() == "propose" and verb.pos_ == "VERB":
            for clause in verb.children:
                if clause.dep_ in {"xcomp", "ccomp"} and clause.i > verb.i and clause.pos_ == "VERB":
                    inside = [t for t in clause.subtree if clause.i <= t.i < clause.i + _LONGEST]
                    last = next((t for t in reversed(inside) if t.pos_ in _NOUNS | {"NUM"}), clause)
                    words = {t.lower_ for t in inside if t.pos_ in _NOUNS | {"NUM"} and t.i <= last.i}
                    yield Named(clause, "plans", clause, last, frozenset(words), frozenset(), False), verb


def _family(token: Token) -> str | None:
    words = proposal_words()
    if token.text.lower() in words.known and token.text.isupper():
        return "deals"
    lemma = token.lemma_.lower()
    family = words.families.get(lemma) or words.families.get(token.lower_)
    if family is None or token.pos_ not in _NOUNS:
        return None
    narrows = token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i
    if narrows and token.head.pos_ in _NOUNS:
        return None
    if lemma in words.lists["named"] and not token.text[0].isupper():
        return None
    if lemma in words.lists["intentions"] and token.tag_ == "NNS" and _to_do(token):
        return None
    children = {t.lower_ for t in token.children}
    if lemma in words.lists["abstract"] and token.tag_ == "NN" and not any(_marks(t) for t in token.children):
        return None
    return None if lemma == "deal" and "of" in children and children & words.lists["amounts"] else family


def _to_do(token: Token) -> bool:
    return any(t.dep_ in {"acl", "xcomp"} and t.tag_ == "VB" for t in token.children)


def _marks(child: Token) -> bool:
    """Whether a word makes an abstract noun a thing: "an agreement", "trade agreement"; not "near agreement"."""
    modifies = child.dep_ in {"compound", "amod"} and child.tag_ in {"JJ", "NN", "NNP", "NNPS"}
    parsed_wrong = child.lower_.endswith("ed")  # "neared agreement" is a verb and its object
    return (modifies and not parsed_wrong) or child.dep_ in {"det", "poss", "nummod"}


def _named(noun: Token, family: str) -> Named:
    left = [t for t in noun.subtree if t.i < noun.i and _before(t, noun)]
    opened = max(
        (t.i for t in noun.doc[min((t.i for t in left), default=noun.i) : noun.i] if t.text in {"“", "‘"}), default=-1
    )
    left = [t for t in left if t.i > opened]
    first = min(left, key=lambda t: t.i, default=noun)
    last = _after(noun)
    lists, words = proposal_words().lists, set()
    for token in noun.doc[first.i : last.i + 1]:
        if token.is_alpha or "-" in token.text or token.like_num:
            words.add(token.lemma_.lower() if token.pos_ == "NOUN" else token.lower_)
    words = {w for w in words if w not in lists["plain"] and w not in _BACK and w != noun.lemma_.lower()}
    words -= {t.lemma_.lower() for t in noun.doc[first.i : last.i + 1] if t.is_stop or t.is_punct}
    stage = frozenset(words & lists["stages"])
    back = any(t.lower_ in _BACK for t in noun.children if t.dep_ in {"det", "poss", "amod", "predet"})
    return Named(noun, family, first, last, frozenset(words - stage - {"'s", "’s"}), stage, back)


def _before(token: Token, noun: Token) -> bool:
    """Whether a word left of the noun belongs to its name: no determiner, no pronoun, no verb's part."""
    if token.dep_ in {"det", "predet", "preconj", "cc"} or token.pos_ in {"PRON", "DET"} or token.is_quote:
        return False
    while token != noun:
        if token.dep_ not in _LEFT or token.pos_ == "PRON":
            return False
        token = token.head
    return True


def _after(noun: Token) -> Token:
    """The last token of what follows the noun in its name: "framework agreement *with Tehran*"."""
    last = noun
    for link in noun.children:
        if link.dep_ == "prep" and link.lower_ in _LINKS and link.i == last.i + 1:
            inside = list(link.subtree)
            short = (
                len(inside) <= _LONGEST
                and not any(t.ent_type_ == "PERSON" for t in inside)
                and not any(t.pos_ in {"VERB", "AUX"} or t.is_punct for t in inside)
            )
            plain = short and any(t.pos_ in _NOUNS and t.ent_type_ not in {"DATE", "TIME"} for t in inside)
            last = inside[-1] if plain else last
    return last
