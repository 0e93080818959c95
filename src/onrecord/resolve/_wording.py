"""Sources without a name, and the one form in which their wording is kept."""

from __future__ import annotations

from onrecord.resolve._lexicon import Hit
from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention
from onrecord.resolve._named import owner_of
from onrecord.resolve._scan import DETERMINERS, POSSESSIVE, Scan
from onrecord.resolve._words import typical, words

LONGEST = 14  # words of an unnamed source's wording after its head


def unnamed(scan: Scan) -> list[Mention]:
    line = scan.line
    found: list[Mention] = []
    for at, low in enumerate(line.lows):
        kind = words().unnamed.get(low)
        if low == "one" and line.low(at - 1) == "no":
            continue
        if kind is None or scan.taken[at] or line.pos[at] not in {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"}:
            continue
        if line.deps[at] in {"compound", "amod", "det", "nummod"} or (line.capital(at) and not line.opens[at]):
            continue
        start = premodified(scan, at)
        end = _extended(line, at) if kind in {"source", "official"} else at + 1
        owner = owner_of(scan, at)
        mention = scan.mention(start, end, at, "unnamed", wording(scan, start, end, at))
        after = scan.complement(at + 1, frozenset({"in", "from", "of", "at"}))
        mention.of = None if joint(scan, start, at) else owner.name if owner else after[1] if after else None
        mention.of = typical(mention.of.lower()) or mention.of if mention.of else None
        gathered = {line.lows[i] for i in range(start, at) if not scan.taken[i]} & words().interests
        mention.of = None if gathered else mention.of  # "a Xland bondholder group" is no voice of Xland
        mention.kind, mention.plural = (
            kind,
            line.passage.doc[at].tag_ in {"NNS", "NNPS"} or low == "people" or low in words().collective,
        )
        mention.plural = mention.plural or (line.pos[at] in {"PRON", "DET", "ADJ"} and low not in {"one", "everyone"})
        mention.definite = line.low(start) in {"the", "both", "that"}
        mention.nested = False if line.deps[at] in {"nsubj", "pobj", "nsubjpass"} else mention.nested
        found.append(mention)
    return found


def joint(scan: Scan, start: int, end: int) -> bool:
    """Whether the words speak for two sides at once: "European and Ukrainian officials"."""
    owners = {hit.entry.known.speaks_for for hit in scan.hits if start <= hit.start < end}
    return len(owners) > 1


def premodified(scan: Scan, at: int) -> int:
    line = scan.line
    while at:
        before = at - 1
        spoken_for = scan.taken[before] or line.lows[before] in POSSESSIVE | DETERMINERS or line.texts[before] == "-"
        plain = line.pos[before] in {"ADJ", "NOUN", "NUM", "PROPN"} and line.texts[before][:1].isalnum()
        both = line.lows[before] == "and" and before in scan.hit_by_end and at in scan.hit_by_start
        if not (spoken_for or plain or both):
            break
        at = before
        if line.lows[before] in DETERMINERS - {"his", "her", "their", "its", "our"}:
            break
    return at


def _extended(line: Line, at: int) -> int:
    """The end of "familiar with the matter", "briefed on the talks": the words that belong to the head, no clause."""
    end = at + 1
    if line.low(end) not in words().goes_on:
        return end
    limit = min(line.passage.doc[at].right_edge.i + 1, at + 1 + LONGEST, len(line))
    while (
        end < limit
        and line.pos[end] != "PUNCT"
        and not (line.pos[end] in {"VERB", "AUX"} and line.deps[end] in {"ROOT", "ccomp", "conj"})
    ):
        end += 1
    return end


def wording(scan: Scan, start: int, end: int, head: int) -> str:
    """An unnamed source's words in one form: no determiner or number, states by their adjective, first word small."""
    line = scan.line
    group = words().unnamed.get(line.lows[head]) == "group"
    spare, counted = (DETERMINERS - {"both", "two"}, {"DET"}) if group else (DETERMINERS, {"DET", "NUM"})
    while start < head and (
        line.lows[start] in spare or line.pos[start] in counted or not line.texts[start][:1].isalnum()
    ):
        start += 1
    pieces: list[str] = []
    at = start
    while at < end:
        hit = scan.hit_by_start.get(at)
        if hit is not None and hit.end <= end:
            pieces.append(_hit_words(line, hit))
            at = hit.end + (line.low(hit.end) in POSSESSIVE and hit.entry.known.kind == "state")
        else:
            proper = line.pos[at] == "PROPN" or line.texts[at] in words().nobody
            plain = line.lows[at] if at == start and line.opens[at] and not proper else line.texts[at]
            glued = plain in POSSESSIVE or plain == "-" or (pieces and pieces[-1].endswith("-"))
            pieces.append(plain) if not glued or not pieces else pieces.__setitem__(-1, pieces[-1] + plain)
            at += 1
    return " ".join(pieces)


def _hit_words(line: Line, hit: Hit) -> str:
    """A state by its adjective before a noun, by its name elsewhere; a body as it is written."""
    known, written = hit.entry.known, line.text(hit.start, hit.end)
    if known.kind != "state":
        return known.name if written.casefold() == known.name.casefold() else written
    before_noun = hit.end < len(line) and (
        line.pos[hit.end] in {"NOUN", "PROPN", "ADJ"} or line.low(hit.end) in POSSESSIVE | {"-", "and"}
    )
    return known.adjective if before_noun else known.name
