"""Who takes part in an event, by the syntax around its trigger."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.date._frame import SUBJECTS, Frame, children, done_to
from onrecord.date._syntax import VERBAL, with_conjuncts
from onrecord.date._vocabulary import vocabulary

_WHO = frozenset({"who", "which", "that"})
_BETWEEN = frozenset({"between", "among", "amongst"})


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
            return [_antecedent(verb, own[0])] if verb.dep_ == "relcl" and own[0].lower_ in _WHO else own
        if verb.dep_ in {"acl", "relcl"}:
            return [verb.head]
        if verb.dep_ == "pcomp" and verb.head.head.pos_ in VERBAL:
            verb = verb.head.head
        elif verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.pos_ in VERBAL | {"ADJ"}:
            verb = verb.head if verb.head.pos_ in VERBAL else verb.head.head
        else:
            return []
    return []


def _antecedent(verb: Token, relative: Token) -> Token:
    """What a relative clause is about: the name right before it ("doubts in Parliament, which votes"), else what the
    parser hangs it on."""
    before = [t for t in relative.doc[verb.head.i : relative.i] if not t.is_punct]
    return before[-1] if before and before[-1].pos_ == "PROPN" else verb.head


def _of_verb(frame: Frame) -> tuple[list[Token], list[Token]]:
    verb = frame.token
    done = done_to(verb) if frame.trigger.object else []
    agents = [t for agent in children(verb, {"agent"}) for t in children(agent, {"pobj"})]
    acting = [t for t in subjects(verb) if t not in done]
    near = [*acting, *agents, *_after_prepositions(verb, _BETWEEN)]
    objects = done if frame.trigger.object else children(verb, {"dobj", "nsubjpass"})
    bearing = [t for thing in done for t in _after_prepositions(thing, frame.trigger.to | _BETWEEN)]
    if frame.trigger.kind == "vote":  # a deal with somebody is voted on without him
        bearing = []
    if not frame.trigger.object and frame.trigger.kind != "announcement":
        bearing += objects
    return near, [*bearing, *_after_prepositions(verb, frame.trigger.to)]


def _of_noun(frame: Frame) -> tuple[list[Token], list[Token]]:
    near: list[Token] = []
    far: list[Token] = []
    for noun in {frame.token.i: frame.token, frame.top.i: frame.top}.values():
        near += [*children(noun, {"poss"}), *_before(frame, noun), *_after_prepositions(noun, _BETWEEN | {"by"})]
        near += _after_prepositions(noun, {"of"}) if frame.trigger.of else []
        near += [t for by in _set_by(noun) for t in children(by, {"pobj"})]
        far += _after_prepositions(noun, frame.trigger.to)
        far += [t for verb in children(noun, {"acl"}) for t in _after_prepositions(verb, {"with"})]
    if frame.host is not None and frame.hosted:
        near += _after_prepositions(frame.host, _BETWEEN)
        far += _after_prepositions(frame.host, frame.trigger.to - {"to"})
    if frame.host is not None and _takes_part(frame, frame.host, bool(near)) and frame.top.dep_ not in SUBJECTS:
        near += subjects(frame.host)
        far += _addressed(frame, frame.host)
    return near, far


def _everyone(heads: list[Token]) -> list[Token]:
    found = {t.i: t for head in heads for t in with_conjuncts(head)}
    return [found[i] for i in sorted(found)]


def _takes_part(frame: Frame, host: Token, named: bool) -> bool:
    """Whether the subject of the verb over an event takes part in it; not who plans what others hold ("is planning the
    Marden-Okello meeting"), nor who does something else after it."""
    words = vocabulary().words
    link = frame.link.lower_ if frame.link is not None else ""
    if link in words["after"] or not frame.hosted:
        return _met_before_speaking(frame)
    return not (named and host.lemma_ in words["arranging"] | {"arrange"})


def _met_before_speaking(frame: Frame) -> bool:
    """ "Kerry said after a meeting with Zarif": the subject is the other side, unless the sides are named already."""
    noun = frame.token
    owned = any(t.dep_ == "poss" and t.ent_type_ not in {"DATE", "TIME"} for t in noun.children)
    named = owned or bool(_after_prepositions(noun, {"between"}))
    link = frame.link.lower_ if frame.link is not None else ""
    if link in {"during", "at", "in"} or (frame.trigger.kind == "visit" and link in {"after", "following"}):
        return not named  # who speaks there is there
    return link in {"after", "following"} and not named and bool(_after_prepositions(noun, {"with"}))


def _addressed(frame: Frame, verb: Token) -> list[Token]:
    """Who is spoken to at an event: "told Okello in a telephone call"."""
    there = frame.link is not None and frame.link.lower_ in {"during", "at", "in", "by", "over"}
    return children(verb, {"dobj", "dative"}) if there and verb.lemma_ in vocabulary().words["addressing"] else []


def _before(frame: Frame, noun: Token) -> list[Token]:
    """Names that stand before the noun as parties: "the Putin-Kerry meeting", "the Kim meeting", but not "the Geneva
    talks" or "Iran talks", which may be where or about what; "Iranian missile test" is Iran's."""
    found: list[Token] = []
    whose = vocabulary().kinds[frame.trigger.kind].whose
    for name in children(noun, {"compound", "nmod", "amod"}):
        pair = [t for t in children(name, {"compound", "nmod"}) if t.nbor().text in {"-", "–", "—", "/"}]
        party = name.ent_type_ in {"PERSON", "ORG"} or (whose and (name.pos_ == "PROPN" or name.ent_type_ == "NORP"))
        if pair or party:
            found += [*pair, name]
    return found


def _set_by(noun: Token) -> list[Token]:
    """ "a deadline set by the ministry", "a summit hosted by Oslo"."""
    return [by for verb in children(noun, {"acl"}) for by in children(verb, {"agent"})]


def _after_prepositions(token: Token, which: frozenset[str] | set[str]) -> list[Token]:
    links = [t for t in token.children if t.dep_ == "prep" and t.lower_ in which]
    return [t for link in links for t in children(link, {"pobj"})]
