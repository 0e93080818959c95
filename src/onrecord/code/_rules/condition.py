"""A condition: its words, what it hangs on, and how it binds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.code._rules.kinds import kind_of
from onrecord.code._rules.lexicon import Marker, Shown
from onrecord.model import ConditionKind


@dataclass(frozen=True)
class Condition:
    """A condition of a sentence: its words from marker to end, the token that the syntax hangs it on, the head of its
    own clause, and whether it stands in a main clause, which says by itself what it wants."""

    marker: Marker
    first: Token
    last: Token
    hangs_on: Token
    head: Token
    stated: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        return tuple(self.first.doc[self.first.i : self.last.i + 1])

    @cached_property
    def kind(self) -> ConditionKind:
        """How it binds."""
        return kind_of(self.marker.kind, self.words, self.head, self.hangs_on)

    def holds(self, token: Token) -> bool:
        """Whether the token stands within the condition."""
        return self.first.i <= token.i <= self.last.i

    def turns(self, other: Condition) -> bool:
        """Whether it is the same tie read from its other end: "demands relief [in return for closing the plant]"."""
        if not self.stated or not other.holds(self.hangs_on):
            return False
        return self.holds(other.hangs_on) or other.hangs_on == self.head or other.hangs_on.is_ancestor(self.head)

    def other_way(self) -> Iterator[Condition]:
        """What an exchange asks of the one who gives its condition: the clause that it hangs on."""
        clause = [t for t in self.hangs_on.subtree if not self.holds(t) and t.dep_ not in {"aux", "nsubj"}]
        if clause:
            behind = [t for t in clause if t.i > self.last.i] or clause
            whole = [t for t in clause if t.i < self.first.i] or behind
            yield from between("exchange", whole[0], whole[-1], self.head, self.hangs_on)

    def text(self) -> str:
        return self.first.doc[self.first.i : self.last.i + 1].text


def between(
    kind: Shown, first: Token, last: Token, hangs_on: Token, head: Token, *, stated: bool = True
) -> Iterator[Condition]:
    """The condition from one token to another, without marks at its ends; none if it hangs on itself."""
    while last.i > first.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    while first.i < last.i and (first.is_punct or first.is_space or first.dep_ == "mark"):
        first = first.nbor(1)
    if not first.is_punct and not first.is_space and not first.i <= hangs_on.i <= last.i:
        yield Condition(Marker("always", stated, kind), first, last, hangs_on, head, stated)
