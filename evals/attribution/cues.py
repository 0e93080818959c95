"""What a cue says of its content: said, judged, believed, wanted or found out.

`cues.tsv` was written by reading the lemmas of the cues of PolNeAR's training part by frequency: lemmas, class, and how
many of those cues it classes (89 % of 19,868 in all; no entry classes fewer than three). Lemmas are spaCy's, slips
included ("hop" is what it makes of "hoped").

speech     says, writes, according to            judgement  supports, criticises, accuses
belief     thinks, knows, sees, fears            plan       wants, plans, vows, urges, calls for, refuses
finding    of polls, studies and documents: shows, finds
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from evals.attribution.readers import Plain
from onrecord.syntax import paragraphs_of, parse

OTHER = "other"
CLASSES = ("speech", "judgement", "belief", "plan", "finding", OTHER)
TABLE = Path(__file__).with_name("cues.tsv")


@cache
def _classes() -> dict[tuple[str, ...], str]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {tuple(row["cue"].split()): row["class"] for row in csv.DictReader(lines, delimiter="\t")}


def class_of(lemmas: Sequence[str]) -> str:
    """The class of the first words of a cue that the table lists, the longest entry first; else "other"."""
    classes = _classes()
    longest = max(map(len, classes))
    for start in range(len(lemmas)):
        for length in range(longest, 0, -1):
            found = classes.get(tuple(lemmas[start : start + length]))
            if found:
                return found
    return OTHER


def classes_of(text: str, attributions: Iterable[Plain]) -> list[str]:
    """The class of each attribution's cue."""
    passages = parse(text, paragraphs_of(text))
    tokens = [
        (p.at(token), p.at(token) + len(token), token.lemma_.lower())
        for p in passages
        for token in p.doc
        if not token.is_space
    ]
    ends = [end for _, end, _ in tokens]
    found: list[str] = []
    for attribution in attributions:
        lemmas: list[str] = []
        for start, end in sorted(attribution.get("cue") or []):
            for at in range(bisect_right(ends, start), len(tokens)):
                if tokens[at][0] >= end:
                    break
                lemmas.append(tokens[at][2])
        found.append(class_of(lemmas))
    return found
