"""What parties want or reject, whatever the codebook: the objects of words of will in what they are quoted as saying.

The objects are found as in the syntactic extraction of actors' claims (van Atteveldt, Kleinnijenhuis & Ruigrok 2008):
from a noun up the tree, through what governs it, to a verb, noun or adjective that shows will.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._author.uses import said_in
from onrecord.code._rules.clauses import modal_of
from onrecord.code._rules.lexicon import is_a, lexicon
from onrecord.code._rules.places import Places
from onrecord.model import Article, Span, Statement

_WILL = frozenset({"attitude", "demand"})
_JUDGED = frozenset({"quality", "effect"})
_UP = frozenset({"acl", "dobj", "pobj", "prep", "nsubjpass", "xcomp", "ccomp", "conj", "pcomp", "attr", "oprd"})
_QUALIFYING = frozenset({"compound", "amod", "nmod"})
_NAMES = frozenset({"PERSON", "GPE", "NORP", "LOC", "DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT"})
_FAR = 6  # steps from a noun to the word of will


@dataclass(frozen=True, slots=True)
class Wish:
    """An object of somebody's will, in one sentence.

    `words` are the object's words in the dictionary's form, its head last; `action` is the verb between it and the word
    of will ("lift" in "wants sanctions lifted"), None for none; `context` are the sentence's other content words.
    """

    article: str
    side: str | None
    sentence: Span
    words: tuple[str, ...]
    as_written: str
    action: str | None
    passive: bool
    context: frozenset[str]


def wishes(article: Article, statements: Sequence[Statement]) -> Iterator[Wish]:
    """The wishes in what the statements of one article say, in the order of the statements."""
    spans = tuple(sorted({span for statement in statements for span in statement.attribution.content}))
    passages = said_in(article.text, spans)
    places = Places(passages)
    operators: dict[tuple[int, int], Mapping[int, frozenset[str]]] = {}
    for statement in statements:
        for passage, content in places.covered(statement.attribution.content):
            for sentence in passage.doc.sents:
                inside = [token for token in sentence if token.i in content]
                if not inside:
                    continue
                key = passage.start, sentence.start
                if key not in operators:
                    operators[key] = _roles(sentence)
                span = passage.span(sentence[0], sentence[-1])
                yield from _of_sentence(article.id, statement.side, inside, operators[key], span)


def _roles(sentence: Tokens) -> Mapping[int, frozenset[str]]:
    """The roles of the words that show a stance, by each of their tokens; those that open a condition have none."""
    known = lexicon()
    roles = {token.i: frozenset[str]() for match in known.marker_phrases.find(sentence) for token in match.tokens}
    for match in known.operator_phrases.find(sentence):
        for token in match.tokens:
            roles[token.i] = roles.get(token.i, frozenset()) | {known.operators[match.label].role}
    return roles


def _of_sentence(
    article: str, side: str | None, inside: Iterable[Token], roles: Mapping[int, frozenset[str]], span: Span
) -> Iterator[Wish]:
    tokens = list(inside)
    content = {_lemma(token) for token in tokens if token.pos_ in {"NOUN", "VERB", "ADJ"} and token.i not in roles}
    for token in tokens:
        if not _names_something(token) or token.i in roles:
            continue
        willed, action = _willed(token, roles)
        if not willed:
            continue
        qualifying = [c for c in token.children if c.dep_ in _QUALIFYING and c.i < token.i and _qualifies(c)]
        parts = [*qualifying, token]
        words = tuple(_lemma(part) for part in parts)
        written = " ".join(part.lower_ if part.pos_ != "PROPN" else part.text for part in parts)
        passive = token.dep_ == "nsubjpass"
        context = frozenset(content - set(words))
        yield Wish(article, side, span, words, written, action, passive, context)


def _names_something(token: Token) -> bool:
    plain = token.pos_ == "NOUN" and token.text.isalpha() and token.ent_type_ not in _NAMES
    return plain and not is_a(_lemma(token), "holders") and _lemma(token) not in passed_over()["general"]


def _qualifies(token: Token) -> bool:
    if token.ent_type_ in _NAMES or not token.text.isalpha() or token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return False
    return not is_a(token.lower_, "ordering")


def _willed(noun: Token, roles: Mapping[int, frozenset[str]]) -> tuple[bool, str | None]:
    """Whether a word of will, a judgement or "must" governs the noun, and what is done to it between them, if known."""
    token, action, within = noun, None, False
    for _ in range(_FAR):
        head = token.head
        if token.dep_ == "nsubj":
            told = [child for child in head.children if child.dep_ in {"acomp", "attr", "dobj"}]
            return any(roles.get(word.i, frozenset()) & _JUDGED for word in (head, *told)), action
        if token.dep_ not in _UP or head == token:
            return False, None
        if roles.get(head.i, frozenset()) & _WILL:
            return True, action
        within = within or (token.dep_ == "prep" and _has_object(head))  # what is done is done to that
        if head.pos_ == "VERB" and action is None and not within and _lemma(head) not in passed_over()["general_verbs"]:
            action = _act(head, token)
        if head.pos_ == "VERB" and modal_of(head) in {"must", "will"}:
            return True, action
        token = head
    return False, None


def _has_object(head: Token) -> bool:
    return head.pos_ in {"NOUN", "PROPN"} or any(child.dep_ in {"dobj", "nsubjpass"} for child in head.children)


def _act(verb: Token, below: Token) -> str:
    """A verb in the dictionary's form, with its particle and preposition: "hand over", "stay in"."""
    particles = [_lemma(child) for child in verb.children if child.dep_ == "prt"]
    return " ".join([_lemma(verb), *particles, *([_lemma(below)] if below.dep_ == "prep" else [])])


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    return lemma if lemma.isalpha() and token.tag_ not in {"JJR", "JJS"} else token.lower_  # "better" isn't "well"


@cache
def passed_over() -> Mapping[str, frozenset[str]]:
    """The word classes of `data/code/suggest.yaml`."""
    raw = yaml.safe_load((files("onrecord") / "data" / "code" / "suggest.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}
