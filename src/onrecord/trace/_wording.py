"""The words of a statement, and how far those of two are the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein
from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.model import Article, Span, Statement
from onrecord.trace._quoted import quoted
from onrecord.trace._words import WORD, folded

ALIKE = 0.72  # share of weighted words that two wordings of one utterance have in common, where they overlap
LEAST = 3.0  # weight of the words in quotation marks they share: less is a phrase, not an utterance
FREE = 5.5  # the same where one of the two is a paraphrase
EXACT = 8  # words of a shared run in quotation marks that nobody says twice by chance
PART = 6  # the same of one speaker, where the two statements overlap in a part only
APART = 5  # words of one difference
_LIGHT = 0.25  # weight of a function word, of 1 for any other

Spans = tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement, folded, where each stands in its article, and whether it is in quotation marks."""

    words: tuple[str, ...]
    places: tuple[Span, ...]
    marked: tuple[bool, ...]
    direct: bool

    def runs(self, length: int, weighty: int) -> Iterator[tuple[str, ...]]:
        """The runs of `length` words with two of weight at least, and those of `weighty` words all of weight."""
        for at in range(len(self.words)):
            run = self.words[at : at + length]
            if len(run) == length and sum(word not in STOP_WORDS for word in run) >= 2:
                yield run
        heavy = [word for word in self.words if word not in STOP_WORDS]
        for at in range(len(heavy) - weighty + 1):
            yield ("", *heavy[at : at + weighty])


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are: the weight of the words they share, whether these are quoted in both, and whether
    they are the very same words of a long quotation."""

    weight: float
    quoted: bool
    exact: bool


def wording(statement: Statement, article: Article) -> Wording:
    """The words of a statement's content."""
    words: list[str] = []
    places: list[Span] = []
    marked: list[bool] = []
    for span in statement.attribution.content:
        for paragraph in article.paragraphs:
            if paragraph.span.end <= span.start or span.end <= paragraph.span.start:
                continue
            inside = quoted(article.text, paragraph.span)
            start, end = max(span.start, paragraph.span.start), min(span.end, paragraph.span.end)
            for match in WORD.finditer(article.text, start, end):
                words.append(folded(match.group()))
                places.append(Span(*match.span()))
                marked.append(any(q.start <= match.start() < q.end for q in inside))
    direct = statement.attribution.mode != "indirect"
    return Wording(tuple(words), tuple(places), tuple(marked), direct)


def likeness(a: Wording, b: Wording) -> Likeness | None:
    """How alike two wordings are where they overlap best; None when they are not one utterance by their words.

    The shorter is aligned with the part of the longer that is most like it (rapidfuzz's partial ratio over words), and
    the two are alike when ALIKE of the words there, weighted, are shared. Two that each go on where the other stops are
    alike when they share a run of PART words in quotation marks.
    """
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    best = fuzz.partial_ratio_alignment(short.words, long.words) if short.words else None
    if best is None:
        return None
    same = _shared(short, slice(best.src_start, best.src_end), long, slice(best.dest_start, best.dest_end))
    shared = sum(_weight(short.words[i]) for i, _ in same)
    quoted = sum(_weight(short.words[i]) for i, j in same if short.marked[i] and long.marked[j])
    every = (sum(map(_weight, short.words)) + sum(map(_weight, long.words[best.dest_start : best.dest_end]))) / 2
    alike = shared >= ALIKE * every and (quoted >= LEAST or shared >= FREE)
    run = _longest_run(short, long) if not alike or quoted >= EXACT / 2 else 0
    if run < PART and not alike:
        return None
    return Likeness(max(shared, float(run)), run >= PART or quoted >= LEAST, run >= EXACT)


def differences(fullest: Wording, other: Wording) -> Spans:
    """Where two quotations of one utterance differ in a few words, from the first word that they share to the last.

    What is left out at an end, or in more than APART words between, is a cut and no difference. Of a quotation and a
    paraphrase nothing is listed: there all words differ.
    """
    best = fuzz.partial_ratio_alignment(fullest.words, other.words) if fullest.direct and other.direct else None
    if best is None or fullest is other:
        return ()
    mine, theirs = fullest.words[best.src_start : best.src_end], other.words[best.dest_start : best.dest_end]
    codes = Levenshtein.opcodes(mine, theirs)
    equal = [n for n, code in enumerate(codes) if code.tag == "equal"]
    found: list[tuple[Span, Span]] = []
    for first, last in pairwise(equal):
        a = slice(best.src_start + codes[first].src_end, best.src_start + codes[last].src_start)
        b = slice(best.dest_start + codes[first].dest_end, best.dest_start + codes[last].dest_start)
        quoted_in_both = all(fullest.marked[a.start - 1 : a.stop + 1]) and all(other.marked[b.start - 1 : b.stop + 1])
        if quoted_in_both and max(a.stop - a.start, b.stop - b.start) <= APART:
            found.append((_stretch(fullest, a.start, a.stop), _stretch(other, b.start, b.stop)))
    return tuple(found)


def _stretch(wording: Wording, start: int, end: int) -> Span:
    """From one word to another; where there is none, the place after the word before."""
    if start == end:
        return Span(wording.places[start - 1].end, wording.places[start - 1].end)
    return Span(wording.places[start].start, wording.places[end - 1].end)


def _longest_run(a: Wording, b: Wording) -> int:
    """Words of the longest run that both have in quotation marks, at least a third of it words of weight; else 0."""
    best = 0
    lengths: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b.words):
        if b.marked[j]:
            places.setdefault(word, []).append(j)
    heavy: dict[int, int] = {}
    for i, word in enumerate(a.words):
        found = places.get(word, ()) if a.marked[i] else ()
        lengths, heavy = (
            {j: lengths.get(j - 1, 0) + 1 for j in found},
            {j: heavy.get(j - 1, 0) + (word not in STOP_WORDS) for j in found},
        )
        best = max([best, *(lengths[j] for j in found if 3 * heavy[j] >= lengths[j])])
    return best


def _shared(a: Wording, of_a: slice, b: Wording, of_b: slice) -> list[tuple[int, int]]:
    """The words that two stretches have in common, in order, as places in a and b."""
    codes = Indel.opcodes(a.words[of_a], b.words[of_b])
    return [
        (of_a.start + code.src_start + n, of_b.start + code.dest_start + n)
        for code in codes
        if code.tag == "equal"
        for n in range(code.src_end - code.src_start)
    ]


def _weight(word: str) -> float:
    return _LIGHT if word in STOP_WORDS else 1.0
