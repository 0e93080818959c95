"""What one sentence holds, whoever speaks: mentions of options, words that show a stance, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from onrecord.code._codebook.book import Codebook
from onrecord.code._rules.conditions import Condition, conditions
from onrecord.code._rules.echoes import Echoes, Line
from onrecord.code._rules.lexicon import lexicon
from onrecord.code._rules.mentions import namings
from onrecord.code._rules.scene import Found, Mention
from onrecord.code._rules.tree import Tree
from onrecord.syntax import Passage

Operators = dict[int, tuple[Found, ...]]  # by the index of their head


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence holds, whoever speaks: mentions, operators and conditions."""

    mentions: tuple[Mention, ...]
    operators: Operators
    conditions: tuple[Condition, ...]

    @property
    def spoken_for(self) -> frozenset[int]:
        return frozenset(word.i for found in self.operators.values() for one in found for word in one.words)


class Sentences:
    """Reads a sentence of an article once, however many attributions touch it."""

    def __init__(self, passages: Sequence[Passage], codebook: Codebook) -> None:
        known = namings(codebook)
        self._seen: dict[tuple[int, int], Sentence] = {}
        self._trees = {passage.start: Tree(passage.doc) for passage in passages}
        self._lines: list[Line] = []
        self._places: dict[tuple[int, int], int] = {}
        for passage in passages:
            tree = self._trees[passage.start]
            for sentence in passage.doc.sents:
                self._places[passage.start, sentence.start] = len(self._lines)
                mentions = known.mentions(sentence, tree)
                self._lines.append(Line(sentence, mentions, _operators(sentence, tree) if mentions else {}))
        self._echoes = Echoes(self._lines)

    def read(self, passage: Passage, sentence: Tokens) -> Sentence:
        """All that one sentence of a passage holds."""
        key = (passage.start, sentence.start)
        if key not in self._seen:
            place = self._places[key]
            line = self._lines[place]
            operators = line.operators or _operators(sentence, self._trees[passage.start])
            mentions = line.mentions + self._echoes.of(line, place)
            self._seen[key] = Sentence(mentions, operators, conditions(sentence))
        return self._seen[key]


def _operators(sentence: Tokens, tree: Tree) -> Operators:
    """The words of a sentence that show a stance."""
    known = lexicon()
    by_head: dict[int, list[Found]] = {}
    matches = known.operator_phrases.find(sentence)
    longest = _longest((match.tokens[0].i, match.tokens[-1].i) for match in matches)
    for match in matches:
        if (match.tokens[0].i, match.tokens[-1].i) in longest:
            head = tree.top(match.tokens).i
            by_head.setdefault(head, []).append(Found(known.operators[match.label], match.tokens))
    order = list(known.operators)
    return {
        head: tuple(sorted(found, key=lambda f: (-len(f.words), order.index(f.operator))))
        for head, found in by_head.items()
    }


def _longest(extents: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those that lie within no other."""
    kept: set[tuple[int, int]] = set()
    reached = -1
    for start, end in sorted(extents, key=lambda extent: (extent[0], -extent[1])):
        if end > reached or (start, end) in kept:
            kept.add((start, end))
            reached = end
    return kept
