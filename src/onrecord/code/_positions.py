"""Attributions → positions: what the rules find and what the network answers, weighed against each other.

1. the rules' positions                                             `_rules`
2. the network's answers, on the options that are hinted at         `_network`
3. one verdict on each option                                       `_verdict`
4. the condition, and the words that decided it                     `_rules.linkage`, `_reasons`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.code._codebook.book import Codebook
from onrecord.code._network.asking import Asking, Key
from onrecord.code._network.network import Answer
from onrecord.code._reasons import Reasons
from onrecord.code._rules.linkage import hangs_on
from onrecord.code._rules.rules import Rules, sentences_of
from onrecord.code._verdict import Seen, Verdict, weights
from onrecord.model import Position, Reading, Span
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage

AT_ONCE = 10  # options that are asked of a statement, besides those that phrases name
LINKED = 0.5  # the chance from which on a condition links to an option that no phrase names in it


@dataclass(frozen=True, slots=True)
class Weighing:
    """An option of one statement, with what is seen, what rules and network say, and where the network sees a
    condition."""

    attribution: int
    key: Key
    ruled: Position | None
    seen: Seen
    answer: Answer
    condition: Span | None


def positions(
    reading: Reading, passages: Sequence[Passage], codebook: Codebook, actors: Lexicon, at_once: int = AT_ONCE
) -> tuple[tuple[Position, ...], ...]:
    """What is held, in the words of each attribution of a reading, of the codebook's options, in the codebook's order.

    A tuple that runs parallel to `reading.attributions`. A content that only states facts about an option gives none;
    what stays in doubt is "unclear". `condition` lies in the article's text. Where the words tell the will of somebody
    else than the speaker, the position names them as its `holder`. `at_once` is how many options are asked of a
    statement at most, besides those that phrases name.
    """
    article = Weighed(reading, Rules(reading, passages, codebook, actors), at_once)
    found: list[list[Position]] = [[] for _ in reading.attributions]
    for one in article.weighings():
        position = article.decided(one)
        if position is not None:
            found[one.attribution].append(position)
    order = {(i.id, o.id): (a, b) for a, i in enumerate(codebook.issues) for b, o in enumerate(i.options)}
    return tuple(tuple(sorted(of_one, key=lambda p: order[p.issue, p.option])) for of_one in found)


class Weighed:
    """One article with all that is weighed in it."""

    def __init__(self, reading: Reading, rules: Rules, at_once: int = AT_ONCE) -> None:
        self._reading, self._rules = reading, rules
        self._asking = Asking(reading.article.text, rules.codebook, at_once)
        self._reasons = Reasons(rules.places, rules.codebook)

    def weighings(self) -> Iterator[Weighing]:
        """Statement by statement, option by option. What the speaker would hold if it were of a side goes for a rule
        where there is none for the speaker itself."""
        for number, attribution in enumerate(self._reading.attributions):
            ruled, named, voiced = dict[Key, Position](), self._rules.named(number), self._rules.voiced(number)
            for position in self._rules.positions(number):
                ruled.setdefault((position.issue, position.option), position)
            spans = (*attribution.source, *attribution.cue, *attribution.content)
            for key, (answer, condition) in self._asking(spans, self._source(number), (*ruled, *named)).items():
                yield Weighing(number, key, ruled.get(key), Seen(key in named, voiced), answer, condition)

    def decided(self, one: Weighing) -> Position | None:
        """What the weighing comes to; None where no stance is told."""
        known = weights()
        verdict = known.verdict(one.answer, one.ruled, one.seen)
        if verdict is None:
            return None
        position = self._bound(one, verdict)
        if position is None:
            verdict = known.likeliest(one.answer, one.ruled, one.seen, bound=False)
            position = self._position(one, verdict)
        return replace(position, holder=self._holder(one), linked=position.linked or self._linked(one, position))

    def _position(self, one: Weighing, verdict: Verdict) -> Position:
        if one.ruled is not None and one.ruled.stance == verdict.stance:
            return replace(one.ruled, confidence=verdict.confidence)
        why = self._reasons.of(self._reading.attributions[one.attribution], one.key)
        return Position(*one.key, verdict.stance, None, verdict.confidence, why)

    def _bound(self, one: Weighing, verdict: Verdict) -> Position | None:
        """The position with the condition that it hangs on, if it does: the one that the words show, else the one that
        the network points to. None where a condition is told that cannot be pointed at."""
        position = self._position(one, verdict)
        if verdict.stance != "conditional" or position.condition is not None:
            return position
        for passage, content in self._rules.places.covered(self._reading.attributions[one.attribution].content):
            sentences = (self._rules.sentences.read(passage, s) for s in sentences_of(passage.doc, content))
            hung = hangs_on(passage, content, [m for read in sentences for m in read.mentions], one.key)
            if hung is not None:
                condition, link = hung
                span = passage.span(condition.first, condition.last)
                return replace(position, condition=span, kind=condition.kind, linked=link)
        return None if one.condition is None else replace(position, condition=one.condition, kind="precondition")

    def _linked(self, one: Weighing, position: Position) -> Key | None:
        """The option that a condition wants, in other words than any phrase: what the network hears in its words."""
        if position.condition is None:
            return None
        answers = self._asking((position.condition,), self._source(one.attribution))
        told = {key: answer.told for key, (answer, _) in answers.items() if key != one.key}
        likeliest = max(told, key=lambda key: told[key], default=None)
        return likeliest if likeliest is not None and told[likeliest] >= LINKED else None

    def _holder(self, one: Weighing) -> str | None:
        """Who else than the speaker holds it; a rule that took it for the speaker's own decides."""
        if one.ruled is not None and one.ruled.holder is None:
            return None
        return self._rules.holder(one.attribution) or (one.ruled.holder if one.ruled is not None else None)

    def _source(self, number: int) -> str:
        text = self._reading.article.text
        return " ".join(text[span.start : span.end] for span in self._reading.attributions[number].source)
