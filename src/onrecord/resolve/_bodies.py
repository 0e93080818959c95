"""Names of bodies that hold a state's name, or a listed body's, without being it: "the Zambia Farmers Union", "the
Peruvian Congress".

A body of state speaks for the state in its name. An association, a company or a committee of creditors does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve._lexicon import Hit
from onrecord.resolve._line import Line
from onrecord.resolve._runs import Run, body_end
from onrecord.resolve._words import words

OWNS = frozenset({"'s", "’s", "'", "’"})
MODIFIES = frozenset({"amod", "compound", "nmod", "poss"})
LONGEST = 8  # words of a body's name before its head


def private_bodies(line: Line, hits: Sequence[Hit]) -> list[Run]:
    """The names of bodies that speak for no state, whole: with the state or its capital in them.

    A word of the name tells: what it is ("Association", "University") or whom it gathers ("Bondholder", "Farmers").
    """
    if line.shouted:
        return []  # every word has a capital, and where a name ends is anybody's guess
    other = {at for hit in hits if hit.entry.known.kind != "state" for at in range(hit.start, hit.end)}
    states = {at for hit in hits for at in range(hit.start, hit.end)} - other
    found: list[Run] = []
    for at, low in enumerate(line.lows):
        private = low in words().private
        if not (private or low in words().mixed) or not line.capital(at) or at in other | states:
            continue
        start, end = _start(line, at, states, other), body_end(line, at + 1)
        if end - start > 1 and not _within(line, start) and (private or words().interests & {*line.lows[start:end]}):
            found = [run for run in found if run.end <= start]
            if not found or found[-1].end <= start:
                found.append(Run(start, end, body=True))
    return found


def _start(line: Line, head: int, states: set[int], other: set[int]) -> int:
    start = head
    while start and head - start < LONGEST and start - 1 not in other:
        at = start - 1
        plural = line.texts[at] in {"'", "’"} and line.low(at - 1).endswith("s") and at - 1 not in states
        named = line.capital(at) and line.pos[at] in {"PROPN", "ADJ", "NOUN"} and line.labels[at] != "DATE"
        named = named and line.lows[at] not in words().heads and line.lows[at] not in words().titles
        if not (plural or named) or (line.opens[at] and line.pos[at] != "PROPN" and at not in states):
            break
        start = at
    return start


def _within(line: Line, start: int) -> bool:
    """Whether a name is the end of a longer one: "Center for Economic Research at Xland State University"."""
    linked = line.low(start - 1) in {"at", "of", "for"}
    return linked and line.capital(start - 2) and line.lows[start - 2] not in words().heads


def not_meant(hit: Hit, line: Line) -> bool:
    """Whether a listed body of one state is another's here, or part of a longer name: "the French Treasury", "the
    Senate of the Philippines"."""
    known, form = hit.entry.known, hit.entry.words
    own = known.side is None or form[0] in known.side.split() or any(len(w) > 1 and w.isupper() for w in form)
    if own or known.kind not in {"office", "organisation"}:
        return False
    if (owner := _owner(hit, line)) is not None:
        return owner != known.side
    after = hit.end + 1 + (line.low(hit.end + 1) == "the")
    if line.low(hit.end) != "of" or not line.capital(after):
        return False
    return all(other.entry.known.name != known.side for other in line.hits if other.start in {hit.end + 1, after})


def _owner(hit: Hit, line: Line) -> str | None:
    """The state whose adjective, name or genitive stands before a body, past words like "Federal"."""
    at = hit.start
    while at and line.capital(at - 1) and line.lows[at - 1] in words().modifiers:
        at -= 1
    owned = line.low(at - 1) in OWNS
    end = at - owned
    before = next((other for other in line.hits if other.end == end and other.entry.known.kind == "state"), None)
    if before is None or not (owned or line.deps[end - 1] in MODIFIES):
        return None
    return before.entry.known.name
