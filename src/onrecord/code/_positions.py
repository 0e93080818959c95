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
from onrecord.code._rules.linkage import hinge, linked
from onrecord.code._rules.rules import Rules, sentences_of
from onrecord.code._verdict import Seen, weights
from onrecord.model import Attribution, Position, Reading, Span
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage

AT_ONCE = 10  # options that are asked of a statement


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
    statement at most.
    """
    rules = Rules(reading, passages, codebook, actors)
    reasons, known = Reasons(rules.places, codebook), weights()
    found: list[list[Position]] = [[] for _ in reading.attributions]
    for one in weighings(reading, rules, at_once):
        verdict = known.verdict(one.answer, one.ruled, one.seen)
        if verdict is None:
            continue
        attribution = reading.attributions[one.attribution]
        if one.ruled is not None and one.ruled.stance == verdict.stance:
            position = replace(one.ruled, confidence=verdict.confidence)
        else:
            position = Position(*one.key, verdict.stance, None, verdict.confidence, reasons.of(attribution, one.key))
            if verdict.stance == "conditional":
                bound = _bound(position, attribution, one.condition, rules)
                position = bound or replace(position, stance=known.stance(one.answer, one.ruled, bound=False))
        if one.ruled is None or one.ruled.holder is not None:
            position = replace(position, holder=rules.holder(one.attribution))
        found[one.attribution].append(position)
    order = {(i.id, o.id): (a, b) for a, i in enumerate(codebook.issues) for b, o in enumerate(i.options)}
    return tuple(tuple(sorted(of_one, key=lambda p: order[p.issue, p.option])) for of_one in found)


def weighings(reading: Reading, rules: Rules, at_once: int = AT_ONCE) -> Iterator[Weighing]:
    """All that is weighed of one article, statement by statement. What the speaker would hold if it were of a side goes
    for a rule where there is none for the speaker itself."""
    text = reading.article.text
    asking = Asking(text, rules.codebook, at_once)
    for number, attribution in enumerate(reading.attributions):
        ruled, named, voiced = dict[Key, Position](), rules.named(number), rules.voiced(number)
        for position in rules.positions(number):
            ruled.setdefault((position.issue, position.option), position)
        source = " ".join(text[span.start : span.end] for span in attribution.source)
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        for key, (answer, condition) in asking(spans, source, (*ruled, *named)).items():
            yield Weighing(number, key, ruled.get(key), Seen(key in named, voiced), answer, condition)


def _bound(position: Position, attribution: Attribution, asked: Span | None, rules: Rules) -> Position | None:
    """A conditional position with the condition that the words show, else the one that the network points to; None
    without either, as nothing is said that cannot be pointed at."""
    for passage, content in rules.places.covered(attribution.content):
        found = hinge(passage.doc, content)
        if found is not None:
            span = passage.span(found.first, found.last)
            mentions = [
                m for s in sentences_of(passage.doc, content) for m in rules.sentences.read(passage, s).mentions
            ]
            link = linked(found, mentions, (position.issue, position.option))
            return replace(position, condition=span, kind=found.kind, linked=link)
    return None if asked is None else replace(position, condition=asked, kind="precondition")
