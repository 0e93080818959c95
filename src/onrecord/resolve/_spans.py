"""Scanners over a line's words that find roles ("deputy foreign minister") and bodies of state ("foreign ministry")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.resolve._line import Line
from onrecord.resolve._words import words

LONGEST = 6  # words that a role may have before its head


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A role at tokens `start` to `end` (exclusive); `head` is its last noun."""

    start: int
    end: int
    head: int
    title: str
    kind: str  # office, military, private, kin


@dataclass(frozen=True, slots=True)
class OfficeSpan:
    """A body of state at tokens `start` to `end` (exclusive), without the state before it."""

    start: int
    end: int
    name: str


def roles(line: Line, taken: list[bool], surnames: frozenset[str]) -> list[RoleSpan]:
    """The roles in a line, from left to right, on tokens that nothing else has taken."""
    found: list[RoleSpan] = []
    at, floor = 0, 0
    while at < len(line):
        surname = line.lows[at] in surnames and line.capital(at) and not line.shouted
        span = None if taken[at] or surname else _role(line, taken, at, floor)
        if span is not None:
            found.append(span)
            floor = span.end
        at = max(at + 1, span.end if span else 0)
    return found


def _role(line: Line, taken: list[bool], at: int, floor: int) -> RoleSpan | None:
    vocabulary = words()
    end = _phrase_end(line, at)
    kind = vocabulary.heads.get("".join(line.lows[at:end]), "office")
    if end is None:
        head = _singular(line.lows[at])
        known = vocabulary.heads.get(head)
        if known is None or line.pos[at] in {"VERB", "AUX", "ADV"}:
            return None
        if _goes_on(line, taken, at + 1):
            return None  # "chief" in "chief nuclear negotiator": the last head counts
        if known == "kin" and line.capital(at) and not line.opens[at]:
            return None  # Choe Son-hui
        end, kind = at + 1, known
    near = _back(line, taken, at, floor, _modifies)
    start = _back(line, taken, near, floor, _describes)
    if not (start and (taken[start - 1] or line.low(start - 1) in {"'s", "’s"})):
        start = near
    if line.low(end) == "-" and line.low(end + 1) in {"elect", "designate"}:
        end += 2
    title = " ".join(line.lows[near:end]).replace(" - ", "-")
    if "former" in line.lows[start:near]:
        title = f"former {title}"
    return RoleSpan(start, end, end - 1, title, kind)


def _goes_on(line: Line, taken: list[bool], at: int) -> bool:
    end = at
    while end < len(line) and not taken[end] and line.lows[end] in words().modifiers and end - at < LONGEST:
        end += 1
    return end < len(line) and not taken[end] and line.lows[end] in words().heads and line.pos[end] != "VERB"


def _phrase_end(line: Line, at: int) -> int | None:
    for phrase in words().phrases.get(line.lows[at], ()):
        if line.lows[at : at + len(phrase)] == phrase:
            return at + len(phrase)
    return None


def _singular(word: str) -> str:
    """The singular of a role head in the plural, where "s" makes it: presidents, ministers."""
    return word[:-1] if word.endswith("s") and word[:-1] in words().heads else word


def _back(line: Line, taken: list[bool], at: int, floor: int, belongs: Callable[[Line, int, int], bool]) -> int:
    start = at
    while start > floor and at - start < LONGEST and not taken[start - 1] and belongs(line, start - 1, at):
        start -= 1
    while start < at and line.texts[start] == "-":
        start += 1
    return start


def _modifies(line: Line, at: int, head: int) -> bool:
    """Whether a word before a head belongs to the role's title: deputy foreign minister, EU Energy Commissioner."""
    low, text = line.lows[at], line.texts[at]
    if text == "-":
        return at > 0 and line.pos[at - 1] not in {"PUNCT", "VERB"} and not line.passage.doc[at - 1].whitespace_
    if low in words().modifiers:
        return not (line.opens[at] and low == "then") and line.pos[at] != "VERB"
    portfolio = line.lows[head] in {"minister", "secretary", "commissioner"} and line.capital(head) and line.capital(at)
    return portfolio and not line.opens[at] and low not in words().first_names and line.labels[at] != "PERSON"


