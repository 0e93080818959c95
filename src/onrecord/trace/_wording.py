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
RUN = 3  # words of weight in a run that both quote, with hardly another between: enough of one person on one day
TOLD, OF_FEWER = 5, 0.7  # different words of weight that two share in any order, and their part of the fewer: the same
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
    they are the very same words of a long quotation. `loose`: they are so few, or put so differently, that they are one
    utterance of one person on one day alone."""

    weight: float
    quoted: bool
    exact: bool
    loose: bool = False


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
    alike when they share a run of PART words in quotation marks. Loosely alike are two that quote a shorter run, or
    share most words in any order, as a paraphrase does.
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
    runs = list(_runs(short, long)) if not alike or quoted >= EXACT / 2 else []
    run = max((length for length, heavy in runs if 3 * heavy >= length), default=0)
    if run < PART and not alike:
        told = _told_alike(short, long)
        quoted_alike = any(
            (heavy >= RUN and 4 * heavy >= 3 * length) or (length >= PART and heavy >= 2) for length, heavy in runs
        )
        return Likeness(max(shared, 1.0), quoted_alike, False, True) if told or quoted_alike else None
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


def _told_alike(a: Wording, b: Wording) -> bool:
    """Whether two wordings share most of their different words of weight, in any order."""
    one, other = (frozenset(word for word in wording.words if word not in STOP_WORDS) for wording in (a, b))
    return len(one & other) >= max(TOLD, OF_FEWER * min(len(one), len(other)))


def _runs(a: Wording, b: Wording) -> Iterator[tuple[int, int]]:
    """The runs that both have in quotation marks: how many words each has, and how many of them are words of weight."""
    found: dict[int, tuple[int, int]] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b.words):
        if b.marked[j]:
            places.setdefault(word, []).append(j)
    for i, word in enumerate(a.words):
        heavy = word not in STOP_WORDS
        before = found
        found = {}
        for j in places.get(word, ()) if a.marked[i] else ():
            length, weighty = before.get(j - 1, (0, 0))
            found[j] = length + 1, weighty + heavy
        yield from found.values()


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
