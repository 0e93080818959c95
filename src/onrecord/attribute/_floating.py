"""Quotations without a cue of their own: those that run on from the paragraph before, and those that float.

A quotation that runs on belongs to the attribution that it goes on from. One that floats has the speaker of its
surroundings: whoever the paragraph before announces with a colon, else who is quoted before it in its paragraph, else
after it, else who was last spoken of as saying something in this paragraph or the one before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from onrecord.attribute._candidates import Candidate, joined, spans
from onrecord.attribute._mode import quoted_share
from onrecord.attribute._quoted import is_speech
from onrecord.attribute._quotes import Quotation
from onrecord.attribute._sources import source_of, source_range
from onrecord.model import Span, Spans
from onrecord.syntax import Passage

_SPOKEN_END = frozenset(".?!,…—–-")


class Speech(Protocol):
    """What has a source and a content: a rule's candidate, or an attribution."""

    @property
    def source(self) -> Spans:
        """Whose words they are."""

    @property
    def content(self) -> Spans:
        """The words."""


S = TypeVar("S", bound=Speech)


@dataclass(frozen=True, slots=True)
class Placed(Generic[S]):
    """An attribution, the number of its paragraph, and whether its content is a quotation."""

    speech: S
    paragraph: int
    quoted: bool


def placed(speech: S, starts: Sequence[int], quotes: Sequence[Quotation]) -> Placed[S]:
    """An attribution in its place; `starts` are those of the paragraphs, `quotes` the text's quotations."""
    number = bisect_right(starts, speech.content[0].start) - 1
    return Placed(speech, number, quoted_share(speech.content, quotes) > 0)


def _spoken(text: str, quotation: Quotation) -> bool:
    """A title ("Make It So") or a phrase in marks is not floating speech: that opens and ends like a sentence."""
    ending = text[quotation.inner.start : quotation.inner.end + 2].rstrip(" \n'‘’”\"»")
    return quotation.opens_sentence and ending[-1:] in _SPOKEN_END


def spokesman(standing: Sequence[Placed[S]], number: int, at: int) -> S | None:
    """The attribution whose speaker says what floats at a position of a paragraph; `standing` are in order."""
    sourced = [f for f in _near(standing, number) if f.speech.source]
    here = [f for f in sourced if f.paragraph == number]
    earlier = [f for f in here if f.speech.content[0].start < at]
    later = [f for f in here if f.speech.content[0].start > at]
    choices = [
        *[f for f in earlier if f.quoted][-1:],
        *[f for f in later if f.quoted][:1],
        *earlier[-1:],
        *[f for f in sourced if f.paragraph == number - 1][-1:],
    ]
    return choices[0].speech if choices else None


def with_floating(
    text: str, passages: Sequence[Passage], quotes: Sequence[Quotation], found: Iterable[Candidate]
) -> list[Candidate]:
    """The candidates that stand, with the quotations that none of them holds, in order of content."""
    starts = [p.start for p in passages]
    standing = sorted((placed(c, starts, quotes) for c in found), key=_first)
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
                    standing.append(Placed(made, number, True))
                    standing.sort(key=_first)
        before = quotation
    return [f.speech for f in standing]


def _first(found: Placed[S]) -> Span:
    return found.speech.content[0]


def _holder(standing: Sequence[Placed[S]], span: Span) -> int | None:
    last = bisect_right(standing, span.end - 1, key=lambda f: _first(f).start)
    for number in range(last - 1, max(-1, last - 40), -1):
        if any(p.start < span.end and span.start < p.end for p in standing[number].speech.content):
            return number
    return None


def _longer(text: str, found: Placed[Candidate], span: Span) -> Placed[Candidate]:
    content = joined(text, (*found.speech.content, span))
    return replace(found, speech=replace(found.speech, content=content))


def _attributed(
    passages: Sequence[Passage], number: int, standing: Sequence[Placed[Candidate]], quotation: Quotation
) -> Candidate | None:
    announced = _announced(passages, number, quotation.outer.start)
    if announced is not None:
        source, cue = announced
        return Candidate("", "announced", source, cue, (quotation.outer,))
    chosen = spokesman(standing, number, quotation.outer.start)
    if chosen is None:
        return None
    return Candidate(chosen.lemma, "floating", chosen.source, chosen.cue, (quotation.outer,))


def _near(standing: Sequence[Placed[S]], number: int) -> Sequence[Placed[S]]:
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
