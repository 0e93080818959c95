"""What one sentence holds, whoever speaks: mentions of options, words that show a stance, conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.code._codebook.book import Codebook
from onrecord.code._codebook.patterns import Match, Phrases
from onrecord.code._rules.conditions import Condition, conditions
from onrecord.code._rules.echoes import Echoes, Line
from onrecord.code._rules.lexicon import lexicon
from onrecord.code._rules.scene import Found, Mention
from onrecord.syntax import Passage


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence holds, whoever speaks: mentions, operators and conditions."""

    mentions: tuple[Mention, ...]
    operators: dict[int, tuple[Found, ...]]
    conditions: tuple[Condition, ...]

    @property
    def spoken_for(self) -> frozenset[int]:
        return frozenset(word.i for found in self.operators.values() for one in found for word in one.words)


class Sentences:
    """Reads a sentence of an article once, however many attributions touch it."""

    def __init__(self, passages: Sequence[Passage], codebook: Codebook) -> None:
        self._seen: dict[tuple[int, int], Sentence] = {}
        self._lines: list[Line] = []
        self._places: dict[tuple[int, int], int] = {}
        for passage in passages:
            for sentence in passage.doc.sents:
                self._places[passage.start, sentence.start] = len(self._lines)
                mentions = _mentions(sentence, codebook)
                self._lines.append(Line(sentence, mentions, operators_of(sentence) if mentions else {}))
        self._echoes = Echoes(self._lines)

    def read(self, passage: Passage, sentence: Tokens) -> Sentence:
        key = (passage.start, sentence.start)
        if key not in self._seen:
            place = self._places[key]
            line = self._lines[place]
            mentions = line.mentions + self._echoes.of(line, place)
            operators = line.operators or (operators_of(sentence) if mentions else {})
            self._seen[key] = Sentence(mentions, operators, conditions(sentence) if mentions else ())
        return self._seen[key]


@cache
def _phrases(codebook: Codebook) -> tuple[Phrases, tuple[tuple[str, str, int], ...]]:
    labels: list[tuple[str, str, int]] = []
    texts: list[tuple[str, int]] = []
    for issue in codebook.issues:
        for option in issue.options:
            for sign, phrases in ((1, option.phrases), (-1, option.against)):
                texts += [(text, len(labels)) for text in phrases]
                labels.append((issue.id, option.id, sign))
    return Phrases(texts), tuple(labels)


def _mentions(sentence: Tokens, codebook: Codebook) -> tuple[Mention, ...]:
    """Mentions of options; one that lies within a longer one is part of that and doesn't count."""
    phrases, labels = _phrases(codebook)
    matches = phrases.find(sentence)
    matches = [m for m in matches if not any(_misreads(m, other, labels) for other in matches)]
    kept: list[Mention] = []
    for match in matches:
        issue, option, sign = labels[match.label]
        longer = any(_covers(other, match) for other in matches)
        if not longer and not any((m.issue, m.option) == (issue, option) and m.words[0] in match.tokens for m in kept):
            kept.append(Mention(issue, option, sign, match.tokens, _top(match.tokens)))
    return tuple(kept)


def _covers(longer: Match, match: Match) -> bool:
    (a, b), (start, end) = _extent(longer), _extent(match)
    return a <= start and end <= b and (b - a, len(longer.tokens)) > (end - start, len(match.tokens))


def _misreads(match: Match, other: Match, labels: Sequence[tuple[str, str, int]]) -> bool:
    """Whether a gap of the match swallows what decides: "continue to [suspend] tests", "accept [observers] on …"."""
    between = set(_between(match)) - set(match.tokens)
    if labels[match.label][:2] != labels[other.label][:2] and not between.isdisjoint(other.tokens):
        return True
    if other.tokens[0] in match.tokens or not _covers(match, other):
        return False
    (*option, sign), (*others, turned) = labels[match.label], labels[other.label]
    return (option == others and sign != turned) or other.tokens[0].pos_ == "VERB"


def _between(match: Match) -> tuple[Token, ...]:
    """What lies in the syntax between the last word of a match and its top, where the top governs it."""
    top, path = _top(match.tokens), tuple(match.tokens[-1].ancestors)
    return path[: path.index(top)] if top in path else ()


def _extent(match: Match) -> tuple[int, int]:
    return match.tokens[0].i, match.tokens[-1].i


def _top(tokens: tuple[Token, ...]) -> Token:
    return min(tokens, key=lambda token: (sum(1 for _ in token.ancestors), token.i))


def operators_of(sentence: Tokens) -> dict[int, tuple[Found, ...]]:
    """The words of a sentence that show a stance, by the index of their head."""
    known = lexicon()
    by_head: dict[int, list[Found]] = {}
    matches = known.operator_phrases.find(sentence)
    extents = {(match.tokens[0].i, match.tokens[-1].i) for match in matches}
    for match in matches:
        start, end = match.tokens[0].i, match.tokens[-1].i
        if any(a <= start and end <= b and (a, b) != (start, end) for a, b in extents):
            continue
        by_head.setdefault(_top(match.tokens).i, []).append(Found(known.operators[match.label], match.tokens))
    order = list(known.operators)
    return {
        head: tuple(sorted(found, key=lambda f: (-len(f.words), order.index(f.operator))))
        for head, found in by_head.items()
    }
