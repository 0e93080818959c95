"""Many candidates → the attributions that stand, so that every word is in the content of one at most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribute._candidates import Candidate, joined
from onrecord.model import Spans

_PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "me",
        "him",
        "her",
        "us",
        "them",
        "this",
        "that",
        "these",
        "those",
        "what",
        "which",
        "who",
        "whom",
    ]
)
LIKELY = 0.3  # below this a candidate does not take from what is nested in it


def standing(judged: Sequence[tuple[float, Candidate]], threshold: float) -> list[Candidate]:
    """The set of candidates, none over another, that is worth most (weighted interval scheduling).

    A candidate is worth its likelihood less the threshold, times its pieces: outer content wins over what is
    nested in it unless the nested ones together are worth more.
    """
    alone = _likelihoods_alone(judged)
    rows = [(_hull(c)[1], _hull(c)[0], alone[n] - threshold, n) for n, (_, c) in enumerate(judged)]
    rows = sorted(row for row in rows if row[2] > 0)
    ends = [row[0] for row in rows]
    best: list[float] = [0.0]
    taken: list[bool] = []
    for number, (_, start, value, _) in enumerate(rows):
        before = bisect_right(ends, start, hi=number)
        with_it = best[before] + value
        taken.append(with_it > best[number])
        best.append(max(with_it, best[number]))
    chosen: list[int] = []
    number = len(rows)
    while number > 0:
        if taken[number - 1]:
            chosen.append(rows[number - 1][3])
            number = bisect_right(ends, rows[number - 1][1], hi=number - 1)
        else:
            number -= 1
    return [judged[n][1] for n in sorted(chosen, key=lambda n: _hull(judged[n][1]))]


def _hull(candidate: Candidate) -> tuple[int, int]:
    return candidate.content[0].start, candidate.content[-1].end


def _likelihoods_alone(judged: Sequence[tuple[float, Candidate]]) -> list[float]:
    """Each likelihood times that of no candidate around it being right: cue and content inside that one's content."""
    likely = [(p, c) for p, c in judged if p > LIKELY]
    out: list[float] = []
    for own, candidate in judged:
        around = [p for p, c in likely if c is not candidate and _holds(c, candidate)]
        out.append(own * (1 - max(around, default=0.0)))
    return out


def _holds(outer: Candidate, inner: Candidate) -> bool:
    low = min(inner.cue[0].start, inner.content[0].start)
    high = max(inner.cue[-1].end, inner.content[-1].end)
    return any(part.start <= low and high <= part.end for part in outer.content)


def one_per_cue(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of one cue and one source made one, whose content is that of all: "…," she said, "…"."""
    merged: dict[tuple[Spans, Spans], Candidate] = {}
    for candidate in found:
        key = (candidate.cue, candidate.source)
        first = merged.get(key)
        if first is None:
            merged[key] = candidate
        else:
            merged[key] = replace(first, content=joined(text, (*first.content, *candidate.content)))
    return sorted(merged.values(), key=lambda c: c.content[0])


def says_something(text: str, candidate: Candidate) -> bool:
    """Whether the content is more than a pronoun: "which he opposes" tells a reader of the record nothing."""
    words = [word for part in candidate.content for word in text[part.start : part.end].split()[:4]]
    return any(word.lower() not in _PRONOUNS for word in words)
