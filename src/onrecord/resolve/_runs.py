"""Runs of capitalised words that name somebody whom no list knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.resolve._line import Line
from onrecord.resolve._names import fold
from onrecord.resolve._words import words

NOT_NAMES = frozenset({"DET", "ADP", "AUX", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT", "ADV", "INTJ", "SYM", "SPACE"})
PARTY = re.compile(r"^[RDI](?:[-–].*)?$")  # the party and state of a member of the US Congress
FUSED = re.compile(r"[a-z]{3}[A-Z]")  # "TrumpTrump", "MattisFormer": a link's words run together by a scraper
LABEL = 4  # words of the label of a transcript's turn
LINKS = frozenset({"of", "for", "on", "in", "the", "and", "to", "at"})


@dataclass(frozen=True, slots=True)
class Run:
    """A name at tokens `start` to `end` (exclusive); `body` if its words make it an organisation."""

    start: int
    end: int
    body: bool


def names_seen(lines: tuple[Line, ...]) -> frozenset[str]:
    """Words that stand capitalised where only a name would be: not first, not in a title in Title Case."""
    return frozenset(
        line.lows[at]
        for line in lines
        if not line.shouted
        for at in range(len(line))
        if line.pos[at] == "PROPN" and not line.opens[at] and line.capital(at) and not _loud(line, at)
    )


def surnames(lines: tuple[Line, ...]) -> frozenset[str]:
    """Words that follow a first name somewhere in the article: King and Prince are then names, not titles."""
    return frozenset(
        line.lows[at]
        for line in lines
        for at in range(1, len(line))
        if line.capital(at) and line.capital(at - 1) and line.lows[at - 1] in words().first_names
    )


def runs(line: Line, taken: list[bool], seen: frozenset[str]) -> list[Run]:
    """The names in a line, from left to right, on tokens that nothing else has taken."""
    found: list[Run] = []
    at = _label(line, taken)
    if at:
        found.append(Run(0, at, body=False))
    while at < len(line):
        if taken[at] or not _starts(line, at, seen):
            at += 1
            continue
        end = _end(line, taken, at, seen)
        body = any(line.texts[i] in words().bodies for i in range(at, end))
        if body:
            end = body_end(line, end)
            taken[at:end] = [True] * (end - at)
        if end < len(line) and FUSED.search(line.texts[end]):
            at = end + 1
            continue
        lone = end - at == 1
        pronoun = lone and line.pos[at] == "PRON"  # "He" opens a sentence, and Liu He is in the article
        first_word = lone and line.opens[at] and line.lows[at] not in seen | words().first_names
        if not pronoun and not (lone and len(line.texts[at]) == 1) and not (first_word and not line.labels[at]):
            found.append(Run(at, end, body))
        at = end
    return found


def _label(line: Line, taken: list[bool]) -> int:
    """Where the name ends that a turn of a transcript is labelled with: "ADA QUILL: We …"; 0 where there is none."""
    end = 0
    while end < min(len(line), LABEL) and not taken[end] and line.texts[end].isupper() and line.texts[end].isalpha():
        end += 1
    return end if end < len(line) - 1 and line.texts[end] == ":" and len("".join(line.texts[:end])) > 1 else 0


def _starts(line: Line, at: int, seen: frozenset[str]) -> bool:
    if _like_a_name(line, at, seen):
        return True
    follows = at + 2 if line.low(at + 1) == "-" else at + 1
    small = line.lows[at] in words().particles and line.lows[at] not in {"y", "da", "den", "ten", "la", "le"}
    return small and line.capital(follows) and _like_a_name(line, follows, seen)


def _like_a_name(line: Line, at: int, seen: frozenset[str]) -> bool:
    text = line.texts[at]
    if FUSED.search(text):
        return False
    if PARTY.match(text) and (len(text) > 1 or line.low(at + 1) in {"-", "–"}):
        return False
    if not text[:1].isupper() or {text, text.removesuffix("s")} & words().nobody or fold(text) in words().titles:
        return False
    common = line.pos[at] in NOT_NAMES and line.lows[at] not in seen
    if common or not any(c.isalpha() for c in text):
        return False
    if _loud(line, at) and line.lows[at] not in seen and line.labels[at] not in {"PERSON", "ORG"}:
        return False
    if line.opens[at] or line.shouted:
        known = line.lows[at] in seen or line.lows[at] in words().first_names
        return known or (line.pos[at] == "PROPN" and (not line.shouted or line.labels[at] in {"PERSON", "ORG"}))
    return True


def _end(line: Line, taken: list[bool], at: int, seen: frozenset[str]) -> int:
    end = at + 1
    while end < len(line) and not taken[end]:
        if line.texts[end] in {"-", "‑", "–"} and end + 1 < len(line) and _closed(line, end):
            if line.lows[end + 1] in words().compounding:
                break  # "Los Angeles-area" is no part of the name after it
            end += 2
        elif line.texts[end] == line.texts[end - 1] or _loud(line, end - 1) != _loud(line, end):
            break  # "Trump Trump", "WATCH Kerry": captions and labels run into a name
        elif line.shouted and line.lows[at] in seen and line.lows[end] not in seen:
            break  # "Trump Gambles on …": in a headline in Title Case only the text tells how far a name goes
        elif _like_a_name(line, end, seen) or _initial(line, end) or _small(line, taken, end, seen):
            end += 1
        elif line.texts[end] in {"'", "’"} and end + 1 < len(line) and _closed(line, end) and line.capital(end + 1):
            end += 2
        else:
            break
    return end


def _closed(line: Line, at: int) -> bool:
    doc = line.passage.doc
    return not doc[at - 1].whitespace_ and not doc[at].whitespace_ and line.texts[at + 1][:1].isalpha()


def _initial(line: Line, at: int) -> bool:
    return (
        len(line.texts[at]) <= 2
        and line.capital(at)
        and line.texts[at].rstrip(".").isalpha()
        and line.texts[at].endswith(".")
    )


def _loud(line: Line, at: int) -> bool:
    """Whether a word is set in capitals alone, as a label is; "III" and initials are not."""
    text = line.texts[at]
    return len(text) > 3 and text.isupper() and line.lows[at] not in {"viii"}


def _small(line: Line, taken: list[bool], at: int, seen: frozenset[str]) -> bool:
    """A particle inside a name: Ursula von der Leyen."""
    return line.lows[at] in words().particles and line.texts[at].islower() and _name_after(line, taken, at, seen)


def _name_after(line: Line, taken: list[bool], at: int, seen: frozenset[str]) -> bool:
    while at < len(line) and not taken[at] and (line.lows[at] in words().particles or line.texts[at] == "-"):
        at += 1
    return at < len(line) and not taken[at] and _like_a_name(line, at, seen)


def body_end(line: Line, end: int) -> int:
    """Where the name of a body ends: "Institute for the Study of War", "Center for Strategic and … Studies"."""
    while end < len(line) and line.low(end) in {"of", "for", "on"}:
        at = end + 1
        while at < len(line) and (line.low(at) in LINKS or line.capital(at)) and line.low(at) != "s":
            titled = line.low(at) in words().heads and line.capital(at + 1) and line.low(at - 1) not in LINKS
            if titled:
                break  # "Chamber of Commerce President Ada Quill"
            at += 1
        while line.low(at - 1) in LINKS:
            at -= 1
        if at <= end + 1:
            return end
        end = at
    return end
