"""From a mention of an option up the syntax tree to the cue, composing what lies on the way."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.code._rules.clauses import (
    ACTIVE,
    PASSIVE,
    VERBS,
    depends,
    favoured,
    infinitive,
    modal_of,
    negations,
    set_aside,
)
from onrecord.code._rules.composition import Composition
from onrecord.code._rules.lexicon import is_a
from onrecord.code._rules.scene import Found, Scene

_CLAUSAL = frozenset({"ccomp", "xcomp"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "prep", "advmod", "ccomp", "xcomp", "neg"})
_ACTS = frozenset({"act"})
_REPORTS = frozenset({"report"})
_WILLED = frozenset({"attitude", "demand"})
_JUDGING = frozenset({"quality", "demand"})
_GOVERNING = frozenset({"attitude", "demand", "act", "report"})


class Climb:
    """One walk from a mention's head to the top. `path` holds the tokens that were passed, `bearing` what came out."""

    def __init__(self, head: Token, words: tuple[Token, ...], sign: int, scene: Scene) -> None:
        self.path: list[Token] = [head]
        self._scene = scene
        self._above = False  # past the cue, on the way to the verb that governs it
        self._composition = Composition(words, sign, scene)
        self.bearing = self._composition.bearing
        self._composition.at(head, None)
        if head.pos_ not in VERBS and head.dep_ in {"ROOT", "ccomp"} and self.bearing.turned:
            self.bearing.claim("will")  # "no foreign troops!"
        at: Token | None = head
        while at is not None:
            at = self._up(at)
        if self.bearing.maybe:
            self.bearing.leave_open()

    def _up(self, token: Token) -> Token | None:
        head, link = token.head, token.dep_
        leaving = token.i in self._scene.cue and head.i not in self._scene.cue
        if head == token or (leaving and not depends(token)):
            return None
        self._above = leaving or (self._above and token.pos_ not in VERBS)
        if set_aside(token):
            self.bearing.disown()
            return None
        if not self._above and head.i not in self._scene.content and head.i not in self._scene.cue:
            return None
        if link in {"conj", "appos"} or (link == "prep" and favoured(token)):
            return self._across(token, head)
        passed = self._pass(token, head, link)
        if passed:
            self.path.append(head)
        return head if passed else None

    def _across(self, token: Token, head: Token) -> Token:
        """From the second of two joined phrases to what governs the first; it shares auxiliaries, not the rest."""
        if favoured(token):
            given_up = [t for t in (head, *head.ancestors) if t.pos_ in VERBS and self._reverses(t)]
            if given_up:
                head = given_up[0]
            else:
                self.bearing.leave_open()
        contrast = any(is_a(child.lower_, "contrast") for child in head.children)
        alone = token.pos_ in VERBS and any(c.dep_ in ACTIVE | PASSIVE | {"aux"} for c in token.children)
        if token.pos_ in VERBS and not alone and not contrast and token.tag_ in {"VB", "VBN", "VBG"}:
            self._add(head, None)
        self.path.append(head)
        return head

    def _reverses(self, verb: Token) -> bool:
        found = self._find(verb, _ACTS)
        return found is not None and found.operator.sign < 0

    def _pass(self, token: Token, head: Token, link: str) -> bool:
        if link in ACTIVE:
            return self._as_subject(head)
        if (link == "relcl" and not infinitive(token)) or link == "parataxis":
            return False
        if link == "acl" and token.tag_ != "VB" and not any(child.dep_ == "mark" for child in token.children):
            return False
        if link == "advcl":
            return self._adverbial(token, head)
        found = self._find(head, _GOVERNING)
        if link == "ccomp":
            found = self._find(head, _REPORTS) or found
        if link == "prep":
            return self._through_preposition(token, head, found)
        if head.pos_ in VERBS or found is not None:
            return self._governed(head, link, found)
        return True

    def _through_preposition(self, token: Token, head: Token, found: Found | None) -> bool:
        willed = found is not None and found.operator.role == "attitude" and is_a(token.lower_, "selected")
        if found is not None and (willed or token in found.words):
            self._add(head, found)
            return True
        if head.pos_ not in VERBS and is_a(token.lower_, "carrying"):
            self._add(head, found)
            return True
        means = is_a(token.lower_, "means") and found is not None and found.operator.role != "act"
        if means or is_a(head.lemma_, "copulas") or self._find(token, _GOVERNING) is not None:
            self._add(head, None)
            return True
        return False

    def _adverbial(self, token: Token, head: Token) -> bool:
        """spaCy hangs some complements of adjectives and verbs on as adverbial clauses: "ready to hold …"."""
        found = self._find(head, _WILLED)
        if found is None or not infinitive(token) or head.pos_ in VERBS:
            return False
        self._add(head, found)
        return True

    def _governed(self, head: Token, link: str, found: Found | None) -> bool:
        if link in {"npadvmod", "advmod", "dep", "mark"}:
            return False
        judged = is_a(head.lemma_, "naming") or link in {"ccomp", "xcomp", "acl", "csubj"}
        if judged and self._evaluated(head):
            return True
        plain = is_a(head.lemma_, "copulas") or head.lemma_ == "have" or head.pos_ not in VERBS
        if found is None and not plain:
            return self._unknown_verb(head, link)
        self._add(head, found)
        return True

    def _unknown_verb(self, verb: Token, link: str) -> bool:
        """A verb that the lexicon doesn't know governs the mention: no direction may rest on it."""
        cue = link in {"acomp", "oprd"} or verb.i in self._scene.cue
        if negations(verb) or not (cue or link in _CLAUSAL):
            self.bearing.leave_open()
        if cue or self.bearing.own:
            return cue or link in _CLAUSAL
        self._add(verb, None)
        return True

    def _as_subject(self, verb: Token) -> bool:
        """The mention is what the clause is about: "a ceasefire is …", "sanctions would …"."""
        first = self.path[-1].i
        if self._evaluated(verb):
            if any(child.dep_ == "csubj" and child.i < first for child in verb.children):
                self.bearing.leave_open()  # "trashing the deal is …", its object taken for the subject
            return True
        effect = self._find(verb, frozenset({"effect"}))
        if effect is not None:
            self._add(verb, effect)
            return True
        if modal_of(verb) is not None and self._find(verb, _ACTS):
            self._add(verb, None)
            if modal_of(verb) == "will":
                self.bearing.claim("may")
                if not negations(verb):
                    self.bearing.leave_open()
            return True
        return False

    def _evaluated(self, head: Token) -> bool:
        """Whether something is said of the mention: "is unacceptable", "called it illegal", "described as …"."""
        named = is_a(head.lemma_, "naming")
        if head.pos_ in VERBS and not named and not is_a(head.lemma_, "copulas"):
            return False
        children = [head] if head.pos_ not in VERBS else [c for c in head.children if c.dep_ in _PREDICATES]
        children += [below for c in children if c.lower_ == "as" for below in c.children]
        for child in children:
            found = self._find(child, _JUDGING)
            if found is not None:
                self.bearing.apply(found.operator, found.words, "own")
                self._composition.negate(child)
                self._add(head, None)
                return True
        return False

    def _add(self, token: Token, found: Found | None) -> None:
        above = not self._scene.cue.isdisjoint(t.i for t in self.path) and token.i not in self._scene.cue
        self._composition.at(token, found, above=above)

    def _find(self, token: Token, roles: frozenset[str]) -> Found | None:
        return self._scene.find(token, roles, self._composition.mention)
