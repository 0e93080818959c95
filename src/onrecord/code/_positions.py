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
from onrecord.code._verdict import Seen, weights
from onrecord.model import Attribution, ConditionKind, Position, Reading, Span
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage

AT_ONCE = 10  # options that are asked of a statement, besides those that phrases name


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
    rules = Rules(reading, passages, codebook, actors)
    reasons = Reasons(rules.places, codebook)
    found: list[list[Position]] = [[] for _ in reading.attributions]
    for one in weighings(reading, rules, at_once):
        position = _decided(one, reading.attributions[one.attribution], rules, reasons)
        if position is not None:
            found[one.attribution].append(replace(position, holder=_holder(one, rules)))
    order = {(i.id, o.id): (a, b) for a, i in enumerate(codebook.issues) for b, o in enumerate(i.options)}
    return tuple(tuple(sorted(of_one, key=lambda p: order[p.issue, p.option])) for of_one in found)


def _decided(one: Weighing, attribution: Attribution, rules: Rules, reasons: Reasons) -> Position | None:
    """What the weighing comes to, without its holder; None where no stance is told."""
    known = weights()
    verdict = known.verdict(one.answer, one.ruled, one.seen)
    if verdict is None:
        return None
    if one.ruled is not None and one.ruled.stance == verdict.stance:
        return replace(one.ruled, confidence=verdict.confidence)
    if verdict.stance == "conditional":
        bound = _bound(one, attribution, rules)
        if bound is not None:
            span, kind, link = bound
            why = reasons.of(attribution, one.key)
            return Position(*one.key, "conditional", span, verdict.confidence, why, kind=kind, linked=link)
        verdict = known.likeliest(one.answer, one.ruled, one.seen, bound=False)
    return Position(*one.key, verdict.stance, None, verdict.confidence, reasons.of(attribution, one.key))


def _holder(one: Weighing, rules: Rules) -> str | None:
    """Who else than the speaker holds it; a rule that took it for the speaker's own decides."""
    if one.ruled is not None and one.ruled.holder is None:
        return None
    return rules.holder(one.attribution) or (one.ruled.holder if one.ruled is not None else None)


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


def _bound(
    one: Weighing, attribution: Attribution, rules: Rules
) -> tuple[Span, ConditionKind, tuple[str, str] | None] | None:
    """The condition that the words show, its kind and the option it names, else the one that the network points to;
    None without either, as nothing is said that cannot be pointed at."""
    for passage, content in rules.places.covered(attribution.content):
        mentions = [m for s in sentences_of(passage.doc, content) for m in rules.sentences.read(passage, s).mentions]
        hung = hangs_on(passage, content, mentions, one.key)
        if hung is not None:
            condition, link = hung
            return passage.span(condition.first, condition.last), condition.kind, link
    return None if one.condition is None else (one.condition, "precondition", None)