def _describes(line: Line, at: int, _head: int) -> bool:
    """Whether a word only describes the holder: "a former State Department nonproliferation adviser"."""
    if line.texts[at] == "-" or line.lows[at] in words().modifiers:
        return True
    return line.texts[at][:1].islower() and line.pos[at] in {"ADJ", "NOUN"} and line.lows[at] not in words().heads


def offices(line: Line, taken: list[bool]) -> list[OfficeSpan]:
    """The bodies of state in a line: "foreign ministry", "Ministry of Foreign Affairs", "parliament"."""
    found: list[OfficeSpan] = []
    for at, low in enumerate(line.lows):
        if low not in words().bodies_of_state or taken[at] or line.pos[at] in {"VERB", "ADV"}:
            continue
        start, end = at, at + 1
        while start and not taken[start - 1] and at - start < LONGEST and _qualifies(line, start - 1, line.capital(at)):
            start -= 1
        if low not in {"ministry", "department", "office", "embassy"} and _named_body(line, at):
            continue
        portfolio = _portfolio(line, taken, at) if low in {"ministry", "department", "office"} else None
        if portfolio:
            end, name = portfolio
            name = f"{name} {low.capitalize()}"
        else:
            name = " ".join(_title(word) for word in line.lows[start:end] if word != "-")
        first = name.rsplit(" ", 1)[0].lower()
        if low in words().common and portfolio is None:
            name = " ".join([*name.split()[:-1], low]) if line.capital(at) and end - start > 1 else name.lower()
        name = f"{words().portfolios[first]} {low.capitalize()}" if first in words().portfolios else name
        found.append(OfficeSpan(start, end, name))
    return [span for i, span in enumerate(found) if i + 1 == len(found) or found[i + 1].start > span.start]


def _named_body(line: Line, at: int) -> bool:
    """Whether a body's own name goes on: "Council on Foreign Relations"."""
    return (
        line.capital(at)
        and line.low(at + 1) in {"on", "for", "of"}
        and line.capital(at + 2)
        and line.pos[at + 2] != "ADJ"
        and not _of_a_state(line, at)
    )


def _of_a_state(line: Line, at: int) -> bool:
    """Whether a body is a state's by its name: "National Assembly of Xland"; of banks the central one alone."""
    place = at + 2 + (line.low(at + 2) == "the")
    state = any(hit.start == place and hit.entry.known.kind == "state" for hit in line.hits)
    return (
        state and line.low(at + 1) == "of" and (line.lows[at] != "bank" or line.low(at - 1) in {"central", "reserve"})
    )


def _title(word: str) -> str:
    return word if word in {"of", "and", "the", "for"} else word.capitalize()


def _qualifies(line: Line, at: int, capital: bool) -> bool:
    low, text = line.lows[at], line.texts[at]
    if low in words().first_names or not text[:1].isalpha() or low in words().heads:
        return False
    if text[:1].isupper():
        plain = not line.opens[at] or low in words().modifiers
        return capital and plain and line.pos[at] in {"PROPN", "ADJ", "NOUN"}
    return (
        low in words().modifiers and line.pos[at] in {"ADJ", "NOUN", "PROPN"} and low not in {"former", "then", "new"}
    )


def _portfolio(line: Line, taken: list[bool], at: int) -> tuple[int, str] | None:
    """The end and the portfolio of "Ministry of Foreign Affairs", as the name of the ministry begins."""
    if line.low(at + 1) not in {"of", "for"}:
        return None
    start = at + 3 if line.low(at + 2) == "the" else at + 2
    end = start
    while (
        end < len(line)
        and (
            ((line.capital(end) or line.low(end) in words().modifiers) and not taken[end])
            or (line.low(end) == "and" and line.capital(end + 1))
        )
        and end - start < LONGEST
    ):
        end += 1
    if end == start:
        return None
    name = " ".join(_title(word) for word in line.lows[start:end])
    return end, words().portfolios.get(name.lower(), name)
