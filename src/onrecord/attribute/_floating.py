"""Quotations without a cue of their own: those that run on from the paragraph before, and those that float.

A quotation that runs on belongs to the attribution that it goes on from. One that floats has the speaker of its
surroundings: whoever the paragraph before announces with a colon, else who is quoted before it in its paragraph, else
after it, else who was last spoken of as saying something in this paragraph or the one before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.attribute._candidates import Candidate, joined, spans
from onrecord.attribute._mode import quoted_share
from onrecord.attribute._quoted import is_speech
from onrecord.attribute._quotes import Quotation
from onrecord.attribute._sources import source_of, source_range
from onrecord.model import Span, Spans
from onrecord.syntax import Passage

_SPOKEN_END = frozenset(".?!,…—–-")


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution, the number of its paragraph, and whether its content is a quotation."""

    candidate: Candidate
    paragraph: int
    quoted: bool


def with_floating(
    text: str, passages: Sequence[Passage], quotes: Sequence[Quotation], found: Iterable[Candidate]
) -> list[Candidate]:
    """The candidates that stand, with the quotations that none of them holds, in order of content."""
    starts = [p.start for p in passages]

    def known(candidate: Candidate) -> _Found:
        number = bisect_right(starts, candidate.content[0].start) - 1
        return _Found(candidate, number, quoted_share(candidate.content, quotes) > 0)

    standing = sorted((known(c) for c in found), key=lambda f: f.candidate.content[0])
    before: Quotation | None = None
    for quotation in quotes:
        holder = _holder(standing, quotation.outer)
        if holder is None and (is_speech(text, quotation) or quotation.carried):
            number = bisect_right(starts, quotation.outer.start) - 1
            from_before = _holder(standing, before.outer) if before is not None and quotation.carried else None
            if from_before is not None:
                standing[from_before] = _longer(text, standing[from_before], quotation.outer)
            elif _spoken(text, quotation):
                made = _attributed(passages, number, standing, quotation)
                if made is not None:
                    standing.append(_Found(made, number, True))
                    standing.sort(key=lambda f: f.candidate.content[0])
        before = quotation
    return [f.candidate for f in standing]


def _holder(standing: Sequence[_Found], span: Span) -> int | None:
    last = bisect_right(standing, span.end - 1, key=lambda f: f.candidate.content[0].start)
    for number in range(last - 1, max(-1, last - 40), -1):
        if any(p.start < span.end and span.start < p.end for p in standing[number].candidate.content):
            return number
    return None


def _longer(text: str, found: _Found, span: Span) -> _Found:
    content = joined(text, (*found.candidate.content, span))
    return replace(found, candidate=replace(found.candidate, content=content))


def _spoken(text: str, quotation: Quotation) -> bool:
    """A title ("Make It So") or a phrase in marks is not floating speech: that opens and ends like a sentence."""
    ending = text[quotation.inner.start : quotation.inner.end + 2].rstrip(" \n'‘’”\"»")
    return quotation.opens_sentence and ending[-1:] in _SPOKEN_END


def _attributed(
    passages: Sequence[Passage], number: int, standing: Sequence[_Found], quotation: Quotation
) -> Candidate | None:
    at = quotation.outer.start
    announced = _announced(passages, number, at)
    if announced is not None:
        source, cue = announced
        return Candidate("", "announced", source, cue, (quotation.outer,))
    sourced = [f for f in _near(standing, number) if f.candidate.source]
    here = [f for f in sourced if f.paragraph == number]
    earlier = [f for f in here if f.candidate.content[0].start < at]
    later = [f for f in here if f.candidate.content[0].start > at]
    choices = [
        *[f for f in earlier if f.quoted][-1:],
        *[f for f in later if f.quoted][:1],
        *earlier[-1:],
        *[f for f in sourced if f.paragraph == number - 1][-1:],
    ]
    if not choices:
        return None
    chosen = choices[0].candidate
    return Candidate(chosen.lemma, "floating", chosen.source, chosen.cue, (quotation.outer,))


def _near(standing: Sequence[_Found], number: int) -> Sequence[_Found]:
    first = bisect_right(standing, number - 2, key=lambda f: f.paragraph)
    last = bisect_right(standing, number, key=lambda f: f.paragraph)
    return standing[first:last]


def _announced(passages: Sequence[Passage], number: int, at: int) -> tuple[Spans, Spans] | None:
    """Source and cue when the paragraph before ends with a colon and the quotation opens this one."""
    if number == 0 or passages[number].start != at:
        return None
    passage = passages[number - 1]
    if not passage.doc.text.endswith(":"):
        return None
    verb = passage.doc[len(passage.doc) - 1].sent.root
    source = source_of(verb)
    if source is None:
        return None
    return spans(passage, [source_range(source)]), spans(passage, [(verb.i, verb.i)])
