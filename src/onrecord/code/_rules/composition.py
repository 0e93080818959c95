"""What stands at one token on the way up: its operator, its negation, its auxiliaries, and whose will it is."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.code._rules.bearing import Bearing
from onrecord.code._rules.clauses import PASSIVE, VERBS, denied, expressed, modal_of, negations, ordered, present
from onrecord.code._rules.holder import Whose, subject_of, whose
from onrecord.code._rules.lexicon import is_a
from onrecord.code._rules.scene import Found, Scene

_WILLED = frozenset({"attitude", "demand"})


class Composition:
    """The bearing of a mention as it is composed token by token. `words` are the mention's own."""

    def __init__(self, words: tuple[Token, ...], sign: int, scene: Scene) -> None:
        self.bearing = Bearing(sign, words=list(words), turned=sum(is_a(w.lower_, "negators") for w in words))
        self.mention = frozenset(word.i for word in words)
        self._scene = scene

    def at(self, token: Token, found: Found | None, *, above: bool = False) -> None:
        """Add what one token says, with the operator found at it; `above`: it governs the cue."""
        if found is not None:
            holder = self._holder(token)
            if above and found.operator.role in _WILLED and holder != "own":
                self.bearing.disown()  # "the plan requires Belgium to accept …" is not Belgium's will
            else:
                self.bearing.apply(found.operator, found.words, holder)
        self.negate(token)
        if token.pos_ in VERBS:
            self._modality(token, found)

    def negate(self, token: Token) -> None:
        """Apply the negations that stand by a token."""
        known = self.mention | self._scene.spoken_for | {word.i for word in self.bearing.words}
        for word in negations(token):
            if word.i not in known:
                self.bearing.negate(word)

    def _holder(self, token: Token) -> Whose:
        """Whose word this is: a cue is the speaker's; a passive that names nobody is somebody else's."""
        if token.i in self._scene.cue:
            return "own"
        if token.dep_ in {"csubj", "csubjpass"}:
            return "thing"  # "offering a summit is …"
        subject = subject_of(token)
        if token.pos_ == "NOUN" and (subject is None or (subject.head != token and not expressed(token))):
            return "thing"
        if subject is not None and subject.i in self._scene.source:
            return "own"
        holder = whose(subject, self._scene.voice)
        passive = any(child.dep_ in PASSIVE for child in token.children)
        return "other" if passive and holder == "nobody" else holder

    def _modality(self, verb: Token, found: Found | None) -> None:
        bearing, modal = self.bearing, modal_of(verb)
        if found is not None and any(word.dep_ == "aux" and word.head == verb for word in found.words):
            return  # the auxiliary is part of what the operator says: "could live with"
        possible = modal in {"may", "can"} and not denied(verb)
        bearing.maybe = bearing.maybe or possible or (modal == "may" and found is None)
        if found is not None and found.operator.role in {"attitude", "report"}:
            if modal == "must":
                bearing.claim("must")
            return
        subject = subject_of(verb)
        holder = whose(subject, self._scene.voice)
        if modal == "must" or (modal == "can" and not possible):
            bearing.claim("must")
        elif modal == "will" and (holder == "own" or (holder == "nobody" and bearing.turned)):
            bearing.claim("will")
        elif (modal == "will" and self._arranged(verb, found)) or (modal in {"may", "can"} and holder == "own"):
            bearing.claim("may")
        elif modal is None and self._performs(verb, holder, subject):
            bearing.claim("does")

    def _arranged(self, verb: Token, found: Found | None) -> bool:
        """A party says what will be done, without saying by whom: "the bodies will be handed over on Friday"."""
        done = (found is None and verb.i in self.mention) or (found is not None and found.operator.role == "act")
        kept = found is None or found.operator.sign > 0
        passive = any(child.dep_ in PASSIVE for child in verb.children)
        agent = any(child.dep_ == "agent" for child in verb.children)
        return self._scene.voice.side is not None and done and kept and passive and not agent

    def _performs(self, verb: Token, holder: Whose, subject: Token | None) -> bool:
        """A present act of the speaker, or an order."""
        if subject is None:
            return ordered(verb) and (verb.dep_ == "ROOT" or verb.head.i in self._scene.cue)
        if verb.dep_ in {"acl", "relcl"}:
            return False  # "the demand that it give up …" tells no act
        return holder == "own" and subject.head == verb and not is_a(verb.lemma_, "copulas") and present(verb)
