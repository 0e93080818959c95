"""Positions that an article itself tells: "Kyiv has rejected the demand", "the Commission proposes a loan".

A clause counts if it stands in nobody's words, its subject (in the passive: its agent) is somebody whom the article
names, and rules and network together find a stance of that holder in it. It becomes a statement of the mode "told": the
source is the subject, the content the rest of the clause, in two pieces where the source stands within it. Its speaker
is the holder, its voice the article's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.code._codebook.book import Codebook
from onrecord.code._network.hints import Hints, hints_of
from onrecord.code._positions import positions
from onrecord.model import Attribution, Grade, Position, Reading, Referent, Span, Spans, Speaker
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage

LEAST = 0.5  # confidence of a position that only the article tells
ASKED = 6  # options that are asked of a clause
LEAST_WORDS = 2  # of what is said about a subject
RULE = "told"
_CLAUSES = frozenset({"ROOT", "conj", "advcl", "relcl", "acl", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj"})
_HOLDERS = frozenset({"person", "office", "state", "organisation", "group"})
_BESIDE = frozenset({"relcl", "acl", "appos", "punct"})  # of a subject; not its name
_GRADES: dict[str, Grade] = {"person": "named"}


def told(reading: Reading, passages: Sequence[Passage], codebook: Codebook, actors: Lexicon) -> Reading:
    """The reading with what its article tells added to attributions, speakers and positions, in the text's order."""
    found = list(_clauses(reading, passages, hints_of(codebook), _Bearers(reading.referents, actors)))
    ours = replace(reading, attributions=tuple(a for a, _ in found), speakers=tuple(s for _, s in found))
    coded = (_sure(of_one) for of_one in positions(ours, passages, codebook, actors, at_once=ASKED))
    kept = [(*one, sure) for one, sure in zip(found, coded, strict=True) if sure]
    every = [*zip(reading.attributions, reading.speakers, reading.positions, strict=True), *kept]
    every.sort(key=lambda one: (one[0].content, one[0].mode))
    attributions, speakers, by_attribution = zip(*every, strict=True) if every else ((), (), ())
    return replace(reading, attributions=attributions, speakers=speakers, positions=by_attribution)


def _sure(found: Sequence[Position]) -> tuple[Position, ...]:
    return tuple(one for one in found if one.holder is None and one.confidence >= LEAST)


def _clauses(
    reading: Reading, passages: Sequence[Passage], hints: Hints, bearers: _Bearers
) -> Iterator[tuple[Attribution, Speaker]]:
    text = reading.article.text
    taken = _Taken(span for one in reading.attributions for span in (*one.content, *one.source, *one.cue))
    titles = {paragraph.span.start for paragraph in reading.article.paragraphs if paragraph.role == "title"}
    for passage in passages:
        if passage.start in titles:
            continue
        for verb in passage.doc:
            subject = _subject(verb)
            holder = bearers.named_by(subject) if subject is not None else None
            if subject is None or holder is None:
                continue
            source, content = _name_of(subject, passage), _rest(verb, subject, passage)
            words = " ".join(text[span.start : span.end] for span in content)
            if not hints.hinted(words) or any(map(taken.touches, (source, *content))):
                continue
            speaker = Speaker(holder.number, text[source.start : source.end], _GRADES.get(holder.kind, "office"))
            yield Attribution((source,), (), content, "told", RULE), speaker


def _subject(verb: Token) -> Token | None:
    """Who does what a clause says; None where that is nobody."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in _CLAUSES:
        return None
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.pos_ in {"NOUN", "PROPN"}:
            return child
        if child.dep_ == "agent":
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return None


class _Bearers:
    """Who bears which name in an article: as it writes it, or as the lists of actors do ("the U.S.", "Moscow")."""

    def __init__(self, referents: Sequence[Referent], actors: Lexicon) -> None:
        self._actors = actors
        self._by_name: dict[str, Referent | None] = {}  # in lower case; None where more than one bears it
        for referent in referents:
            if referent.kind in _HOLDERS:
                for form, _ in referent.forms:
                    name = _plain(form)
                    self._by_name[name] = referent if self._by_name.get(name, referent) is referent else None

    def named_by(self, subject: Token) -> Referent | None:
        """Whom a subject names: the longest stretch that ends in it and is somebody's name."""
        first, end = subject.left_edge.i, subject.i + 1
        for start in range(first, end):
            known = self._by_name.get(_plain(subject.doc[start:end].text))
            if known is not None:
                return known
        hits = self._actors.find([token.text for token in subject.doc[first:end]])
        listed = next((hit.entry for hit in hits if first + hit.end == end), None)
        # "the U.S." is both a name and a demonym; "the French" are nobody's government
        if listed is None or (listed.usage == "demonym" and (subject.tag_ != "NNP" or subject.ent_type_ == "NORP")):
            return None
        return self._by_name.get(_plain(listed.known.name))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _name_of(subject: Token, passage: Passage) -> Span:
    """The subject with the words before it; what is said about it aside."""
    beside = {below.i for child in subject.children if child.dep_ in _BESIDE for below in child.subtree}
    last = subject
    while last.i + 1 <= subject.right_edge.i and last.i + 1 not in beside:
        last = last.nbor(1)
    return passage.span(subject.left_edge, last)


def _rest(verb: Token, subject: Token, passage: Passage) -> Spans:
    """The clause without its subject or agent: what goes on after a subject, all that stands around an agent. None of
    it where that is a single word."""
    agent = subject.head.dep_ == "agent"
    who = subject.head if agent else subject
    behind = min(who.right_edge.i + 1, verb.i)
    pieces = _without(_patient(verb).left_edge.i if agent else behind, verb.right_edge.i, who)
    trimmed = [[t for t in verb.doc[first : last + 1] if not t.is_punct and not t.is_space] for first, last in pieces]
    if sum(map(len, trimmed)) < LEAST_WORDS:
        return ()
    return tuple(passage.span(words[0], words[-1]) for words in trimmed if words)


def _patient(verb: Token) -> Token:
    """Whom or what a passive is about, "which was rejected" and "the plan rejected by" having it above them."""
    own = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if verb.dep_ in {"acl", "relcl"} and (own is None or own.pos_ == "PRON"):
        return verb.head
    return own or verb


def _without(first: int, last: int, who: Token) -> Iterator[tuple[int, int]]:
    """What is left of a stretch of tokens, both ends included, without somebody's."""
    if who.left_edge.i > last or who.right_edge.i < first:
        yield first, last
        return
    yield first, who.left_edge.i - 1
    yield who.right_edge.i + 1, last


class _Taken:
    """What somebody said, and where that is told."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._apart: list[Span] = []
        for span in sorted(spans):
            if self._apart and span.start <= self._apart[-1].end:
                last = self._apart.pop()
                span = Span(last.start, max(last.end, span.end))
            self._apart.append(span)
        self._ends = [span.end for span in self._apart]

    def touches(self, span: Span) -> bool:
        """Whether a span shares a character with any of it."""
        after = bisect_right(self._ends, span.start)
        return after < len(self._apart) and self._apart[after].start < span.end
