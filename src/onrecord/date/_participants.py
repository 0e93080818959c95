"""Who takes part in an event, by the syntax around its trigger."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.date._frame import SUBJECTS, Frame, children
from onrecord.date._syntax import VERBAL, with_conjuncts

_WHO = frozenset({"who", "which", "that"})
_BETWEEN = frozenset({"between", "among"})


def participants(frame: Frame) -> tuple[list[Token], list[Token]]:
    """The heads of the noun phrases that take part: the near side (who meets, whose talks, between whom) and the far
    side (whom, with whom). Each is in order and without repetition."""
    near, far = _of_verb(frame) if frame.trigger.verb else _of_noun(frame)
    return _everyone(near), _everyone(far)


def subjects(verb: Token) -> list[Token]:
    """Who does what a verb says, also when the subject stands with a verb before it or before a relative clause."""
    for _ in range(4):  # a chain of control verbs is short: "is expected to travel to meet"
        own = [t for t in verb.children if t.dep_ in SUBJECTS]
        if own:
            relative = verb.dep_ == "relcl" and own[0].lower_ in _WHO
            return [verb.head] if relative else own
        if verb.dep_ in {"acl", "relcl"}:
            return [verb.head]
        if verb.dep_ == "pcomp" and verb.head.head.pos_ in VERBAL:
            verb = verb.head.head
        elif verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.pos_ in VERBAL | {"ADJ"}:
            verb = verb.head if verb.head.pos_ in VERBAL else verb.head.head
        else:
            return []
    return []


def _of_verb(frame: Frame) -> tuple[list[Token], list[Token]]:
    verb = frame.token
    agents = [t for agent in children(verb, {"agent"}) for t in children(agent, {"pobj"})]
    near = [*subjects(verb), *agents, *_after_prepositions(verb, _BETWEEN)]
    objects = [] if frame.trigger.object else children(verb, {"dobj"})
    return near, [*objects, *_after_prepositions(verb, {"with", "to"} if frame.trigger.kind == "call" else {"with"})]


def _of_noun(frame: Frame) -> tuple[list[Token], list[Token]]:
    near: list[Token] = []
    far: list[Token] = []
    for noun in {frame.token.i: frame.token, frame.top.i: frame.top}.values():
        near += [*children(noun, {"poss"}), *_before(noun), *_after_prepositions(noun, _BETWEEN)]
        far += _after_prepositions(noun, {"with"})
    if frame.host is not None and frame.hosted:
        near += _after_prepositions(frame.host, _BETWEEN)
        far += _after_prepositions(frame.host, {"with"})
    if frame.host is not None and (frame.hosted or _met_before_speaking(frame)) and frame.top.dep_ not in SUBJECTS:
        near += subjects(frame.host)
    return near, far


def _everyone(heads: list[Token]) -> list[Token]:
    found = {t.i: t for head in heads for t in with_conjuncts(head)}
    return [found[i] for i in sorted(found)]


def _met_before_speaking(frame: Frame) -> bool:
    """ "Kerry said after a meeting with Zarif": the subject is the other side, unless the sides are named already."""
    noun = frame.token
    named = any(t.dep_ == "poss" for t in noun.children) or bool(_after_prepositions(noun, {"between"}))
    after = frame.link is not None and frame.link.lower_ in {"after", "following", "during"}
    return after and not named and bool(_after_prepositions(noun, {"with"}))


def _before(noun: Token) -> list[Token]:
    """Names that stand before the noun as parties: "the Putin-Kerry meeting", "the Kim meeting", but not "the Geneva
    talks" or "Iran talks", which may be where or about what."""
    found: list[Token] = []
    for name in children(noun, {"compound", "nmod"}):
        pair = [t for t in children(name, {"compound", "nmod"}) if t.nbor().text in {"-", "–", "—", "/"}]
        if pair or name.ent_type_ == "PERSON":
            found += [*pair, name]
    return found


def _after_prepositions(token: Token, which: frozenset[str] | set[str]) -> list[Token]:
    links = [t for t in token.children if t.dep_ == "prep" and t.lower_ in which]
    return [t for link in links for t in children(link, {"pobj"})]
