"""One article's statements, option by option: what is seen, what rules and network say, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.code._examples import SURE, Examples
from onrecord.code._network.asking import Asking, Key
from onrecord.code._network.network import Answer
from onrecord.code._reasons import Reasons
from onrecord.code._rules.linkage import hangs_on
from onrecord.code._rules.rules import Rules, sentences_of
from onrecord.code._verdict import Seen, Verdict, weights
from onrecord.model import Position, Reading, Span

By = Literal["rules", "network", "both", "example"]
"""Who decided a stance: the rules where the network alone would have come to another or none, the network where the
rules did, both where they agree, an example that the statement is worded like."""

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


class Weighed:
    """One article with all that is weighed in it."""

    def __init__(
        self, reading: Reading, rules: Rules, at_once: int = AT_ONCE, examples: Examples | None = None
    ) -> None:
        self._reading, self._rules = reading, rules
        self._asking = Asking(reading.article.text, rules.codebook, at_once)
        self._reasons = Reasons(rules.places, rules.codebook)
        every = range(len(reading.attributions))
        self._alike = [examples.like(self._said(number)) if examples else {} for number in every]

    def told_by_examples(self) -> Iterator[tuple[int, Position]]:
        """The positions of statements that are worded like an example, each with its attribution."""
        for number, alike in enumerate(self._alike):
            for key, example in alike.items():
                if example.settles and example.stance is not None:
                    why = f"like the example: {example.text}"
                    yield number, Position(*key, example.stance, None, SURE, why, self._rules.holder(number))

    def weighings(self, *, of_all: bool = False) -> Iterator[Weighing]:
        """Statement by statement, option by option. What the speaker would hold if it were of a side goes for a rule
        where there is none for the speaker itself. With `of_all`, statements too in which nothing can be decided, as
        no word shows a stance: the weights are fitted on them, and the network need not be asked otherwise."""
        for number, attribution in enumerate(self._reading.attributions):
            ruled, named = dict[Key, Position](), self._rules.named(number)
            told = attribution.mode == "told"
            voiced = told or self._rules.voiced(number)  # what somebody does is told as it is
            for position in self._rules.positions(number):
                ruled.setdefault((position.issue, position.option), position)
            if not (ruled or voiced or of_all):
                continue
            spans, alike = (*attribution.source, *attribution.cue, *attribution.content), self._alike[number]
            answers = self._asking(spans, self._source(number), named, ruled, told=told)
            for key, (answer, condition) in answers.items():
                if key not in alike or not alike[key].settles:
                    seen = Seen(key in named or key in alike, voiced)
                    yield Weighing(number, key, ruled.get(key), seen, answer, condition)

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

    def by(self, one: Weighing, position: Position) -> By:
        """Who decided the position that a weighing came to."""
        if one.ruled is None or one.ruled.stance != position.stance:
            return "network"
        alone = weights().verdict(one.answer, None, one.seen)
        return "both" if alone is not None and alone.stance == position.stance else "rules"

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
        return self._words(self._reading.attributions[number].source)

    def _said(self, number: int) -> str:
        one = self._reading.attributions[number]
        return self._words(sorted((*one.source, *one.cue, *one.content)))

    def _words(self, spans: Iterable[Span]) -> str:
        text = self._reading.article.text
        return " ".join(text[span.start : span.end] for span in spans)
