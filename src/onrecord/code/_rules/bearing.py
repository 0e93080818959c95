"""How a mention bears: the direction that words give to what they govern, composed from the mention upwards.

The method is compositional polarity over the syntax tree (after Moilanen & Pulman 2007) with the signatures of
verbs that take a clause (after Karttunen 1971 and Saurí & Pustejovsky 2009): each word on the way from the mention to
the cue keeps the direction, turns it round or leaves it open, and a negation does to the word what its class says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.code._rules.holder import Whose
from onrecord.code._rules.lexicon import Operator, is_a

WEAK = 0.6  # what is left of the strength of a stance that shows in not being against something
# How surely a clause without a word of will shows its speaker's: "must", "will", "may", a present act or order, and
# naming something as a condition for something else.
CLAIMS = {"must": 0.85, "will": 0.8, "may": 0.6, "does": 0.6, "asks": 0.6}


@dataclass(slots=True)
class Bearing:
    """What is known so far on the way up. `sign` is 1, -1 or 0 (open); `own` once a view of the speaker was met."""

    sign: int
    strength: float = 1.0
    own: bool = False
    others: bool = False
    sealed: bool = False  # told as somebody else's view, which no later word makes the speaker's
    maybe: bool = False  # only possible so far ("could"); what is refused even as possible is refused
    turned: int = 0
    before: int = 0  # the sign before the last word was applied
    last: Operator | None = None
    words: list[Token] = field(default_factory=list)

    def claim(self, by: str) -> None:
        """The speaker's own view shows here, without a word of will: by what is a key of CLAIMS."""
        if not self.own:
            self.strength *= CLAIMS[by]
        self.own, self.others = True, False

    def disown(self) -> None:
        """What was read so far is somebody else's view, or set aside."""
        self.own, self.others = False, True

    def is_speakers(self) -> bool:
        """Whether the view that came out is the speaker's own."""
        return self.own and not self.others and not self.sealed

    def leave_open(self) -> None:
        self.sign = 0

    def apply(self, operator: Operator, words: tuple[Token, ...], holder: Whose) -> None:
        """A word governs what was read so far; `holder` says whose word it is."""
        behind, self.before = self.before, self.sign
        if operator.role == "report":
            self.last = operator
            if holder in {"other", "unknown"} or self.others:
                self.disown()
                self.sealed = True
            return
        refused = operator.name in {"refuse", "object"} and self.last is not None
        before = self.last.name if self.last is not None else ""
        if refused and before in {"refuse", "object"}:
            self.leave_open()
        elif operator.name == "reverse" and before in {"ask", "need"}:
            self.leave_open()  # who drops a demand no longer makes it, and says no more
        elif refused and before == "consider" and any(is_a(word.lemma_.lower(), "final") for word in words):
            self.sign = -behind
        else:
            self.sign *= operator.sign
            self.maybe = self.maybe and operator.name not in {"refuse", "object"}
        self.turned += operator.sign < 0
        self.strength *= operator.strength
        self.last = operator
        self.words.extend(words)
        if operator.role == "attitude":
            self._hold(holder)
        elif operator.role != "act":
            self.own, self.others = True, False

    def _hold(self, holder: Whose) -> None:
        if holder in {"own", "nobody"}:
            self.own, self.others = True, False
        elif holder == "unknown" and self.sign != 0:
            self.own = True
            self.leave_open()
        elif holder != "thing":
            self.own, self.others = False, True

    def negate(self, word: Token) -> None:
        """A negation stands by the word last applied, or by the mention itself."""
        self.words.append(word)
        self.turned += 1
        rule = self.last.negated if self.last is not None else "flip"
        if self.last is not None and self.last.role == "report" and rule == "open":
            self.own, self.others = False, True
        elif rule == "open":
            self.leave_open()
        elif rule == "refuse":
            self.sign = -self.before
        else:
            self.sign = -self.sign
            self.strength *= WEAK if rule == "weak" else 1.0
