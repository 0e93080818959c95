"""What a figure measures, by the syntax around its number."""

from __future__ import annotations

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from onrecord.code._terms.figures_words import words

_OBJECTS = frozenset({"pobj", "dobj"})
_BEFORE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "poss"})
_LED = ("of", "in")
_LEADING = frozenset({"of", "at", "to", "by", "from", "on", "for", "as", "above", "below", "than"})
_NARROWS = frozenset({"amod", "compound", "poss", "nmod"})
_TELLS = frozenset({"amod", "acl", "relcl"})
_RESULTS = frozenset({"acomp", "oprd", "advcl"})  # "left 12 soldiers dead"
_UNDERGOES = frozenset({"dobj", "nsubjpass"})
_HELD = "held"  # comes before another fate: held men who are freed are freed
_DIE = "die"  # of the fates the one whose subject meets it
_NOUNS = frozenset({"NOUN", "PROPN"})


def measured(stretch: Stretch) -> Token | None:
    """The noun that a number's words measure: "troops" of "300,000 Russian troops", "territory" of "19 per cent of
    the territory", "tariffs" of "tariffs of 25 per cent"; None when the sentence doesn't say."""
    root = stretch.root
    noun = _worth(stretch) or _counted(root, stretch) or _led(root, stretch) or _leading(root, stretch)
    return (
        noun if noun is not None and noun.pos_ in _NOUNS | {"ADJ", "VERB"} and noun.i not in _places(stretch) else None
    )


def _places(stretch: Stretch) -> range:
    return range(stretch.start, stretch.end)


def _worth(stretch: Stretch) -> Token | None:
    """ "$50 billion worth of imports", "goods worth $50 billion"."""
    doc = stretch.doc
    if stretch.end < len(doc) and doc[stretch.end].lower_ == "worth":
        return _object(doc[stretch.end], "of")
    before = [t for t in doc[max(0, stretch.start - 5) : stretch.start] if t.lower_ in {"worth", "valued", "totalling"}]
    if before and before[-1].i > 0:
        noun = doc[before[-1].i - 1]
        return noun if noun.pos_ in _NOUNS else None
    return None


def _counted(root: Token, stretch: Stretch) -> Token | None:
    """The noun that the number stands before, "a €140 billion loan"."""
    head = root.head
    right = head.i >= stretch.end and head.i - stretch.end <= 5 and head.pos_ in _NOUNS
    if right and (root.dep_ in _BEFORE or any(t.head == head for t in stretch)):
        return head
    return None


def _led(root: Token, stretch: Stretch) -> Token | None:
    """The noun after "of" or "in": "19 per cent of the territory", "tens of thousands of jobs"."""
    heads = [token for token in (root, *stretch) if token is not None]
    for link in _LED:
        for token in heads:
            noun = _object(token, link, after=stretch.end)
            if noun is not None and noun.ent_type_ not in {"DATE", "TIME"}:
                return noun
    return None


def _object(token: Token, link: str, after: int = 0) -> Token | None:
    for prep in token.children:
        if prep.lower_ == link and prep.i >= after:
            return next((t for t in prep.children if t.dep_ in _OBJECTS), None)
    return None


def _leading(root: Token, stretch: Stretch) -> Token | None:
    """The noun before: "tariffs of 25 per cent", "raised duties to 10 per cent", "output is up 40 per cent"."""
    head = root.head
    while head.pos_ in {"ADP", "ADV", "SCONJ", "PART"} and head.head != head:
        head = head.head
    if head.pos_ in _NOUNS and head.i < stretch.start:
        return head
    if head.pos_ in {"VERB", "AUX", "ADJ"}:
        dependents = {t.dep_: t for t in reversed(list(head.children)) if t.i not in _places(stretch)}
        if root.dep_ == "dobj":
            return dependents.get("nsubj") if head.lemma_ in words().equals else None
        return next((dependents[d] for d in ("dobj", "nsubjpass", "nsubj") if d in dependents), None)
    return None


def scope_of(noun: Token, stretch: Stretch) -> tuple[str, ...]:
    """The words that narrow a noun, sorted: "russian", "imported", "iran" of "imports from Iran", in lower case, and
    what became of those counted: "killed" of "41 dead civilians" and "killed 41 civilians"."""
    own = [t for t in noun.children if t.dep_ in _NARROWS and t.i not in _places(stretch) and t.is_alpha]
    links = [t for t in noun.children if t.dep_ == "prep"]
    far = [t for link in links for t in link.children if t.dep_ == "pobj" and t.pos_ == "PROPN"]
    fates = fates_of(noun) if noun.lemma_.lower() in words().counted | words().held_nouns else set()
    narrowing = {token.lemma_.lower() for token in (*own, *far) if not fates or _fate(token) is None}
    return tuple(sorted(narrowing | fates))


def fates_of(noun: Token) -> set[str]:
    """What the words around a noun tell became of it: "killed 41 civilians", "41 civilians dead"."""
    near = [token for token in noun.children if token.dep_ in _TELLS]
    of_noun = noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN"  # "the release of 20 prisoners"
    head = noun.head.head if of_noun else noun.head
    if of_noun or noun.dep_ in _UNDERGOES or (noun.dep_ == "nsubj" and head.lemma_ == _DIE):
        near.append(head)
    if noun.dep_ in _UNDERGOES | {"nsubj"}:
        near += [token for token in head.children if token.dep_ in _RESULTS and token.pos_ == "ADJ"]
    found = {fate for token in near if (fate := _fate(token)) is not None}
    return found - {_HELD} if len(found) > 1 else found


def _fate(token: Token) -> str | None:
    return words().fates.get(token.lemma_.lower(), words().fates.get(token.lower_))


def term_of(stretch: Stretch) -> Token | None:
    """The word whose term a length of time is: "window" of "a 60-day window", "limit" of "limits for 15 years",
    "review" of "had 60 days to review"; None when it is no term."""
    root, lexicon = stretch.root, words()
    head: Token = root.head
    link = ""
    while head.pos_ == "ADP" and head.head != head:
        head, link = head.head, head.lower_
    below: list[Token] = [
        t
        for token in (root, *stretch)
        for prep in token.children
        if prep.lower_ in {"of", "for"}
        for t in prep.children
    ]
    for token in (head, *below):
        if (
            token.lemma_.lower() in lexicon.term_nouns
            and token.pos_ in _NOUNS
            and link in {"", "for", "of", "to", "by"}
        ):
            return token
    if head.lemma_.lower() in lexicon.term_verbs and head.pos_ == "VERB" and link in {"", "for", "by", "after", "to"}:
        parties: dict[str, Token] = {
            t.dep_: t for t in head.children if t.pos_ in _NOUNS and t.i not in _places(stretch)
        }
        measured: Token = next((parties[d] for d in ("dobj", "nsubjpass", "nsubj") if d in parties), head)
        return measured
    if head.lemma_.lower() in lexicon.given and root.dep_ == "dobj":
        return next((t for t in (*root.children, *head.children) if t.tag_ == "VB" and t.i >= stretch.end), None)
    return None
