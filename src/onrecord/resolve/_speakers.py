"""Who the source of an attribution is, and how far it is on the record."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from onrecord.model import Article, Attribution, Grade, Spans, Speaker
from onrecord.resolve._described import RELATIVE, head_of
from onrecord.resolve._groups import Group
from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold
from onrecord.resolve._roster import Roster
from onrecord.resolve._words import words

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
    voices = {"": Speaker(None, None, None)}  # the last speaker, and the last whose statement, report, … it was
    for attribution in attributions:
        speaker = _speaker(article, attribution.source, mentions, roster, read, voices)
        found.append(speaker)
        if speaker.referent is not None:
            noun = fold(speaker.as_written or "").split()
            voices |= dict.fromkeys({"", *words().transparent.intersection(noun)}, speaker)
        else:  # "a joint statement": nobody's, and so is "the statement" after it
            voices |= dict.fromkeys(words().transparent.intersection(fold(speaker.as_written or "").split()), speaker)
    return tuple(found)


def _speaker(
    article: Article,
    source: Spans,
    mentions: Sequence[Mention],
    roster: Roster,
    read: Sequence[Line],
    voices: Mapping[str, Speaker],
) -> Speaker:
    if not source:
        return Speaker(None, None, None)
    pieces = [" ".join(article.text[span.start : span.end].split()) for span in source]
    # In "Lavrov, who said …" both words are the source; the name is what a person would quote.
    written = " … ".join([piece for piece in pieces if fold(piece) not in RELATIVE] or pieces)
    low = fold(written).strip("\"'“”‘’., ")
    if low in WRITERS:
        return Speaker(None, written, None)
    mention = _antecedent(source, mentions, read, roster) if low in RELATIVE else _carrier(source, mentions, read)
    if mention is not None and id(mention) in roster.of:
        group = roster.of[id(mention)]
        return Speaker(group.number, written, grade(group))
    # "The statement added …" goes on with whoever it was of; a joint declaration, or one of somebody, is not theirs.
    determiner, _, noun = low.partition(" ")
    before = voices.get(noun, voices[""])
    if before.referent is not None and determiner in {"the", "its"} and noun in words().transparent:
        return Speaker(before.referent, written, before.grade)
    return Speaker(None, written, None)


def _carrier(source: Spans, mentions: Sequence[Mention], read: Sequence[Line]) -> Mention | None:
    """The mention that carries a source: the one at its syntactic head, else the first that is no part of another."""
    mentions = _in_its_lines(source, mentions, read)
    inside = [m for m in mentions if any(span.start < m.span.end and m.span.end <= span.end for span in source)]
    inside = inside or [
        m for m in mentions if any(span.start < m.span.end and m.span.start < span.end for span in source)
    ]
    free = [m for m in inside if not m.nested]
    first = next(iter(free or inside), None)
    if first is None or first.sort == "name":
        return first
    place = head_of(source[0], read)
    names = [m for m in free if m.sort == "name"]
    named = next((m for m in names if place and _at(m, place)), None)
    between = read[first.line].lows[first.end : named.start] if named and named.line == first.line else ()
    if named and not JOINS & set(between):
        return named
    closing = names[-1] if len(names) == 1 else None
    ends = closing is not None and closing.roles and closing.span.end == source[-1].end
    beside = closing is not None and closing.line == first.line and closing.start == first.end
    return closing if (ends or beside) and not first.plural else first


def _in_its_lines(source: Spans, mentions: Sequence[Mention], read: Sequence[Line]) -> Sequence[Mention]:
    """The mentions, in order, of the lines on which a source stands."""
    first, last = (
        bisect_right(read, at, key=lambda line: line.passage.start) - 1 for at in (source[0].start, source[-1].end)
    )
    low = bisect_left(mentions, first, key=lambda m: m.line)
    return mentions[low : bisect_right(mentions, last, key=lambda m: m.line)]


def _at(mention: Mention, place: tuple[int, Token, str]) -> bool:
    return mention.line == place[0] and mention.start <= place[1].i < mention.end


def _antecedent(source: Spans, mentions: Sequence[Mention], read: Sequence[Line], roster: Roster) -> Mention | None:
    """What a relative pronoun stands for by the syntax, else the last that can be meant: no place is "who"."""
    place = head_of(source[0], read)
    carrying = [m for m in mentions if place and _at(m, place) and m.sort != "pronoun"]
    earlier = [m for m in mentions if m.span.end <= source[0].start and not m.nested and m.sort != "pronoun"]
    fitting = [*sorted(earlier, key=lambda m: m.span.end), *carrying]
    if place and place[2] in {"who", "whom", "whose"}:
        fitting = [m for m in fitting if _somebody(roster.of.get(id(m)))] or fitting
    return fitting[-1] if fitting else None


def _somebody(group: Group | None) -> bool:
    return group is not None and (group.plural or group.role_only or group.kind in {"person", "unnamed", "group"})


def grade(group: Group) -> Grade:
    """How far the group is on the record."""
    if group.kind == "person" or group.unnamed_kind == "persons":
        return "named"
    if group.kind == "outlet" or group.unnamed_kind == "outlet":
        return "another outlet"
    if group.kind == "document":
        return "document"
    if group.kind == "unnamed":
        return "unnamed official" if group.unnamed_kind == "official" else "unnamed source"
    return "office"
