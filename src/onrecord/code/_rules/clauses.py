"""What the syntax says at one token: negation, modality, mood, and words that set something aside."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.code._rules.lexicon import is_a, lexicon

ACTIVE = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
VERBS = frozenset({"VERB", "AUX"})
_PRESENT = frozenset({"VBP", "VBZ"})
_NEGATING = frozenset({"neg", "det", "preconj", "advmod", "cc"})


def modal_of(verb: Token) -> str | None:
    """The kind of the verb's auxiliary as in `words.yaml`: will, must, can, may. None without one."""
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"} and child.lower_ in lexicon().modals:
            return lexicon().modals[child.lower_]
    return None


def denied(verb: Token) -> bool:
    """Whether a verb is negated, by its own negation or by that of what there is: "there can be no …"."""
    return bool(negations(verb)) or any(negations(child) for child in verb.children if child.dep_ == "attr")


def ordered(verb: Token) -> bool:
    """An order: "stop the shelling"."""
    return verb.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.children)


def present(verb: Token) -> bool:
    """What its subject does now, or said it did not: "we do not recognise …", "are withdrawing"."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lemma_ != "have"]
    did_not = any(child.lower_ == "did" for child in auxiliaries) and bool(negations(verb))
    return did_not or any(token.tag_ in _PRESENT for token in (verb, *auxiliaries))


def infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)


def depends(cue: Token) -> bool:
    """Whether a cue says nothing by itself, as what governs it decides: "batted off [suggestions]"."""
    return infinitive(cue) or cue.pos_ == "NOUN" or (cue.tag_ == "VBG" and cue.dep_ in {"ccomp", "xcomp", "pcomp"})


def favoured(token: Token) -> bool:
    """ "Abandon … in favour of …" names two things that go opposite ways."""
    favour = any(child.lower_ in {"favour", "favor"} for child in token.children)
    return favour and token.lower_ == "in" and not is_a(token.head.lemma_, "copulas")


def expressed(noun: Token) -> bool:
    """Whether the noun's governor says that its subject has this will: "made an offer", "expressed support"."""
    governor = noun.head
    while governor.pos_ in {"NOUN", "ADP"} and governor.head != governor:
        governor = governor.head
    return is_a(governor.lemma_, "expressing")


def set_aside(token: Token) -> bool:
    """What is named only to be left out ("instead of …") or asked ("whether …")."""
    if token.dep_ == "prep":
        around = (token, token.head, *token.children) if token.head.pos_ == "ADV" else (token, *token.children)
        return any(is_a(word.lower_, "set_aside") for word in around)
    asked = {("advmod", "how"), ("advmod", "why")}
    if token.dep_ == "ccomp":
        asked |= {("mark", "whether"), ("mark", "if")}
    return token.dep_ in {"ccomp", "xcomp"} and any((c.dep_, c.lower_) in asked for c in token.children)


def negations(token: Token) -> list[Token]:
    """The words that negate a token: "not", "never", "no" before a noun, "no one" or "neither" as its subject."""
    known = lexicon().classes["negators"]
    found = [c for c in token.children if c.lower_ in known and c.dep_ in _NEGATING and _before(c, token)]
    found += [c for a in token.children if a.dep_ == "advmod" for c in a.children if c.lower_ in known]
    if token.pos_ in VERBS:
        for subject in (c for c in token.children if c.dep_ in ACTIVE | PASSIVE):
            if subject.lower_ in known:
                found.append(subject)
            found += [c for c in subject.children if c.lower_ in known and c.dep_ in {"det", "preconj", "cc"}]
    return found


def _before(word: Token, token: Token) -> bool:
    return word.i < token.i or (word.dep_ == "neg" and word.i == token.i + 1)
