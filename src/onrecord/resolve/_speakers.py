"""Who the source of an attribution is, and how far it is on the record."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Article, Attribution, Grade, Span, Spans, Speaker
from onrecord.resolve._groups import Group
from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold
from onrecord.resolve._roster import Roster
from onrecord.resolve._words import words

RELATIVE = frozenset({"who", "which", "that", "whom"})
JOINS = frozenset({",", "and", "or", "of", "for", "from", "by", "in", "with"})
WRITERS = frozenset({"i", "we", "you", "one", "me", "us"})


def speakers(
    article: Article,
    read: Sequence[Line],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    roster: Roster,
) -> tuple[Speaker, ...]:
    """A speaker for each attribution, in its order; one without source spans has none."""
    found: list[Speaker] = []
    before: Speaker = Speaker(None, None, None)
    for attribution in attributions:
        speaker = _speaker(article, attribution.source, mentions, roster, read, before)
        found.append(speaker)
        before = speaker if speaker.referent is not None else before
    return tuple(found)


def _speaker(
    article: Article, source: Spans, mentions: Sequence[Mention], roster: Roster, read: Sequence[Line], before: Speaker
) -> Speaker:
    if not source:
        return Speaker(None, None, None)
    pieces = [" ".join(article.text[span.start : span.end].split()) for span in source]
    # In "Lavrov, who said …" both words are the source; the name is what a person would quote.
    written = " … ".join([piece for piece in pieces if fold(piece) not in RELATIVE] or pieces)
    low = fold(written).strip("\"'“”‘’., ")
    if low in WRITERS:
        return Speaker(None, written, None)
    mention = _antecedent(source, mentions) if low in RELATIVE else _carrier(source, mentions, read)
    if mention is not None and id(mention) in roster.of:
        group = roster.of[id(mention)]
        return Speaker(group.number, written, grade(group))
    # "The statement added …" goes on with whoever it was of; a joint declaration, or one of somebody, is not theirs.
    determiner, _, noun = low.partition(" ")
    if before.referent is not None and determiner in {"the", "its"} and noun in words().transparent:
        return Speaker(before.referent, written, before.grade)
    return Speaker(None, written, None)


def _carrier(source: Spans, mentions: Sequence[Mention], read: Sequence[Line]) -> Mention | None:
    """The mention that carries a source: the one at its syntactic head, else the first that is no part of another."""
    inside = [m for m in mentions if any(span.start < m.span.end and m.span.end <= span.end for span in source)]
    inside = inside or [
        m for m in mentions if any(span.start < m.span.end and m.span.start < span.end for span in source)
    ]
    free = [m for m in inside if not m.nested]
    first = next(iter(free or inside), None)
    if first is None or first.sort == "name":
        return first
    head = _head(source[0], read)
    named = next((m for m in free if m.sort == "name" and m.span.start <= head < m.span.end), None)
    between = read[first.line].lows[first.end : named.start] if named and named.line == first.line else ()
    return named if named and not JOINS & set(between) else first


def _head(source: Span, read: Sequence[Line]) -> int:
    """Where the token starts that the others of a source hang on."""
    for line in read:
        passage = line.passage
        if passage.start <= source.start < passage.end:
            end = min(source.end, passage.end) - passage.start
            phrase = passage.doc.char_span(source.start - passage.start, end, alignment_mode="expand")
            return passage.at(phrase.root) if phrase else source.start
    return source.start


def _antecedent(source: Spans, mentions: Sequence[Mention]) -> Mention | None:
    earlier = [m for m in mentions if m.span.end <= source[0].start and not m.nested and m.sort != "pronoun"]
    return max(earlier, key=lambda m: m.span.end, default=None)


def grade(group: Group) -> Grade:
    """How far the group is on the record."""
    if group.kind == "person":
        return "named"
    if group.kind == "outlet" or group.unnamed_kind == "outlet":
        return "another outlet"
    if group.kind == "unnamed":
        return "unnamed official" if group.unnamed_kind == "official" else "unnamed source"
    return "office"
