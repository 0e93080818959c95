"""Quotations and the verbs that stand beside them: "…," said X · X said: "…" · "…," X said, "…"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.attribute._quotes import Quotation, overlapping
from onrecord.model import Span
from onrecord.syntax import Passage

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_STOPS = frozenset({".", "?", "!"})
_FARTHEST = 40  # tokens
_MOST = 3  # verbs on each side of a quotation that are worth a look
SENTENCE_WORDS = 4  # a quotation of fewer words is part of the narrator's own sentence


@dataclass(frozen=True, slots=True)
class Beside:
    """A verb outside the quotations, the quotation it stands next to, the frame and the traits of the place."""

    verb: Token
    frame: str
    quotation: Quotation
    traits: tuple[str, ...]


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be somebody's words rather than a word set in marks."""
    inner = quotation.inner
    return len(text[inner.start : min(inner.end, inner.start + 200)].split()) >= SENTENCE_WORDS


def beside(text: str, passage: Passage, quotes: Sequence[Quotation]) -> Iterator[Beside]:
    """For each quotation the verbs of the narrator's words after it, before it, and of the sentence before that."""
    tokens = [t for t in passage.doc if not t.is_space]
    held = [inside_any(passage.at(t), quotes) for t in tokens]
    for quotation in quotes:
        first = bisect_left(tokens, quotation.outer.start, key=passage.at)
        last = bisect_left(tokens, quotation.outer.end, key=passage.at)
        after = list(range(last, min(len(tokens), last + _FARTHEST)))
        before = list(range(first - 1, max(-1, first - 1 - _FARTHEST), -1))
        shape = tuple(_shape(text, quotation, tokens[before[0]].text if before else "start"))
        yield from _side(tokens, held, after, "quote<", quotation, shape)
        yield from _side(tokens, held, before, "quote", quotation, shape)
        yield from _sentence_before(tokens, held, before, quotation, shape)


def _shape(text: str, quotation: Quotation, before: str) -> Iterator[str]:
    """How a quotation stands in its sentence: the mark before it, its first letter, the mark at its end."""
    outer, inner = quotation.outer, quotation.inner
    following = text[outer.end : outer.end + 1]
    yield f"mark={before if before in _STOPS | {',', ':', 'start'} else 'none'}"
    yield f"opens={'capital' if quotation.opens_sentence else 'small'}"
    last = next((c for c in (following, text[inner.start : inner.end].rstrip()[-1:]) if c and c in ".,?!"), "")
    yield f"ends={last or 'open'}"


def inside_any(at: int, quotes: Sequence[Quotation]) -> bool:
    """Whether a position of the text lies in one of the quotations, which are in order."""
    number = bisect_right(quotes, at, key=lambda q: q.outer.start) - 1
    return number >= 0 and at < quotes[number].outer.end


def _side(
    tokens: Sequence[Token],
    held: Sequence[bool],
    numbers: Sequence[int],
    frame: str,
    quotation: Quotation,
    traits: tuple[str, ...],
) -> Iterator[Beside]:
    rank = 0
    for distance, number in enumerate(numbers):
        token = tokens[number]
        if held[number] or token.text in _STOPS:
            return
        if token.pos_ in {"VERB", "AUX"} and token.tag_ in _FINITE and token.dep_ not in {"aux", "auxpass", "amod"}:
            rank += 1
            yield Beside(token, frame, quotation, (f"rank={rank}", f"gap={_gap(distance)}", *traits))
        if rank == _MOST:
            return


def _sentence_before(
    tokens: Sequence[Token],
    held: Sequence[bool],
    before: Sequence[int],
    quotation: Quotation,
    traits: tuple[str, ...],
) -> Iterator[Beside]:
    if not before or tokens[before[0]].text not in _STOPS or held[before[0]]:
        return
    root = tokens[before[0]].sent.root
    if root.pos_ in {"VERB", "AUX"} and not held[bisect_left(tokens, root.i, key=lambda t: t.i)]:
        yield Beside(root, "quote^", quotation, traits)


def _gap(distance: int) -> str:
    return str(distance) if distance < 4 else "4-8" if distance < 9 else "9-"


def continues_clause(passage: Passage, place: Beside) -> bool:
    """Whether a quotation only ends a clause of the verb's that began in the narrator's words: said it was "over"."""
    if place.quotation.opens_sentence:
        return False
    outer = place.quotation.outer
    for clause in place.verb.children:
        if clause.dep_ == "ccomp":
            first = passage.doc[clause.left_edge.i]
            if passage.at(first) < outer.start - 2 and outer.start < passage.at(passage.doc[clause.right_edge.i]):
                return True
    return False


def snapped(content: Sequence[Span], quotes: Sequence[Quotation], cue: Sequence[Span]) -> list[Span]:
    """Content spans widened to the whole of every quotation that they cut, or whose edge or better part they hold."""
    out = list(content)
    for quotation in overlapping(quotes, Span(content[0].start, content[-1].end)):
        outer = quotation.outer
        touching = [part for part in out if part.start < outer.end and outer.start < part.end]
        if not touching or any(_within(part, outer) for part in cue):
            continue
        covered = sum(min(part.end, outer.end) - max(part.start, outer.start) for part in touching)
        cut = any(not _within(part, outer) for part in touching)
        at_edge = touching[0].start <= quotation.inner.start + 1 or touching[-1].end >= quotation.inner.end - 2
        if cut or at_edge or 2 * covered >= outer.end - outer.start:
            whole = Span(min(outer.start, touching[0].start), max(outer.end, touching[-1].end))
            out = sorted([part for part in out if part not in touching] + [whole])
    return out


def without_lead(content: Sequence[Span], quotes: Sequence[Quotation], cue: Sequence[Span]) -> list[Span]:
    """Content less the narrator's lead: of "In May, he said, “We won.”" only the quotation, a sentence of its own."""
    near = overlapping(quotes, Span(content[0].start, content[-1].end))
    sentences = [q.outer for q in near if q.opens_sentence]
    if not any(part.start > cue[0].start and any(_within(s, part) for s in sentences) for part in content):
        return list(content)
    return [part for part in content if part.start > cue[0].start or overlapping(near, part)]


def _within(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end
