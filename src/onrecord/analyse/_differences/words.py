"""The patterns of `data/analyse/differences.yaml`, and the sentence around a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml
from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.model import Article, Span

Aspect = Literal["result", "tone"]
STEM = 6  # letters of a word that count
SHORT = 12  # characters of an abbreviation at most
LONGEST = 600  # characters of a sentence that are looked at on either side; bounds the work on a text without stops
_NAME = re.compile(r"(?<!\w)[A-ZÀ-ÞЀ-Я][\w’'-]{2,40}")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[ap]\.m\.")
_OPENS = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…]['\"”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÞЀ-Я0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A way to tell how talks went: what came of them or how they were found, well (1) or badly (-1)."""

    aspect: Aspect
    sign: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The file, compiled. `before` ends at a figure that was given up, `after` begins behind it; `parts` are those of a
    month."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    talks: re.Pattern[str]
    outcomes: tuple[Outcome, ...]
    unsaid: re.Pattern[str]
    calendar: frozenset[str]
    empty: frozenset[str]
    saying: re.Pattern[str]
    day: re.Pattern[str]
    parts: tuple[tuple[str, re.Pattern[str]], ...]
    within: re.Pattern[str]
    abbreviation: re.Pattern[str]


@cache
def words() -> Words:
    """Everything that tells of a replaced figure or an outcome, read once."""
    path = files("onrecord").joinpath("data/analyse/differences.yaml")
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    replaced = data["replaced"]
    return Words(
        before=_compiled(f"(?:{'|'.join(replaced['before'])})\\s*$"),
        after=_compiled(f"\\s*(?:{'|'.join(replaced['after'])})"),
        talks=_compiled(data["talks"]),
        outcomes=tuple(Outcome(o["aspect"], o["sign"], _compiled(o["pattern"])) for o in data["outcomes"]),
        unsaid=_compiled(data["unsaid"]),
        calendar=frozenset(data["calendar"]),
        empty=frozenset(data["empty"]),
        saying=_compiled(data["saying"]),
        day=_compiled(rf"\b(?:{'|'.join(data['calendar'])}|{data['days']})\b"),
        parts=tuple((part, _compiled(pattern)) for part, pattern in data["parts"].items()),
        within=_compiled(data["within"]),
        abbreviation=re.compile(rf"\b(?:{'|'.join(data['abbreviations'])})\.\Z"),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def paragraph_number(article: Article, at: int) -> int | None:
    """The number of the paragraph that a place lies in."""
    spans = enumerate(paragraph.span for paragraph in article.paragraphs)
    return next((number for number, span in spans if span.start <= at < span.end), None)


def root(word: str) -> str:
    """The letters of a word that its other forms share: "senators" and "senator", "negotiators" and "negotiations"."""
    return word.casefold()[:STEM].rstrip("s")


def names(article: Article, at: Span) -> frozenset[str]:
    """The words with a capital in the paragraph of a place, in small letters, without function words and days."""
    number = paragraph_number(article, at.start)
    within = article.paragraphs[number].span if number is not None else at
    first, last = max(within.start, at.start - LONGEST), min(within.end, at.end + LONGEST)
    found = (match.group().casefold() for match in _NAME.finditer(article.text, first, last))
    return frozenset(found) - STOP_WORDS - words().calendar


def sentence(article: Article, at: Span) -> Span:
    """The sentence around a place, told by its stops alone, within the paragraph."""
    number = paragraph_number(article, at.start)
    within = article.paragraphs[number].span if number is not None else at
    first = max(within.start, at.start - LONGEST)
    last = max(at.end, min(within.end, at.end + LONGEST))
    start = max((end for end in _stops(article.text, first, at.start)), default=first)
    end = next(_stops(article.text, at.end, last), last)
    return Span(start, start + len(article.text[start:end].rstrip()))


def _stops(text: str, first: int, last: int) -> Iterator[int]:
    """Where sentences end: not behind "Sen.", and behind "U.S." only where a function word opens the next."""
    for stop in _STOP.finditer(text, first, last):
        short = words().abbreviation.search(text, max(0, stop.start() - SHORT), stop.start() + 1)
        if short is None:
            yield stop.end()
        elif _INITIALS.fullmatch(short.group()):
            opens = _OPENS.search(text, stop.end())
            if opens is not None and opens.group().casefold() in STOP_WORDS:
                yield stop.end()
