"""How likely a candidate is an attribution: figures of its cue in its frame, mined from annotated news.

A logistic model whose every weight is a line that a person can read and change: `cues.tsv` has a line per cue lemma and
frame (how often seen, how often right, weight), `traits.tsv` a line per trait of the place ("source=none",
"tag=VBG" …), alone or within one frame. A cue that was never seen is judged by its frame and traits alone.
Both are made by `training/cues/mine.py` from the coverage of an election. `diplomacy.tsv` is written by hand: what is
added to a weight because the language of negotiation differs ("Moscow" speaks, a proposal is "welcomed").
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp
from pathlib import Path

from onrecord.attribute._candidates import Candidate

Feature = tuple[str, str]  # (cue lemma, frame) or (trait, frame); "*" is any frame
ANY = "*"


def features(candidate: Candidate) -> Iterator[Feature]:
    """What the weights are about: the cue, the frame, and each trait alone and within the frame."""
    yield f"cue {candidate.lemma}", candidate.frame
    yield f"cue {candidate.lemma}", ANY
    yield "frame", candidate.frame
    for trait in candidate.traits:
        yield trait, ANY
        yield trait, candidate.frame


@cache
def weights(mined: Path | None = None) -> Mapping[Feature, float]:
    """The shipped weights, or those with other tables of cues and traits, which lie in the folder `mined`."""
    own = files("onrecord") / "data" / "attribute"
    table: dict[Feature, float] = {}
    for folder, name, prefix in (
        (mined or own, "cues.tsv", "cue "),
        (mined or own, "traits.tsv", ""),
        (own, "diplomacy.tsv", ""),
    ):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            feature = prefix + row["what"], row["frame"]
            table[feature] = table.get(feature, 0.0) + float(row["weight"])
    return table


def likelihood(candidate: Candidate, mined: Path | None = None) -> float:
    """Between 0 and 1: how likely the candidate's content and source are what an annotator would mark.

    A frame that the annotated news never shows (a rare preposition) is none. `mined` is as in `weights`.
    """
    table = weights(mined)
    if ("frame", candidate.frame) not in table:
        return 0.0
    score = sum(table.get(feature, 0.0) for feature in features(candidate))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
