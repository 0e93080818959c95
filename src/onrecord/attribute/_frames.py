"""A parsed paragraph → every cue that might be one, with the source and the content that its frame gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.attribute._candidates import Candidate, after, joined, spans
from onrecord.attribute._nouns import (
    NounFrame,
    according_frames,
    adjective_frames,
    adverb_frames,
    noun_frames,
    view_frames,
)
from onrecord.attribute._openings import body_start, labelled
from onrecord.attribute._quoted import Beside, beside, continues_clause, inside_any, is_speech, snapped, without_lead
from onrecord.attribute._quotes import Quotation
from onrecord.attribute._sources import neighbour, source_of, source_range
from onrecord.attribute._traits import content_traits, object_trait, traits_of
from onrecord.attribute._verbs import frames
from onrecord.model import Span, Spans
from onrecord.syntax import Passage

_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph with its quotations; `speech` are those long enough to be speech, `start` is past its dateline."""

    text: str
    passage: Passage
    quotes: Sequence[Quotation]
    speech: Sequence[Quotation]
    start: int


def candidates(text: str, passage: Passage, quotes: Sequence[Quotation]) -> Iterator[Candidate]:
    """All possible attributions of one paragraph; `quotes` are the paragraph's quotations."""
    yield from labelled(text, passage)
    speech = [q for q in quotes if is_speech(text, q)]
    place = _Place(text, passage, quotes, speech, body_start(text, passage))
    for token in passage.doc:
        if not inside_any(passage.at(token), speech):
            for frame in _frames_of(token):
                made = _candidate(place, token, frame)
                if made is not None:
                    yield made
    for near in beside(text, passage, quotes):
        made = _quoting(place, near)
        if made.cue and not continues_clause(passage, near):
            yield made


def _frames_of(token: Token) -> Iterator[NounFrame]:
    if token.lower_ == "according":
        yield from according_frames(token)
    elif token.pos_ in {"VERB", "AUX"}:
        source = source_of(token)
        for name, content, more in frames(token):
            yield name, content, more, source
    elif token.pos_ == "NOUN":
        yield from noun_frames(token)
    elif token.pos_ == "ADJ":
        yield from adjective_frames(token)
    elif token.pos_ == "ADV":
        yield from adverb_frames(token)
    elif token.lower_ == "in":
        yield from view_frames(token)


def _candidate(place: _Place, cue: Token, frame: NounFrame) -> Candidate | None:
    name, ranges, more, source = frame
    cue_spans = _cue_spans(place, cue, more)
    own_words = after(place.start, spans(place.passage, ranges))
    if not own_words or not cue_spans:
        return None
    whole = snapped(own_words, place.quotes, cue_spans)
    content = joined(place.text, without_lead(whole, place.quotes, cue_spans))
    return Candidate(
        lemma=_lemma(cue),
        frame=name,
        source=_source_spans(place, source, content),
        cue=cue_spans,
        content=content,
        traits=(
            *traits_of(cue, source),
            *content_traits(place.text, content, place.quotes),
            object_trait(place.passage, ranges),
        ),
    )


def _quoting(place: _Place, near: Beside) -> Candidate:
    source = source_of(near.verb)
    if source is None or inside_any(place.passage.at(source), place.speech):
        source = neighbour(near.verb, near.frame)
    content = (near.quotation.outer,)
    return Candidate(
        lemma=near.verb.lemma_.lower(),
        frame=near.frame,
        source=_source_spans(place, source, content),
        cue=_cue_spans(place, near.verb, []),
        content=content,
        traits=(*traits_of(near.verb, source), *content_traits(place.text, content, place.quotes), *near.traits),
    )


def _lemma(cue: Token) -> str:
    """The cue's lemma; of "in his view" that is the noun's."""
    noun = next((c for c in cue.children if c.dep_ == "pobj"), None) if cue.pos_ == "ADP" else None
    return (noun if noun is not None else cue).lemma_.lower()


def _source_spans(place: _Place, source: Token | None, content: Sequence[Span]) -> Spans:
    if source is None:
        return ()
    if source.tag_ in {"WP", "WDT"} and source.head.dep_ == "relcl":  # "Lavrov, who said …": both are the source
        named = source_range(source.head.head)
        return spans(place.passage, [(named[0], min(named[1], source.i - 1)), (source.i, source.i)])
    whole = after(place.start, spans(place.passage, [source_range(source)]))
    if any(part.start < piece.end and piece.start < part.end for part in whole for piece in content):
        return spans(place.passage, [(source.i, source.i)])
    return whole


def _cue_spans(place: _Place, cue: Token, more: Sequence[Token]) -> Spans:
    own = [child for child in cue.children if child.dep_ in _AUXILIARIES and cue.pos_ in {"VERB", "AUX"}]
    return joined(place.text, spans(place.passage, [(token.i, token.i) for token in (cue, *own, *more)]))
