"""Linkage: which condition a position hangs on, and the option that the condition names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from onrecord.code._rules.clauses import VERBS
from onrecord.code._rules.conditions import Condition, conditions
from onrecord.code._rules.scene import Mention
from onrecord.syntax import Passage


def hangs_on(
    passage: Passage,
    content: frozenset[int],
    mentions: Sequence[Mention],
    option: tuple[str, str],
    known: Sequence[Condition] | None = None,
) -> tuple[Condition, tuple[str, str] | None] | None:
    """The condition in the words of a statement that a position on an option hangs on, and the option it names.

    `content` has the indices of the statement's tokens in the passage, `mentions` what its sentences mention,
    `known` their conditions where they have been read. None if no words show a condition.
    """
    own = [m for m in mentions if (m.issue, m.option) == option and m.head.i in content]
    condition = hinge(passage.doc, content, own[0] if own else None, known)
    return None if condition is None else (condition, linked(condition, mentions, option))


def linked(condition: Condition, mentions: Iterable[Mention], option: tuple[str, str]) -> tuple[str, str] | None:
    """The option that a condition's words name, as (issue, option): the one that governs most of them, then the first.

    `option` is the one that the position is on, which no condition of it links to.
    """
    named = [m for m in mentions if condition.holds(m.head) and (m.issue, m.option) != option]
    if not named:
        return None
    first = min(named, key=lambda m: (sum(1 for _ in m.head.ancestors), m.head.i))
    return first.issue, first.option


def hinge(
    doc: Doc, content: frozenset[int], mention: Mention | None = None, known: Sequence[Condition] | None = None
) -> Condition | None:
    """The condition that a position hangs on whose stance is known to be conditional, None if no words show one.

    `content` has the indices of the statement's tokens, `known` the conditions of its sentences where they have been
    read. The one counts that the mention's own clause hangs on, else the nearest above it, else the first that binds
    by itself.
    """
    if known is None:
        sentences = [s for s in doc.sents if any(i in content for i in range(s.start, s.end))]
        known = [c for sentence in sentences for c in conditions(sentence)]
    if mention is not None:
        swaps = [c for c in known if c.kind == "exchange" and not c.stated and c.holds(mention.head)]
        known = [c for c in known if not c.holds(mention.head)]
        known += [other for swap in swaps for other in swap.other_way()]
    within = [c for c in known if not content.isdisjoint(word.i for word in c.words)]
    return min(within or known, key=lambda c: _distance(c, mention), default=None)


def _distance(condition: Condition, mention: Mention | None) -> tuple[int, int, int]:
    above = [] if mention is None else [mention.head, *mention.head.ancestors]
    hung = _upward(condition.hangs_on)
    steps = next((n for n, token in enumerate(above) if token in hung), len(above))
    return steps, condition.marker.binds != "always", condition.first.i


def _upward(token: Token) -> Sequence[Token]:
    """The token and what is above it up to the verb of its clause."""
    path = [token]
    while token.pos_ not in VERBS and token.head != token:
        token = token.head
        path.append(token)
    return path
